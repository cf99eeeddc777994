import { html, nothing } from 'lit';
import type { MenuSpeaker, MenuTerm } from '../../../i18n/menu.js';
import { icon } from '../../../parts/icon/icon.js';
import { external, language, link } from '../../../parts/icon/menu-icons.js';
import type { Around } from '../pieces.js';
import { translationItem } from '../translating.js';
import { valuesOf } from './afterwards.js';
import { type Facts, type Given, groups, type Row } from './items.js';

/** For everybody, signed in or not. */
const common = ({ status: { url } }: Given, words: MenuSpeaker) =>
  url
    ? html`<button class="menu-item" type="button" role="menuitem" tabindex="-1" value="copy" ?autofocus=${true}>
          ${icon(link)}<span>${words.say('copy')}</span>
        </button>
        <a class="menu-item" role="menuitem" tabindex="-1" href=${url} target="_blank" rel="nofollow noopener noreferrer">
          ${icon(external)}<span>${words.weave<unknown>('open', { host: html`<bdi>${new URL(url).host}</bdi>` })}</span>
        </a>`
    : nothing;

/** Where the reader's own server translates: what draws the translation knows its button. */
function translation(around: Around, lang: string) {
  const { value, label } = translationItem(around, lang) ?? {};
  return value
    ? html`<button class="menu-item" type="button" role="menuitem" tabindex="-1" value=${value}>
        ${icon(language)}<span>${label}</span>
      </button>`
    : nothing;
}

function item(row: Row, facts: Facts, words: MenuSpeaker, first: boolean) {
  const [done, undone] = row.words(facts);
  const term: MenuTerm = row.isOn?.(facts) ? (undone ?? done) : done;
  return html`<button class="menu-item ${row.danger ? 'menu-danger' : ''}" type="button" role="menuitem" tabindex="-1" value=${row.verb}
    ?autofocus=${first}>
    ${icon(row.icon)}<span>${words.weave<unknown>(term, valuesOf(facts, row))}</span>
  </button>`;
}

/** The items of the menu, in groups; what nobody can do here is not there. */
export function draw(facts: Given, around: Around, words: MenuSpeaker): unknown {
  const { url } = facts.status;
  const own = facts.home ? groups.map((group) => group.filter((row) => row.fits(facts as Facts))) : [];
  const [first] = own.flat();
  const blocks = own
    .filter((group) => group.length)
    .map((group) => group.map((row) => item(row, facts as Facts, words, !url && row === first)));
  return [[common(facts, words), translation(around, words.lang)], ...blocks].map((block, at) =>
    at && (url || at > 1) ? [html`<hr class="menu-rule" />`, block] : block,
  );
}
