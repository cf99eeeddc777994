import { expect } from '@open-wc/testing';
import type { Failure } from '../../src/mastodon/errors.js';
import { town } from '../elements/town.js';
import { appears, byRole, heard, inState, listenToConsole, mount, seen, tagOf, theOne } from '../helpers.js';
import './tags.js';

interface Case {
  /** The tag; HOST stands for a server that is there. */
  readonly written: string;
  readonly failure: Failure;
  /** What the reader is told. */
  readonly sentence: string;
  /** What the page's author is told on the console. */
  readonly warning: string;
}

/** Beside those of `timeline-states`, which has one for each word that an attribute of a timeline may be. */
const cases: readonly Case[] = [
  {
    written: '<masto-status src="hello">',
    failure: 'bad-attribute',
    sentence: '“hello” is no good value for src',
    warning: '<masto-status> src="hello": is not the address of a post',
  },
  {
    written: '<masto-status src="http://HOST/">',
    failure: 'bad-attribute',
    sentence: '“http://HOST/” is no good value for src',
    warning: '<masto-status> src="http://HOST/": is not the address of a post',
  },
  {
    written: '<masto-status src="ftp://HOST/@ines/1">',
    failure: 'bad-instance',
    sentence: '“ftp://HOST/@ines/1” is no server',
    warning: '<masto-status> src="ftp://HOST/@ines/1": is no server; write it like mastodon.social',
  },
  {
    written: '<masto-status src="http://HOST/@ines/1" load="never">',
    failure: 'bad-attribute',
    sentence: '“never” is no good value for load',
    warning: '<masto-status> load="never": is none of visible eager click',
  },
  {
    written: '<masto-status instance="nonsense" status-id="1">',
    failure: 'bad-instance',
    sentence: '“nonsense” is no server',
    warning: '<masto-status> instance="nonsense": is no server',
  },
  {
    written: '<masto-status status-id="1">',
    failure: 'no-instance',
    sentence: 'No server is named',
    warning: '<masto-status> instance: is missing; say which server to ask',
  },
  {
    written: '<masto-status instance="HOST">',
    failure: 'nothing-named',
    sentence: 'Nothing says what to show',
    warning: '<masto-status> src: is missing',
  },
  {
    written: '<masto-timeline account="@ines">',
    failure: 'no-instance',
    sentence: 'No server is named',
    warning: '<masto-timeline> instance: is missing',
  },
  {
    written: '<masto-timeline account-id="1">',
    failure: 'no-instance',
    sentence: 'No server is named',
    warning: '<masto-timeline> instance: is missing',
  },
  {
    written: '<masto-timeline account="@ines@nonsense">',
    failure: 'bad-instance',
    sentence: '“@ines@nonsense” is no server',
    warning: '<masto-timeline> account="@ines@nonsense": is no server',
  },
  {
    written: '<masto-timeline instance="HOST" account="https://HOST/about">',
    failure: 'bad-attribute',
    sentence: '“https://HOST/about” is no good value for account',
    warning: '<masto-timeline> account="https://HOST/about": makes no sense',
  },
  {
    written: '<masto-timeline instance="HOST" tag="#">',
    failure: 'bad-attribute',
    sentence: '“#” is no good value for tag',
    warning: '<masto-timeline> tag="#": is no hashtag',
  },
  {
    written: '<masto-timeline instance="HOST" tag="">',
    failure: 'nothing-named',
    sentence: 'Nothing says what to show',
    warning: '<masto-timeline> feed: is missing',
  },
];

describe('an attribute that makes no sense', () => {
  for (const { written, failure, sentence, warning } of cases)
    it(`${written}: the reader is told, the author is warned once, and nobody is asked`, async () => {
      const here = await town();
      await here.forget();
      const { warn } = listenToConsole();
      const at = (text: string) => text.replaceAll('HOST', here.host);
      const tag = tagOf(`${at(written)}<i>From the page</i>`);
      const { error } = await heard(tag, 'masto-error');
      expect(error).to.include({ name: 'MastoError', failure });
      await inState(tag, 'failed');
      await appears(tag, at(sentence));
      await appears(tag, /Whoever made this page can mend it|A server is written like/);
      expect(seen(theOne(tag, 'alert'))).to.contain(at(sentence));
      expect(seen(tag)).to.contain('From the page');
      expect(seen(tag)).to.not.match(/undefined|null|NaN|\{/);
      expect(byRole(tag, 'button')).to.deep.equal([]);
      expect(warn.map((line) => line.includes(at(warning))).join(), warn.join('\n')).to.equal('true');
      expect(await here.asks(/./)).to.deep.equal([]);
    });

  it('another one that makes no sense either is told as well', async () => {
    const here = await town();
    const { warn } = listenToConsole();
    const tag = tagOf('<masto-status src="hello"></masto-status>');
    await appears(tag, '“hello”');
    tag.setAttribute('src', 'goodbye');
    await appears(tag, '“goodbye” is no good value for src');
    const { url } = await here.post('ines', { status: 'At last' });
    tag.setAttribute('src', url);
    await appears(tag, 'At last');
    expect(warn.map((line) => /"\w+"/.exec(line)?.[0])).to.deep.equal(['"hello"', '"goodbye"']);
  });

  it('of <masto-auth>: the tags inside say so, and the warning names the tag it is written on', async () => {
    const { warn } = listenToConsole();
    const stage = mount(
      '<masto-auth instance="nonsense"><masto-timeline feed="local"></masto-timeline><masto-status status-id="1"></masto-status></masto-auth>',
    );
    for (const name of ['masto-timeline', 'masto-status']) {
      const tag = stage.querySelector<HTMLElement>(name)!;
      await inState(tag, 'failed');
      await appears(tag, '“nonsense” is no server');
    }
    expect(warn).to.have.length(2);
    for (const line of warn) expect(line).to.contain('<masto-auth> instance="nonsense": is no server');
  });

  it('lang: a language that there is not, or none at all, is English', async () => {
    const here = await town();
    for (const lang of ['tlh', 'nonsense nonsense', '?']) {
      const tag = tagOf(
        `<masto-timeline lang="${lang}" instance="${here.host}" feed="local" limit="2"></masto-timeline>`,
      );
      await inState(tag, undefined);
      await appears(tag, 'Older posts');
    }
  });

  it('the words of a failure can be had in German', async () => {
    const { warn } = listenToConsole();
    const tag = tagOf('<masto-status lang="de" src="hello"></masto-status>');
    await inState(tag, 'failed');
    await appears(tag, /„hello“/);
    expect(warn).to.have.length(1);
  });
});
