import type { Hono } from 'hono';
import type { Env } from '../http/auth.js';
import { boatFilm, boatStill } from '../pictures/film.js';

/** A page that others may put into a frame, as those that host films have one: it plays when it is told to. */

const policy = "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'";

const page =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Boat</title>' +
  '<style>html{color-scheme:dark;background:#16213a}body{margin:0}video{display:block;inline-size:100%;block-size:100vh}</style></head>' +
  '<body><video controls preload="none" poster="/players/boat.svg" src="/players/boat.webm" aria-label="A red boat rocks on the tide"></video></body></html>';

const answer = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
  new Response(body, {
    headers: { 'Content-Type': type, 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' },
  });

export function playerRoutes(app: Hono<Env>): void {
  app.get('/players/boat', () => answer('text/html; charset=utf-8', page));
  app.get('/players/boat.webm', () => answer('video/webm', boatFilm()));
  app.get('/players/boat.svg', () => answer('image/svg+xml', boatStill()));
}
