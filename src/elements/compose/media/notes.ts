import { html, nothing, type TemplateResult } from 'lit';
import type { UploadSpeaker } from '../../../i18n/compose-media.js';
import { smallIcon } from '../../../parts/icon/icon.js';
import { alert } from '../../../parts/icon/upload-icons.js';
import type { Item, Trouble } from './item.js';
import type { Items, Refused } from './items.js';
import { nameOf } from './tiles.js';

type Way = readonly [label: string, act: () => void];

/** Why a file is not up, and what can be done about it. */
function note(
  name: string,
  { term, n = 0, size = '', quote }: Trouble,
  ways: readonly Way[],
  host: string,
  { say }: UploadSpeaker,
) {
  return html`<li class="upload-note">
    ${smallIcon(alert)}
    <p><b><bdi>${name}</bdi></b> · ${say(term, { host, n, size })}${quote ? html` <q dir="auto">${quote}</q>` : nothing}</p>
    <div class="buttons">${ways.map(
      ([label, act]) =>
        html`<button class="button button-quiet" part="button" type="button" @click=${act}>${label}</button>`,
    )}</div>
  </li>`;
}

interface Hand {
  readonly allow: () => void;
  readonly remove: (item: Item) => void;
  readonly redraw: () => void;
}

function waysOf(item: Item, items: Items, { allow, remove }: Hand, { say }: UploadSpeaker): Way[] {
  const { trouble, file, state } = item;
  const again = () => {
    items.uploads.send(item);
    items.keep(true);
  };
  const ways: Way[] = [];
  if (trouble?.allow) ways.push([say('allow'), allow]);
  if (file && state !== 'large') ways.push([say('again'), again]);
  if (file && trouble?.smaller) ways.push([say('smaller'), () => void items.uploads.shrink(item)]);
  return [...ways, [say('take'), () => remove(item)]];
}

/** All that is to be said of files that are not up. */
export function notes(items: Items, hand: Hand, host: string, words: UploadSpeaker): TemplateResult {
  const { all, refused, unsent } = items;
  const close = (act: () => void): readonly Way[] => [[words.say('dismiss'), act]];
  const forget = (name: string) => () => {
    items.unsent = unsent.filter((each) => each !== name);
    items.keep(true);
  };
  const pass = (one: Refused) => () => {
    items.refused = refused.filter((each) => each !== one);
    hand.redraw();
  };
  return html`<ul>
    ${all.map((item, at) =>
      item.trouble
        ? note(item.name || nameOf(item, at, words), item.trouble, waysOf(item, items, hand, words), host, words)
        : nothing,
    )}${refused.map((one) => note(one.name, one.trouble, close(pass(one)), host, words))}${unsent.map((name) =>
      note(name, { term: 'unsent' }, close(forget(name)), host, words),
    )}
  </ul>`;
}
