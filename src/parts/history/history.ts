import { html, nothing, type TemplateResult } from 'lit';
import { type Difference, difference, textDifference } from '../../content/difference.js';
import type { DetailsSpeaker } from '../../i18n/details.js';
import type { HistorySpeaker } from '../../i18n/history.js';
import { longDate } from '../../i18n/long-date.js';
import type { CustomEmoji, MediaAttachment, StatusEdit } from '../../mastodon/entities.js';
import { alert, image, smallIcon } from '../icon/icon.js';

/** What a version needs to know besides itself. */
export interface HistoryContext {
  readonly words: HistorySpeaker;
  readonly dates: DetailsSpeaker;
  /** Whether custom emoji are loaded. */
  readonly pictures: boolean;
  readonly language: string | undefined;
}

/** A version, and the one before it; undefined for the original, in which nothing is marked. */
interface Pair {
  readonly now: StatusEdit;
  readonly before: StatusEdit | undefined;
  readonly emojis: readonly CustomEmoji[];
}

const spokenOf = ({ say }: HistorySpeaker) => ({ removed: say('removed'), added: say('added'), end: say('end') });

const texts = (before: string | undefined, now: string, { emojis }: Pair, { words }: HistoryContext): Difference =>
  textDifference(before, now, emojis, spokenOf(words));

function warning({ now, before }: Pair, drawn: Difference, { words: { say } }: HistoryContext) {
  if (!now.spoilerText && !before?.spoilerText) return nothing;
  return html`<p class="version-line version-warning">
    ${smallIcon(alert)}<span><span class="hidden">${say(now.spoilerText ? 'warning' : 'warningGone')} </span><bdi>${drawn.shown}</bdi></span>
  </p>`;
}

const kindOf = ({ type }: MediaAttachment, { words }: HistoryContext) => words.say(type === 'unknown' ? 'file' : type);

/** One attachment that was there before, is there now, or both. */
function attachment(
  was: MediaAttachment | undefined,
  is: MediaAttachment | undefined,
  pair: Pair,
  context: HistoryContext,
) {
  const { say } = context.words;
  const item = (is ?? was)!;
  const kind = kindOf(item, context);
  const change = !pair.before || (was && is) ? undefined : is ? 'mediaAdded' : 'mediaRemoved';
  const text = was && is ? texts(was.description, is.description, pair, context) : undefined;
  const named = change ? say(change, { kind }) : kind;
  const words = text?.shown ?? (item.description || html`<i>${say('undescribed')}</i>`);
  return html`<li class="version-line">
    ${smallIcon(image)}<span>${change ? html`<b>${named}</b>` : named} · <bdi>${text && !was!.description && !is!.description ? html`<i>${say('undescribed')}</i>` : words}</bdi></span>
  </li>`;
}

function media(pair: Pair, context: HistoryContext) {
  const { now, before } = pair;
  const old = before?.media ?? [];
  if (!now.media.length && !old.length) return nothing;
  const has = (list: readonly MediaAttachment[], id: string) => list.find((item) => item.id === id);
  const gone = old.filter(({ id }) => !has(now.media, id));
  return html`<ul class="version-list" aria-label=${context.words.say('media')}>
    ${now.media.map((item) => attachment(has(old, item.id), item, pair, context))}${gone.map((item) => attachment(item, undefined, pair, context))}
  </ul>`;
}

/** The choices of a poll as one text a choice, so that what was put in between does not mark all that follow. */
function poll({ now, before }: Pair, drawn: Difference, { words: { say } }: HistoryContext) {
  if (!now.choices && !before?.choices) return nothing;
  return html`<div class="version-poll" role="group" aria-label=${say('poll')}>${drawn.shown}</div>`;
}

const linesOf = (choices: readonly string[] | undefined) => (choices ?? []).map((choice) => `${choice}\n`).join('');

const idsOf = ({ media }: StatusEdit) => media.map(({ id, description }) => `${id} ${description}`).join('\n');

/** What is said of a version besides what it shows. */
function remarks({ now, before }: Pair, drawn: readonly Difference[], { words: { say } }: HistoryContext) {
  if (!before) return nothing;
  const turned = now.sensitive !== before.sensitive;
  const same = drawn.every((each) => each.same) && idsOf(now) === idsOf(before) && !turned;
  const said = [
    turned && say(now.sensitive ? 'sensitive' : 'notSensitive'),
    drawn.some(({ other }) => other) && say('other'),
    same && say('same'),
  ].filter(Boolean);
  return said.map((sentence) => html`<p class="version-remark"><bdi>${sentence}</bdi></p>`);
}

/**
 * One version of a post, with what was changed in it.
 * @param before The one before; undefined for the original.
 * @param latest Whether it is the one that is shown now.
 */
export function version(
  now: StatusEdit,
  before: StatusEdit | undefined,
  latest: boolean,
  context: HistoryContext,
): TemplateResult {
  const { words, dates, pictures, language } = context;
  const pair: Pair = { now, before, emojis: pictures ? now.emojis : [] };
  const body = difference(before?.content, now.content, pair.emojis, spokenOf(words));
  const warned = texts(before?.spoilerText, now.spoilerText, pair, context);
  const choices = texts(before && linesOf(before.choices), linesOf(now.choices), pair, context);
  const mark = latest ? 'latest' : before ? undefined : 'original';
  const title = html`<time dir="auto" datetime=${now.createdAt ?? nothing}>${longDate(now.createdAt, dates)}</time>`;
  return html`<li class="version">
    <h3 class="version-head" tabindex="-1">${title}${mark ? html` <span class="tag-word">${words.say(mark)}</span>` : nothing}</h3>
    ${warning(pair, warned, context)}${remarks(pair, [body, warned, choices], context)}
    <div class="content" dir="auto" lang=${language ?? nothing}>${body.shown.childNodes.length ? body.shown : html`<i>${words.say('empty')}</i>`}</div>
    ${poll(pair, choices, context)}${media(pair, context)}
  </li>`;
}
