import { body } from '../../content/content.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** The words of a post. No template: it never changes, and is kept by who asks for it, since making it again costs. @param more ends what is too much to be shown */
export function content(
  { content, language, emojis, mentions, quote }: Status,
  { pictures }: PostContext,
  more?: () => Node,
): HTMLElement {
  const box = document.createElement('div');
  box.className = 'content';
  box.setAttribute('part', 'content');
  box.dir = 'auto';
  if (language) box.lang = language;
  box.append(body(content, { emojis: pictures ? emojis : [], mentions, hideQuoteLine: !!quote, more }));
  // What is wider than the post is scrolled: by keyboard, too.
  if (content.includes('<pre')) for (const code of box.querySelectorAll('pre')) code.tabIndex = 0;
  return box;
}
