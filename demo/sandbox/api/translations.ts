import type { Hono } from 'hono';
import { mayTranslate, pairs, translationJson } from '../deeds/translate.js';
import { shared, user, type Call, type Env } from '../http/auth.js';
import { notAllowed, notFound } from '../http/errors.js';
import { statusInPath } from './find.js';

function translate(c: Call) {
  const status = statusInPath(c);
  if (!c.env.settings.translation) throw notFound();
  const lang = c.var.params.present('lang') ?? 'en';
  if (!mayTranslate(status, lang)) throw notAllowed();
  return c.json(translationJson(c.env, status, lang));
}

/** Translation by a service that the administrator has set up. */
export function translationRoutes(app: Hono<Env>): void {
  app.post('/api/v1/statuses/:id/translate', user('read', 'read:statuses'), translate);
  app.get('/api/v1/instance/translation_languages', shared, (c) => c.json(c.env.settings.translation ? pairs : {}));
}
