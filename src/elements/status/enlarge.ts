import { languageOf } from '../../i18n/language.js';
import type { Status } from '../../mastodon/entities.js';
import { drawable, openable } from '../../parts/media/attachments.js';
import '../lightbox/lightbox.js';

/** The attachment that a link in a gallery shows. */
function shownBy(link: HTMLAnchorElement, { media }: Status) {
  const tiles = [...(link.closest('.media')?.children ?? [])];
  const all = media.filter(drawable);
  const item = all[tiles.findIndex((tile) => tile.contains(link))];
  return item?.url === link.href ? item : all.find(({ url }) => url === link.href);
}

/** Shows a picture of a post large, and the others beside it; the focus comes back to its link. */
export async function enlarge(link: HTMLAnchorElement, status: Status): Promise<void> {
  const items = status.media.filter(openable);
  const item = shownBy(link, status);
  if (!item) throw new Error(); // the link leads there
  const box = document.createElement('masto-lightbox');
  box.items = items;
  box.at = items.indexOf(item);
  box.begun = item.type === 'video';
  box.lang = languageOf(link);
  box.dir = getComputedStyle(link).direction;
  box.descriptionLang = status.language ?? '';
  box.addEventListener('close', () => {
    box.remove();
    link.focus({ preventScroll: true });
  });
  document.body.append(box);
  await box.updateComplete;
}
