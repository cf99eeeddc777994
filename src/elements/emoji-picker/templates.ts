import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EmojiSpeaker } from '../../i18n/emoji-picker.js';
import { clock, emoji as faces, globe } from '../../parts/icon/compose-icons.js';
import { ball, bulb, cup, flag, heart, paw, person } from '../../parts/icon/emoji-icons.js';
import { down } from '../../parts/icon/form-icons.js';
import { icon, smallIcon } from '../../parts/icon/icon.js';
import { server } from '../../parts/icon/rare-icons.js';
import { type Emoji, toned } from './catalogue.js';
import type { Grid, Row } from './rows.js';
import type { Kind } from './sections.js';
import type { Stock } from './stock.js';

/** What the cells share. */
export interface Ctx {
  readonly words: EmojiSpeaker;
  readonly tone: number;
  /** The place of the one that Tab leads to. */
  readonly at: number;
  readonly columns: number;
  /** Pictures that did not come. */
  readonly broken: ReadonlySet<string>;
  readonly lost: (event: Event) => void;
}

/** The sign, or the picture; its name where the picture is lost. */
function face(emoji: Emoji, url: string | undefined, { tone, broken, lost }: Pick<Ctx, 'tone' | 'broken' | 'lost'>) {
  const { picture, name } = emoji;
  if (!picture) return toned(emoji, tone);
  if (!url || broken.has(url)) return html`<span class="picker-code" dir="ltr">${name}</span>`;
  return html`<img src=${url} alt="" width="24" height="24" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${lost} />`;
}

const cellOf = (emoji: Emoji, place: number, ctx: Ctx) =>
  html`<button type="button" role="gridcell" data-at=${place} tabindex=${place === ctx.at ? 0 : -1} aria-label=${emoji.name}>${face(
    emoji,
    emoji.picture?.staticUrl,
    ctx,
  )}</button>`;

/** A line of the grid. @param index its place among all lines, from 0 */
const row = ({ top, section, start, emojis }: Row, index: number, ctx: Ctx): TemplateResult =>
  html`<div class="picker-row" role="row" aria-rowindex=${index + 1} .style=${`inset-block-start:${top}px`}>${
    emojis.length
      ? emojis.map((emoji, at) => cellOf(emoji, start + at, ctx))
      : html`<span class="picker-heading" role="rowheader" aria-colspan=${ctx.columns}><bdi>${section.title}</bdi></span>`
  }</div>`;

/** What is seen of the grid, where it would stand among all. */
export const lines = ({ height }: Grid, seen: readonly (readonly [number, Row])[], ctx: Ctx): TemplateResult =>
  html`<div role="presentation" .style=${`block-size:${height}px`}>${repeat(
    seen,
    ([, { start, emojis, section }]) => `${emojis.length} ${start} ${section.id} ${section.title}`,
    ([index, each]) => row(each, index, ctx),
  )}</div>`;

const signs: Readonly<Record<string, string>> = {
  used: clock,
  own: server,
  faces,
  people: person,
  animals: paw,
  food: cup,
  places: globe,
  activities: ball,
  objects: bulb,
  symbols: heart,
  flags: flag,
};

/** A button a kind, which leads there. */
export const kinds = (there: readonly Kind[], current: string | undefined, { say }: EmojiSpeaker): TemplateResult =>
  html`<div class="picker-kinds" role="group" aria-label=${say('categories')}>${there.map(
    ({ id, label }) =>
      html`<button type="button" value=${id} tabindex=${id === (current ?? there[0]!.id) ? 0 : -1} aria-label=${label} title=${label} aria-current=${id === current}>${icon(
        signs[id]!,
      )}</button>`,
  )}</div>`;

const tones = [0, 1, 2, 3, 4, 5] as const;

/** What an emoji is called, and the choice of a colour of skin. */
export function foot(emoji: Emoji | undefined, ctx: Omit<Ctx, 'at' | 'columns'>): TemplateResult {
  const { tone, words } = ctx;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const url = emoji?.picture?.[isStill ? 'staticUrl' : 'url'];
  return html`<div class="picker-name">
    <span class="picker-shown" aria-hidden="true">${emoji ? html`<span class="picker-face">${face(emoji, url, ctx)}</span><bdi>${emoji.name}</bdi>` : nothing}</span>
    <span class="setting" part="setting"><span class="tone tone-${tone}"></span>${smallIcon(down)}<select name="tone" aria-label=${words.say('skin')}>${tones.map(
      (each) => html`<option value=${each} .selected=${each === tone}>${words.say(`tone${each}`)}</option>`,
    )}</select></span>
  </div>`;
}

/** What is amiss, or to come, and a way on. */
export const notice = (said: string, again: boolean, { say }: EmojiSpeaker): TemplateResult | typeof nothing =>
  said
    ? html`<div class="picker-said"><p>${said}</p>${
        again
          ? html`<button class="button button-quiet" part="button" type="button" value="again">${say('retry')}</button>`
          : nothing
      }</div>`
    : nothing;

/** How it stands, in words. */
export function told({ failed, ready }: Stock, query: string, n: number, { say }: EmojiSpeaker): string {
  if (failed) return say('failed');
  if (!ready) return say('loading');
  if (!query) return '';
  return n ? say('found', { n }) : say('none');
}
