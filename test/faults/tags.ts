/** What goes wrong, as a reader meets it: markup in; state, sentence, event and a way on out. */
import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { Failure, MastoError } from '../../src/mastodon/errors.js';
import { town, type Town } from '../elements/town.js';
import { appears, byRole, first, heard, inState, posts, seen, tagOf, theOne } from '../helpers.js';

/** A town, and the two tags that ask it: a list of three posts, and one post. */
export async function townWithTags() {
  const here = await town();
  const { url } = await here.post('ines', { status: 'The fog has lifted' });
  await here.forget();
  const markup = {
    'masto-timeline': `instance="${here.host}" feed="local" limit="3"`,
    'masto-status': `src="${url}"`,
  };
  return { here, put: (name: TagName) => tagOf(`<${name} ${markup[name]}><i>From the page</i></${name}>`) };
}

export type TagName = 'masto-timeline' | 'masto-status';
export const tagNames: readonly TagName[] = ['masto-timeline', 'masto-status'];

/** The tag fails, once, and says so: event, state, sentences in an alert, what the page has put inside, a button. Gives the error. */
export async function fails(tag: HTMLElement, failure: Failure, ...sentences: string[]): Promise<MastoError> {
  let events = 0;
  tag.addEventListener('masto-error', () => events++);
  const error = (await heard(tag, 'masto-error', 9000)).error as MastoError;
  expect([error.name, error.failure]).to.deep.equal(['MastoError', failure]);
  await inState(tag, 'failed');
  const alert = seen(theOne(tag, 'alert'));
  for (const sentence of sentences) expect(alert).to.contain(sentence);
  expect(seen(tag)).to.contain('From the page');
  expect(seen(tag)).to.not.match(/undefined|null|NaN|Unexpected|JSON|\{|TypeError/);
  expect(byRole(tag, 'button').map(seen)).to.deep.equal(['Try again']);
  expect(events).to.equal(1);
  return error;
}

/** What was wrong is over; the reader presses the button, and is shown what the tag is for. */
export async function recovers(tag: HTMLElement, here: Town): Promise<void> {
  await here.heals();
  const loaded = heard(tag, 'masto-load');
  theOne(tag, 'button', 'Try again').click();
  const { count } = await loaded;
  await inState(tag, undefined);
  await appears(tag, 'The fog has lifted');
  expect(count).to.equal(Math.max(1, posts(tag).length));
  expect(byRole(tag, 'alert')).to.have.length(0);
  expect(seen(tag)).to.not.contain('From the page');
}

/** Where a failed tag leads to instead. */
export const wayOut = (tag: HTMLElement) => first<HTMLAnchorElement>(tag, 'a').href;
