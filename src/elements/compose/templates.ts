import { html, nothing, type TemplateResult } from 'lit';
import { pageUrl } from '../../base/url.js';
import { emojify, textOf } from '../../content/content.js';
import type { ShownStatus } from '../../controllers/status-controller.js';
import type { ComposeSpeaker } from '../../i18n/compose.js';
import { quotePolicies, type QuotePolicy } from '../../mastodon/draft-parts.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { visibilities, type PostField, type PostVisibility } from '../../mastodon/posting.js';
import { globe, language, quote, search } from '../../parts/icon/compose-icons.js';
import { check, close } from '../../parts/icon/form-icons.js';
import { alert, icon, lock, mention, reply, smallIcon, unlisted } from '../../parts/icon/icon.js';
import { setting } from '../../parts/setting/setting.js';
import type { Composer } from './composer.js';
import type { Choice } from './languages.js';
import type { Tool } from './piece.js';
import { rows } from './piece-table.js';
import type { Problem, WayOut } from './problems.js';
import type { Phase } from './sending.js';

/** More of a post than that does not fit on its line. */
const longest = 300;

const external = (url: string, label: string) =>
  html`<a class="link" href=${url} target="_blank" rel="nofollow noopener noreferrer">${label}</a>`;

/** What is answered: who wrote it and how it begins; until that is known, where it stands. */
export function answered(
  { status, author }: Partial<ShownStatus> = {},
  url: string | undefined,
  closable: boolean,
  words: ComposeSpeaker,
): TemplateResult {
  const { say } = words;
  const text = status && (status.spoilerText || textOf(status.content).replace(/\s+/g, ' ')).slice(0, longest);
  const name = html`<b><bdi>${emojify(author?.displayName ?? '?', author?.emojis ?? [])}</bdi></b>`;
  const host = url && URL.canParse(url) ? new URL(url).host : '?';
  const what = status
    ? words.weave('replyTo', { name, text: html`<bdi>${text?.toWellFormed()}</bdi>` })
    : url
      ? external(url, say('replyToLink', { host }))
      : nothing;
  return html`<div class="compose-context" part="context">
    ${smallIcon(reply, 'icon-directed')}
    <p>${what}</p>
    ${
      closable
        ? html`<button class="icon-button" type="button" value="close" aria-label=${say('close')}>${smallIcon(close)}</button>`
        : nothing
    }
  </div>`;
}

const signs = { public: globe, unlisted, private: lock, direct: mention };

/** Who sees it, and in which language it is. */
export function settings(
  set: {
    readonly visibility: PostVisibility;
    readonly widest: PostVisibility;
    readonly language: string | undefined;
    readonly languages: readonly Choice[];
    /** Who may quote it; undefined where that is no question. */
    readonly quotes?: QuotePolicy | undefined;
  },
  wrong: PostField | undefined,
  words: ComposeSpeaker,
): TemplateResult {
  const { say } = words;
  const describedBy = (field: PostField) => (wrong === field ? 'problem' : undefined);
  const narrow = visibilities.indexOf(set.widest);
  return html`<div class="compose-head">
    ${setting({
      name: 'visibility',
      label: say('audience'),
      icon: signs[set.visibility],
      value: set.visibility,
      shown: say(set.visibility),
      options: visibilities.map((value, at) => ({
        value,
        label: `${say(value)} · ${say(`${value}Text`)}`,
        disabled: at < narrow,
      })),
      describedBy: describedBy('visibility'),
    })}${setting({
      name: 'language',
      label: say('language'),
      icon: language,
      value: set.language ?? '',
      shown: set.languages.find(({ value }) => value === set.language)?.label ?? '–',
      options: set.languages,
      describedBy: describedBy('language'),
    })}${set.quotes ? quoting(set.quotes, words) : nothing}
  </div>`;
}

const quoted = { public: 'quotePublic', followers: 'quoteFollowers', nobody: 'quoteNobody' } as const;

const quoting = (value: QuotePolicy, { say }: ComposeSpeaker) =>
  setting({
    name: 'quotePolicy',
    label: say('quotePolicy'),
    icon: quote,
    value,
    shown: say(quoted[value]),
    options: quotePolicies.map((policy) => ({ value: policy, label: say(quoted[policy]) })),
  });

const ways = {
  allow: 'allow',
  search: 'allow',
  again: 'again',
  look: 'look',
  alone: 'alone',
  find: 'retry',
} as const satisfies Record<WayOut, string>;

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
  const button =
    way &&
    html`<button class="button button-quiet" part="button" type="button" value=${way}>${words.say(ways[way])}</button>`;
  const links = home && term === 'unresolved' && pageUrl(url) ? elsewhere(pageUrl(url)!, home, words) : nothing;
  return said(
    alert,
    [text, quote ? [' ', html`<q dir="auto">${quote}</q>`] : nothing],
    buttons ?? button ?? links,
    !!buttons,
  );
}

/** Whose form it is, and what is answered in it. */
export interface Outcome {
  readonly over: boolean;
  readonly home: HomeSession | undefined;
  readonly url: string | undefined;
  readonly replying: boolean;
}

function good(phase: Phase, { home, replying, over }: Outcome, { say }: ComposeSpeaker) {
  if (phase.name === 'looking') return said(search, say('looking', { host: home?.host ?? '' }), nothing);
  const unseen = phase.name === 'sending' ? say('posting') : over ? say('over') : '';
  if (unseen) return html`<span class="hidden">${unseen}</span>`;
  if (phase.name !== 'posted') return nothing;
  return said(check, say(replying ? 'replied' : 'posted'), phase.url ? external(phase.url, say('openPost')) : nothing);
}

/** What has become of it. Both places are always there: assistive technology listens to them. */
export const outcome = (
  phase: Phase,
  problem: Problem | undefined,
  about: Outcome,
  words: ComposeSpeaker,
): TemplateResult => html`
  <div id="problem" role="alert">${problem ? trouble(problem, about, words) : nothing}</div>
  <div role="status">${good(phase, about, words)}</div>
`;

const tool = (value: string, sign: string, label: string, pressed: boolean | undefined) =>
  html`<button class="icon-button" type="button" value=${value} aria-label=${label} title=${label} aria-pressed=${pressed ?? nothing}>
    ${icon(sign)}
  </button>`;

/** What can be put into a post: a button each, pressed while it is in there. */
export function tools(composer: Composer, { say }: ComposeSpeaker): TemplateResult {
  const { draft, warning } = composer.writing;
  const shown = rows.filter(({ tool }) => tool && (tool.fits?.(composer) ?? true));
  const buttons = shown.map(({ name, tool: { icon: sign, term, pressed } = {} as Tool }) =>
    tool(`piece:${name}`, sign, say(term), pressed?.(draft)),
  );
  return html`<div class="compose-tools">
    ${tool('warning', alert, say('addWarning'), warning !== undefined)}${buttons}<input class="hidden" type="file" name="files" accept="image/*,video/*,audio/*" multiple tabindex="-1" aria-hidden="true" />
  </div>`;
}
