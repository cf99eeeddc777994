import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoAuth } from '../../src/index.js';
import { heard, inState, mount } from '../helpers.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';

describe('<masto-auth> and its token', () => {
  afterEach(forgetEverybody);

  it('R24 R25 lets nobody read it: by no property, getter, event, text, or copy', async () => {
    const here = await town();
    const { token } = await cameBefore(here, 'ines');
    const stage = mount(
      '<masto-auth><masto-timeline feed="home" load="eager" limit="5"></masto-timeline></masto-auth>',
    );
    const tag = stage.firstElementChild as MastoAuth;
    const login = await heard(tag, 'masto-login');
    await tag.client;
    await inState(stage.querySelector('masto-timeline')!, undefined);
    const found: string[] = [];
    const seen = new Set<unknown>([window, document, sessionStorage, localStorage]);
    const walk = (value: unknown, path: string) => {
      if (typeof value === 'string' && value.includes(token)) found.push(path);
      if ((typeof value !== 'object' && typeof value !== 'function') || !value || seen.has(value)) return;
      // What the platform keeps in its own nodes is looked at as text.
      if ((value instanceof Node && !(value instanceof HTMLElement)) || value instanceof StyleSheet) return;
      seen.add(value);
      if (value instanceof Map || value instanceof Set) for (const entry of value) walk(entry, `${path}[]`);
      for (
        let at: object | null = value;
        at && at !== Object.prototype;
        at = Object.getPrototypeOf(at) as object | null
      ) {
        if (at === HTMLElement.prototype || at === Function.prototype) break;
        for (const name of Reflect.ownKeys(at)) {
          try {
            walk(Reflect.get(at, name, value), `${path}.${String(name)}`);
          } catch {
            // an accessor that wants another object
          }
        }
      }
    };
    walk(tag, 'auth');
    walk(tag.session, 'session');
    walk(await tag.keeper(), 'keeper');
    walk(login, 'event');
    walk(await tag.client, 'client');
    walk(stage.querySelector('masto-timeline'), 'timeline');
    expect(found).to.deep.equal([]);
    expect(stage.innerHTML + JSON.stringify(tag)).not.to.contain(token);
  });
});
