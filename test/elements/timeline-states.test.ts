import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { MastoError } from '../../src/index.js';
import {
  all,
  appears,
  buttonsOf,
  byRole,
  first,
  heard,
  inState,
  listenToConsole,
  pause,
  posts,
  seen,
  tagOf,
  theOne,
  until,
} from '../helpers.js';
import { town, type Town } from './town.js';

const local = ({ host }: Town, attributes = '', inside = '') =>
  tagOf(`<masto-timeline instance="${host}" feed="local" limit="3" ${attributes}>${inside}</masto-timeline>`);
const closed = { path: '/api/*', status: 403, body: { error: 'Not for you' } };

describe('<masto-timeline> states', () => {
  it('loading: an outline of posts that says so, once, and goes', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 800 });
    const tag = local(here, '', 'Posts of the harbour');
    await inState(tag, 'loading');
    await until(() => byRole(tag, 'status', 'Loading').length === 1);
    expect(all(tag, '.skeleton').every((box) => box.getAttribute('aria-hidden') === 'true')).to.equal(true);
    await inState(tag, undefined);
    expect(byRole(tag, 'status')).to.have.length(0);
    expect(seen(tag)).to.not.contain('Posts of the harbour');
  });

  it('empty: says so, and dispatches masto-load with 0', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', body: [] });
    const tag = local(here);
    const { count } = await heard(tag, 'masto-load');
    expect(count).to.equal(0);
    await inState(tag, 'empty');
    await appears(tag, 'Nothing here yet');
  });

  it('empty: or what the page puts into the slot', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', body: [] });
    const tag = local(here, '', '<p slot="empty">The sea is calm.</p>');
    await appears(tag, 'The sea is calm.');
    expect(seen(tag)).to.equal('The sea is calm.');
  });

  it('failed: what, why, a way on, and what the page has put inside', async () => {
    const here = await town();
    await here.breaks(closed);
    const tag = local(here, '', `<a href="${here.origin}/about">Read it there</a>`);
    const { error, bubbles, composed } = await heard(tag, 'masto-error');
    expect([bubbles, composed]).to.deep.equal([true, true]);
    expect(error).to.be.instanceOf(MastoError);
    expect((error as MastoError).failure).to.equal('forbidden');
    expect((error as MastoError).facts).to.include({ host: here.host, status: 403, serverText: 'Not for you' });
    await inState(tag, 'failed');
    expect(seen(tag)).to.equal(
      `${here.host} does not allow this\nThe server refused to show it.\nNot for you\nRead it there\nTry again`,
    );
    expect(seen(theOne(tag, 'alert'))).to.contain('does not allow this');
    expect(first(tag, 'q').textContent).to.equal('Not for you');
  });

  it('failed: pressed, the button tries again, and dispatches what comes of it', async () => {
    const here = await town();
    await here.breaks(closed);
    const tag = local(here);
    await heard(tag, 'masto-error');
    const again = heard(tag, 'masto-error');
    theOne(tag, 'button', 'Try again').click();
    await again;
    await inState(tag, 'failed');
    await here.heals();
    const loaded = heard(tag, 'masto-load');
    theOne(tag, 'button', 'Try again').click();
    expect((await loaded).count).to.equal(3);
    await inState(tag, undefined);
    expect(posts(tag)).to.have.length(3);
  });

  it('signed out: says so, or what the page puts into the slot', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="home"></masto-timeline>`);
    await inState(tag, 'signed-out');
    await appears(tag, 'These posts can be read only by whoever is signed in.');
    const own = tagOf(
      `<masto-timeline instance="${here.host}" feed="home"><b slot="signed-out">Come in</b></masto-timeline>`,
    );
    await appears(own, 'Come in');
    expect(seen(own)).to.equal('Come in');
  });

  it('is in one state at a time, and none with posts', async () => {
    const here = await town();
    const tag = local(here);
    const states: string[] = [];
    const watch = setInterval(() => {
      const now = ['loading', 'empty', 'failed', 'signed-out'].filter((name) => tag.matches(`:state(${name})`)).join();
      if (now !== states.at(-1)) states.push(now);
    });
    await inState(tag, undefined);
    await pause(50);
    clearInterval(watch);
    expect(states.filter((state) => state !== 'loading')).to.deep.equal(['']);
  });
});

describe('<masto-timeline> attributes that make no sense', () => {
  const cases: Readonly<Record<string, [attribute: string, value: string]>> = {
    'feed="everything"': ['feed', 'everything'],
    'feed="local" limit="0"': ['limit', '0'],
    'feed="local" limit="-5"': ['limit', '-5'],
    'feed="local" limit="lots"': ['limit', 'lots'],
    'feed="local" more="always"': ['more', 'always'],
    'feed="local" media="some"': ['media', 'some'],
    'feed="local" load="never"': ['load', 'never'],
    'tag="two words"': ['tag', 'two words'],
    'account="a b c"': ['account', 'a b c'],
  };
  for (const [written, [attribute, value]] of Object.entries(cases))
    it(`${written}: failed, with a sentence; a warning names tag and attribute; nothing is asked`, async () => {
      const here = await town();
      const { warn } = listenToConsole();
      const tag = tagOf(`<masto-timeline instance="${here.host}" ${written}></masto-timeline>`);
      const { error } = await heard(tag, 'masto-error');
      expect((error as MastoError).failure).to.equal('bad-attribute');
      expect((error as MastoError).facts.attribute).to.equal(attribute);
      await inState(tag, 'failed');
      await appears(tag, `“${value}” is no good value for ${attribute}`);
      expect(seen(tag)).to.not.contain('NaN');
      expect(warn).to.have.length(1);
      expect(warn[0]).to.contain('<masto-timeline>').and.contain(`${attribute}="${value}"`);
      expect(buttonsOf(tag)).to.have.length(0);
      expect(await here.asks(/./)).to.deep.equal([]);
    });

  it('neither feed nor account nor tag', async () => {
    const here = await town();
    const { warn } = listenToConsole();
    const tag = tagOf(`<masto-timeline instance="${here.host}"></masto-timeline>`);
    await inState(tag, 'failed');
    expect(seen(tag)).to.contain('Nothing says what to show').and.contain('account=');
    expect(seen(tag)).to.not.match(/“”/);
    expect(warn.join()).to.contain('<masto-timeline> feed');
  });

  const servers: Readonly<Record<string, string>> = {
    nonsense: '“nonsense” is no server',
    '10.0.0.1': '“10.0.0.1” is no server',
    'me:secret@example.com': 'is no server',
    'printer.local': '“printer.local” is no server',
    'ftp://example.com': 'is no server',
  };
  for (const [instance, sentence] of Object.entries(servers))
    it(`instance="${instance}"`, async () => {
      const { warn } = listenToConsole();
      const tag = tagOf(`<masto-timeline instance="${instance}" feed="local"></masto-timeline>`);
      await inState(tag, 'failed');
      await appears(tag, sentence);
      expect(warn).to.have.length(1);
      expect(warn[0]).to.contain('<masto-timeline> instance');
    });
});
