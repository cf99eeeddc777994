import { html, nothing, type TemplateResult } from 'lit';
import { pageUrl } from '../../base/url.js';
import type { ComposeSpeaker } from '../../i18n/compose.js';
import { due } from '../../i18n/due.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { clock, globe, search } from '../../parts/icon/compose-icons.js';
import { check } from '../../parts/icon/form-icons.js';
import { alert, smallIcon } from '../../parts/icon/icon.js';
import type { Problem, WayOut } from './problems.js';
import type { Phase } from './sending.js';

/** A link that leaves the page. */
export const external = (url: string, label: string): TemplateResult =>
  html`<a class="link" href=${url} target="_blank" rel="nofollow noopener noreferrer">${label}</a>`;

const ways = {
  allow: 'allow',
  search: 'allow',
  read: 'allow',
  again: 'again',
  now: 'sendNow',
  look: 'look',
  alone: 'alone',
  find: 'retry',
  halt: 'stopWaiting',
  restore: 'bringBack',
} as const satisfies Record<WayOut, string>;

const wayOut = (way: WayOut, { say }: ComposeSpeaker) =>
  html`<button class="button button-quiet" part="button" type="button" value=${way}>${say(ways[way])}</button>`;

/** @param own the buttons are a piece's */
const said = (path: string, text: unknown, way: unknown, own = false) => html`<div class="compose-said" part="notice">
  ${smallIcon(path)}
  <p>${text}</p>
  ${way === nothing ? way : html`<div class="buttons ${own ? 'piece' : ''}">${way}</div>`}
</div>`;

/** Where what is answered can be found, for whoever cannot answer it from here. */
const elsewhere = (url: string, { origin, host }: HomeSession, { say }: ComposeSpeaker) => [
  external(url, say('open', { host: new URL(url).host })),
  external(`${origin}/authorize_interaction?uri=${encodeURIComponent(url)}`, say('resolveThere', { host })),
];

/** Why it was not posted, what the server said, and a way on. */
function trouble(problem: Problem, { home, url }: Outcome, words: ComposeSpeaker) {
  const { term, said: own, n = 0, quote, way, ways: buttons } = problem;
  const text = own ?? words.say(term, { host: home?.host ?? '', n });
  const links = home && term === 'unresolved' && pageUrl(url) ? elsewhere(pageUrl(url)!, home, words) : nothing;
  return said(
    alert,
    [text, quote ? [' ', html`<q dir="auto">${quote}</q>`] : nothing],
    buttons ?? (way ? wayOut(way, words) : links),
    !!buttons,
  );
}

/** Whose form it is, and what is answered in it. */
export interface Outcome {
  readonly over: boolean;
  /** By another tab. */
  readonly changed: boolean;
  readonly home: HomeSession | undefined;
  readonly url: string | undefined;
  readonly replying: boolean;
}

/** When it will be seen, or what has become of it. */
function posted(
  { url, scheduledAt, edited }: Extract<Phase, { name: 'posted' }>,
  replying: boolean,
  words: ComposeSpeaker,
) {
  const text = scheduledAt
    ? due(new Date(scheduledAt), Date.now(), words.lang, words)
    : words.say(edited ? 'edited' : replying ? 'replied' : 'posted');
  return said(check, text, url ? external(url, words.say('openPost')) : nothing);
}

function good(phase: Phase, { home, replying, over }: Outcome, words: ComposeSpeaker) {
  const { say } = words;
  if (phase.name === 'looking') return said(search, say('looking', { host: home?.host ?? '' }), nothing);
  if (phase.name === 'waiting') return said(clock, say('waiting'), wayOut('halt', words));
  if (phase.name === 'online') return said(globe, say('online'), wayOut('now', words));
  if (phase.name === 'posted') return posted(phase, replying, words);
  const unseen = phase.name === 'sending' ? say('posting') : over ? say('over') : '';
  return unseen ? html`<span class="hidden">${unseen}</span>` : nothing;
}

/** Another tab has changed what stands here. */
const changed = (words: ComposeSpeaker) => said(alert, words.say('changedElsewhere'), wayOut('restore', words));

/** What has become of it. Both places are always there: assistive technology listens to them. */
export const outcome = (
  phase: Phase,
  problem: Problem | undefined,
  about: Outcome,
  words: ComposeSpeaker,
): TemplateResult => html`
  <div id="problem" role="alert">${problem ? trouble(problem, about, words) : nothing}</div>
  <div role="status">${good(phase, about, words)}${about.changed ? changed(words) : nothing}</div>
`;
