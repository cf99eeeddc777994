import { html, nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { short } from '../../i18n/figures.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

type Speaker = PostContext['words'];

const sayLabels = (host: string, words: Speaker) => [
  words.say('replyAt', { host }),
  words.say('boostAt', { host }),
  words.say('favouriteAt', { host }),
  words.say('bookmarkAt', { host }),
  words.say('menu'),
];

let last: { readonly host: string; readonly words: Speaker; readonly labels: readonly string[] } | undefined;

/** What the links are called. The posts of a list mostly come from one server: said once for all of them. */
function labelsAt(host: string, words: Speaker) {
  if (last?.host !== host || last.words !== words) last = { host, words, labels: sayLabels(host, words) };
  return last.labels;
}

/** Opens the menu by an arrow, as menus open everywhere. */
export function openMenu(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).click();
}

/** Fills the row. At once: a template with a place for each of its attributes takes twice the time. */
class Row extends Directive {
  #drawn: readonly unknown[] = [];

  render(_status: Status, _words: Speaker) {
    return nothing;
  }

  override update({ element }: ElementPart, [status, words]: [Status, Speaker]) {
    if (this.#drawn[0] === status && this.#drawn[1] === words) return nothing;
    this.#drawn = [status, words];
    const { host, url, visibility, repliesCount, boostsCount, favouritesCount } = status;
    const counts = [repliesCount, boostsCount, favouritesCount];
    const labels = labelsAt(host, words);
    const links = [...element.children] as HTMLAnchorElement[];
    const more = links.pop()!;
    more.ariaLabel = labels[4]!;
    more.onkeydown = openMenu;
    more.hidden = !url; // it would be empty
    links.forEach((link, at) => {
      const count = counts[at] ? short(counts[at], words) : '';
      if (url) link.href = url;
      else link.removeAttribute('href');
      link.ariaLabel = labels[at]! + (count && `, ${count}`);
      link.textContent = count;
    });
    const boost = links[1]!;
    boost.hidden = visibility !== 'public' && visibility !== 'unlisted';
    boost.part.toggle('boost', !boost.hidden);
    if (boost.hidden) boost.removeAttribute('href');
    return nothing;
  }
}

const row = directive(Row);

/* eslint-disable lit-a11y/accessible-name, lit-a11y/anchor-is-valid -- names and addresses come from `row` */

/**
 * What a reader can do with a post. Nobody is signed in here, so each leads to the post on its own server; the rest comes
 * with the menu. Written out, with signs drawn by the sheet: this row stands in every post.
 */
export const actions = (status: Status, { words }: PostContext) => html`
  <div class="actions" part="actions" role="group" aria-label=${words.say('actions')} ${row(status, words)}>
    <a class="action reply" part="action reply" target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action boost" part="action boost" target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action favourite" part="action favourite" target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action bookmark" part="action bookmark" target="_blank" rel="nofollow noopener noreferrer"></a>
    <button class="action more" part="action more" type="button" value="more" aria-haspopup="menu" aria-expanded="false"></button>
  </div>
`;
