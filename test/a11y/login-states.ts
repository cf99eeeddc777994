/** Every state of `<masto-login>`, as a reader comes to it. */
import { replace, until } from '../helpers.js';
import { page } from '../../src/base/page.js';
import { askedAt, catchWindows, decide, openForm, stageLogin, type Form } from '../elements/login-stage.js';
import { cameBefore } from '../elements/signed-in.js';
import type { Town } from '../elements/town.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';

type Around = readonly [attributes: string, style: string];

const reader = '<masto-timeline feed="home" load="click"></masto-timeline><masto-compose load="click"></masto-compose>';

async function back(here: Town, [lang, style]: Around, ...names: string[]): Promise<Form> {
  for (const name of names) await cameBefore(here, name);
  const form = await stageLogin('', '', lang, style);
  await until(() => form.root.querySelector('.face'));
  return form;
}

async function menuOf(here: Town, around: Around): Promise<Form> {
  const form = await back(here, around, 'noor', 'ines');
  form.root.querySelector<HTMLElement>('.face')!.click();
  await until(() => form.root.querySelector(':popover-open'));
  return form;
}

async function forgetting(here: Town, around: Around): Promise<Form> {
  const form = await menuOf(here, around);
  form.root.querySelector<HTMLElement>('[value=forget]')!.click();
  await until(() => form.dialog);
  return form;
}

async function waiting(here: Town, [lang, style]: Around, attributes = ''): Promise<Form> {
  catchWindows();
  const form = await askedAt(here, attributes, '', lang, style);
  await here.breaks({ path: '/api/v1/apps', delay: 20_000 });
  form.press('go');
  await until(() => form.root.querySelector('[value=cancel]'));
  return form;
}

const has = (form: Form, selector: string) => until(() => form.root.querySelector(selector), selector, 15_000);

/** A state, and how it comes about. */
export const loginStates: Readonly<Record<string, (here: Town, around: Around) => Promise<Form>>> = {
  'signed out': (here, [lang, style]) => stageLogin('', '', lang, style),
  'which server': (here, [lang, style]) => openForm('', '', lang, style),
  finding: async (here, [lang, style]) => {
    await here.breaks({ delay: 20_000 });
    const form = await openForm('', '', lang, style);
    await form.name(here.host);
    await has(form, '[value=cancel]');
    return form;
  },
  'not understood': async (here, [lang, style]) => {
    const form = await openForm('', '', lang, style);
    await form.name('fosstodon');
    await has(form, '[value=meant]');
    return form;
  },
  'not found where it is fixed': async (here, [lang, style]) => {
    await here.breaks({ status: 500 });
    const form = await openForm(`instance="${here.host}"`, '', lang, style);
    await has(form, '[value=retry]');
    return form;
  },
  'what is asked': (here, [lang, style]) => askedAt(here, '', reader, lang, style),
  'what is asked, kept by nobody': (here, [lang, style]) =>
    askedAt(here, 'storage="memory" flow="popup"', reader, lang, style),
  'refused at the door': async (here, [lang, style]) => {
    const form = await askedAt(here, '', reader, lang, style);
    await here.breaks({ path: '/api/v1/apps', status: 403, body: { error: 'Closed for repairs' } });
    form.press('go');
    await has(form, '.field-error');
    return form;
  },
  leaving: waiting,
  'waiting for a window': (here, around) => waiting(here, around, 'flow="popup"'),
  'nobody can sign in here': async (here, [lang, style]) => {
    replace(page, 'opaque', () => true);
    return openForm('', '', lang, style);
  },
  'signed in': (here, around) => back(here, around, 'ines'),
  'the menu': menuOf,
  'forget me?': forgetting,
  'forgotten, but for a server': async (here, around) => {
    const form = await forgetting(here, around);
    await here.breaks({ path: '/oauth/revoke', refuse: true });
    form.press('forget');
    await has(form, 'dialog a');
    return form;
  },
  'signed out, and the server not told': async (here, around) => {
    const form = await back(here, around, 'ines');
    await here.breaks({ path: '/oauth/revoke', refuse: true });
    void form.auth.logout();
    await has(form, '.notice-row a');
    return form;
  },
  expired: async (here, around) => {
    const form = await back(here, around, 'ines');
    await here.control('DELETE', 'tokens?person=ines');
    await (form.auth.session as HomeSession).transport.get('/api/v1/timelines/home').catch(() => undefined);
    await has(form, '.notice-row [value=again]');
    return form;
  },
  'somebody else came back': async (here, [lang, style]) => {
    await cameBefore(here, 'ines');
    const windows = catchWindows();
    const form = await stageLogin('flow="popup"', '', lang, style);
    void form.login.ask({ instance: here.origin, expected: `ines@${here.host}` });
    await has(form, '[value=go]');
    form.press('go');
    await decide(here, windows[0]!, 'noor');
    await form.closes();
    await has(form, '[value=not-welcome]');
    return form;
  },
  'a permission more': async (here, around) => {
    const form = await back(here, around, 'ines');
    void form.login.ask({ instance: here.origin, extra: ['write:blocks', 'write:mutes'] });
    await has(form, '[value=go]');
    return form;
  },
};
