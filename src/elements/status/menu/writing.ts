import { textOf } from '../../../content/content.js';
import { readMine, takeBack } from '../../../mastodon/editing.js';
import { MastoError } from '../../../mastodon/errors.js';
import { findQuotable } from '../../../mastodon/quoting.js';
import type { Forms } from './forms.js';
import type { Facts } from './items.js';

/** Opens the post in a form in its place; what was begun before goes on. */
export async function edit({ home, status }: Facts, forms: Forms): Promise<void> {
  const draft = await readMine(home, status);
  await forms.show(home, `edit ${draft.editing!.id}`, draft, true);
}

/** Deletes the post, and opens what stood in it in a form where it stood. */
export async function redraft({ home, status }: Facts, forms: Forms): Promise<void> {
  // As the shelf lists those that no form of the page takes up by itself.
  const thread = (id: string) => `~redraft ${id}~`;
  await forms.bring(home);
  const id = await takeBack(home, status, textOf(status.content), {
    keep: (of, draft) => forms.keep(home, thread(of), draft),
    drop: (of) => forms.drop(home, thread(of)),
  });
  await forms.show(home, thread(id));
}

/** Opens a form under the post in which it is quoted. */
export async function quote({ home, status }: Facts, forms: Forms): Promise<void> {
  const { id, url, consent } = await findQuotable(home, status);
  if (consent === 'denied') throw new MastoError('forbidden', { host: home.host });
  await forms.show(home, `quote ${id}`, { quote: { id, url } });
}
