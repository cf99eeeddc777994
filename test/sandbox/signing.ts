/** Signing in without a browser: forms are filled in and sent as a browser would. */
import assert from 'node:assert/strict';
import { town, type Json, type Town } from './town.js';

export const callback = 'https://app.example.org/callback.html?masto=harbour.example';

/** The verifier of RFC 7636, appendix B, and its challenge. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

export interface Client extends Json {
  client_id: string;
  client_secret: string;
}

export const register = (place: Town, more: Json = {}): Promise<Client> =>
  place.get<Client>('/api/v1/apps', {
    json: { client_name: 'Reader', redirect_uris: callback, scopes: 'profile read write', ...more },
  });

export type Query = Readonly<Record<string, string | undefined>>;

/** The address that an app sends somebody to. `undefined` takes a parameter away. */
export function authorizeUrl(client: Client, more: Query = {}): string {
  const all: Query = {
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: callback,
    scope: 'profile read',
    state: 'a state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  const pairs = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/oauth/authorize?${new URLSearchParams(pairs).toString()}`;
}

export interface Page {
  status: number;
  headers: Headers;
  text: string;
  /** Where it was, once no redirect within the instance was left. */
  url: string;
  /** Where it leads away from the instance. */
  away: URL | undefined;
}

/** The fields of the form around a button, with the button's own. */
function formOf(html: string, button: string): { action: string; fields: [string, string][] } {
  const form = [...html.matchAll(/<form method="post" action="([^"]*)">(.*?)<\/form>/gs)].find(([, , inner]) =>
    inner!.includes(button),
  );
  assert.ok(form, `no form with ${button}`);
  const unescape = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const [, action = '', inner = ''] = form;
  const inputs = [...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const fields = inputs.map(([, name, value]): [string, string] => [name!, unescape(value!)]);
  const [, name, value] =
    new RegExp(`<button[^>]* name="([^"]*)" value="([^"]*)">(?:(?!</button>).)*${button}`, 's').exec(inner) ?? [];
  return { action, fields: name === undefined ? fields : [...fields, [name, value!]] };
}

/** Somebody with a browser: keeps cookies, follows redirects within the instance. */
export class Visitor {
  cookies = new Map<string, string>();
  page: Page | undefined;

  constructor(
    readonly place: Town,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async open(
    path: string,
    form?: readonly (readonly [string, string])[],
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const { origin } = this.place.sandbox;
    let [url, sent] = [new URL(path, origin), form];
    for (let hop = 0; hop < 8; hop++) {
      const Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const own = { ...this.headers, ...(Cookie && { Cookie }), ...(sent && { Origin: origin }), ...headers };
      const said = await this.place.ask(url.href, { headers: own, ...(sent && { form: sent }) });
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(said.headers.get('Set-Cookie') ?? '') ?? [];
      if (name !== undefined) this.cookies.set(name, value!);
      const location = said.headers.get('Location');
      const next = location === null ? undefined : new URL(location, url);
      if (next?.origin !== origin) {
        const { status, headers } = said;
        return (this.page = { status, headers, text: String(said.body), url: url.href, away: next });
      }
      [url, sent] = [next, undefined];
    }
    throw new Error('Redirects without end');
  }

  /** Presses a button of the page, known by what is written on it. */
  press(button: string, headers: Record<string, string> = {}): Promise<Page> {
    const { action, fields } = formOf(this.page!.text, button);
    return this.open(action, fields, headers);
  }

  /** Opens an address, logs in as somebody, and allows. */
  async allow(url: string, person: string): Promise<URL> {
    await this.open(url);
    await this.press(`@${person}<`);
    const { away } = await this.press('>Authorize<');
    assert.ok(away, 'sent nowhere');
    return away;
  }
}

/** What an app gets for a code. */
export const exchange = (place: Town, client: Client, code: string | null, more: Query = {}) => {
  const { client_id, client_secret } = client;
  const all: Query = {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: callback,
    code_verifier: verifier,
    client_id,
    client_secret,
    ...more,
  };
  const form = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return place.ask('/oauth/token', { form });
};

export interface Token extends Json {
  access_token: string;
  scope: string;
}

/** The whole way, from the address to the token. */
export async function signIn(place: Town, client: Client, person: string, more: Query = {}): Promise<Token> {
  const away = await new Visitor(place).allow(authorizeUrl(client, more), person);
  const { status, body } = await exchange(place, client, away.searchParams.get('code'));
  assert.equal(status, 200, JSON.stringify(body));
  return body as Token;
}

/** Somebody logged in at a town that has one app. */
export async function logged(person = 'noor', more: Json = {}) {
  const place = town();
  const client = await register(place, more);
  const visitor = new Visitor(place);
  await visitor.open(authorizeUrl(client));
  await visitor.press(`@${person}<`);
  return { place, client, visitor };
}
