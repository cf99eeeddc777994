import { expect } from '@open-wc/testing';
import { town } from '../elements/town.js';
import { appears, byRole, inState, listenToConsole, posts, replace, seen, tagOf } from '../helpers.js';
import { fails, recovers, tagNames, townWithTags, wayOut } from './tags.js';

/** What fetch cannot tell apart is told with all that it may be (R146, R148). */
const causes = ['may not exist', 'may not allow other pages to read it', 'a blocker'];

/** Which addresses the page asks, whoever answers. */
function watched(): string[] {
  const asked: string[] = [];
  const fetch = globalThis.fetch.bind(globalThis);
  replace(globalThis, 'fetch', (input, init) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return fetch(input, init);
  });
  return asked;
}

describe('a server that cannot be reached', () => {
  for (const name of tagNames) {
    it(`R146 R148 a host that does not exist: <${name}> names the host and what it may be`, async () => {
      replace(Navigator.prototype, 'onLine', true);
      const place =
        name === 'masto-status' ? 'src="https://nobody.invalid/@ines/1"' : 'instance="nobody.invalid" feed="local"';
      const tag = tagOf(`<${name} ${place}><i>From the page</i></${name}>`);
      const { facts } = await fails(tag, 'unreachable', 'nobody.invalid does not answer', ...causes);
      expect(facts.status).to.equal(undefined);
      expect(new URL(wayOut(tag)).host).to.equal('nobody.invalid');
    });

    it(`R146 R148 no CORS: <${name}> says what it may be, and goes on when it is over`, async () => {
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', cors: false });
      const tag = put(name);
      await fails(tag, 'unreachable', `${here.host} does not answer`, ...causes);
      await recovers(tag, here);
    });

    it(`R146 a refusal without CORS: <${name}> cannot know more`, async () => {
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', cors: false, status: 401, body: { error: 'No' } });
      const tag = put(name);
      const { facts } = await fails(tag, 'unreachable', `${here.host} does not answer`);
      expect(facts.status).to.equal(undefined);
      await recovers(tag, here);
    });

    it(`a refused connection: <${name}> says so, and goes on when it is over`, async () => {
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', refuse: true });
      const tag = put(name);
      await fails(tag, 'unreachable', `${here.host} does not answer`);
      await recovers(tag, here);
    });

    it(`R51 R145 a redirect to another host: <${name}> names it, and shows nothing of it`, async () => {
      const { here, put } = await townWithTags();
      const { peer } = here;
      await peer.post('desmond', { status: 'From the hills' });
      await here.breaks({ path: '/api/v1/*', redirect: `${peer.origin}/api/v1/timelines/public` });
      const tag = put(name);
      const { facts } = await fails(
        tag,
        'moved',
        `${here.host} sends us elsewhere`,
        `It passed the question on to ${peer.host}. If the server lives there now, the page needs that name.`,
      );
      expect(facts.movedTo).to.equal(peer.host);
      expect(seen(tag)).to.not.contain('From the hills');
      for (const entry of await peer.asked()) expect(entry.authorization).to.equal(false);
      await recovers(tag, here);
    });
  }

  it('offline is told as that', async () => {
    const { here, put } = await townWithTags();
    await here.breaks({ path: '/api/*', refuse: true });
    replace(Navigator.prototype, 'onLine', false);
    const tag = put('masto-timeline');
    await fails(tag, 'offline', 'You are offline', 'Try again when it is back.');
    await recovers(tag, here);
  });
});

describe('a server that is written with http', () => {
  it('R3 is asked over https, and never otherwise', async () => {
    replace(Navigator.prototype, 'onLine', true);
    const asked = watched();
    const tag = tagOf(
      '<masto-timeline instance="http://nobody.invalid/" feed="local"><i>From the page</i></masto-timeline>',
    );
    await fails(tag, 'unreachable', 'nobody.invalid does not answer');
    const single = tagOf('<masto-status src="http://nobody.invalid/@ines/1"><i>From the page</i></masto-status>');
    await fails(single, 'unreachable', 'nobody.invalid does not answer');
    expect(asked.length).to.be.greaterThan(1);
    for (const url of asked) expect(url).to.match(/^https:\/\/nobody\.invalid\//);
  });

  it('R147 a picture over http is not asked for: a link stands in its place', async () => {
    const here = await town();
    const url = 'http://pictures.invalid/boat.png';
    const media_attachments = [{ id: '1', type: 'image', url, preview_url: url, description: 'A boat' }];
    await here.post('ines', { status: 'Over http', raw: { media_attachments } });
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="1"></masto-timeline>`);
    await appears(tag, 'Over http');
    expect((byRole(tag, 'link', /A boat/)[0] as HTMLAnchorElement).href).to.equal(url);
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.filter((name) => name.includes('pictures.invalid'))).to.deep.equal([]);
  });
});

describe('one broken post', () => {
  const broken: Readonly<Record<string, unknown>> = {
    null: null,
    'a number': 7,
    'a text': 'post',
    'a list': [[]],
    'an empty object': {},
    'a post without an account': {
      id: '9',
      uri: 'https://a.example/9',
      content: 'x',
      visibility: 'public',
      account: null,
    },
    'a post of wrong types': {
      id: 9,
      uri: 9,
      content: { a: 1 },
      created_at: 57171,
      visibility: 'public',
      account: { id: [], acct: 3, display_name: {}, emojis: 'none' },
      media_attachments: { length: 5 },
      emojis: [null, 3, { shortcode: [] }],
      mentions: 'me',
      tags: 0,
      poll: { options: 'yes' },
      card: 'card',
      favourites_count: 'many',
      spoiler_text: ['x'],
    },
    'a post that boosts itself': {
      id: '9',
      uri: 'https://a.example/9',
      visibility: 'public',
      reblog: { id: '9', uri: 'https://a.example/9' },
    },
  };
  for (const [what, post] of Object.entries(broken))
    it(`R142 (${what}) never takes its neighbours along`, async () => {
      const here = await town();
      const { error } = listenToConsole();
      const [one, two] = [
        await here.post('ines', { status: 'Before it' }),
        await here.post('ines', { status: 'Behind it' }),
      ];
      await here.breaks({ path: '/api/*', body: [one, post, two] });
      const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local"></masto-timeline>`);
      await inState(tag, undefined);
      await appears(tag, 'Before it');
      await appears(tag, 'Behind it');
      expect(posts(tag).length).to.be.within(2, 3);
      expect(seen(tag)).to.not.match(/undefined|null|NaN|Invalid Date|\[object/);
      expect(byRole(tag, 'alert')).to.deep.equal([]);
      expect(error).to.deep.equal([]);
    });
});
