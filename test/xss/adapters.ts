import { body, emojify, textOf } from '../../src/content/content.js';
import type { CustomEmoji } from '../../src/mastodon/entities.js';
import '../../src/elements/status/status.js';
import type { Raw } from './sinks.js';

/** A way to draw posts. */
export interface Adapter {
  /** Draws all of them into the container, and is done when they are on the page. */
  draw(posts: readonly Raw[], container: HTMLElement): void | Promise<void>;
}

interface Loose {
  url: string;
  title: string;
  html: string;
  description: string;
  options: Loose[];
}

/** The positive control: what a careless embed does. The watch must see it fail. */
export const raw: Adapter = {
  draw(posts, container) {
    for (const { url, content, account, ...more } of posts) {
      const [card, poll, files] = [more.card, more.poll, more.media_attachments] as [Loose?, Loose?, Loose[]?];
      const box = container.ownerDocument.createElement('div');
      container.append(box);
      box.attachShadow({ mode: 'open' }).innerHTML =
        `<a href="${url}">${account.display_name}</a><div>${content}</div>` +
        (card ? `${card.html}<a href="${card.url}">${card.title}</a>` : '') +
        (poll?.options.map(({ title }) => title).join(' ') ?? '') +
        files?.map((file) => `<img src="${file.url}" alt="${file.description}">`).join('');
    }
  },
};

const emojisOf = (list: readonly object[]): CustomEmoji[] =>
  (list as { shortcode: string; url: string; static_url: string }[]).map(({ shortcode, url, static_url }) => ({
    shortcode,
    url,
    staticUrl: static_url,
  }));

/** `src/content/` alone, on every field that is a stranger's HTML or text. */
export const contentAlone: Adapter = {
  draw(posts, container) {
    for (const status of posts) {
      const root = container.ownerDocument.createElement('div');
      container.append(root);
      const nested = [status.reblog, (status.quote as { quoted_status: Raw } | null)?.quoted_status].filter(
        Boolean,
      ) as Raw[];
      for (const { content, spoiler_text, account, emojis } of [status, ...nested]) {
        const known = emojisOf(emojis);
        root.append(
          body(content, { emojis: known }),
          body(account.note),
          textOf(content),
          emojify(spoiler_text, known),
        );
        root.append(emojify(account.display_name, emojisOf(account.emojis)));
        for (const { name, value } of account.fields as { name: string; value: string }[])
          root.append(name, body(value));
      }
      for (const { title } of (status.poll as { options: { title: string }[] } | null)?.options ?? [])
        root.append(emojify(title, emojisOf(status.emojis)));
      root.append(body((status.card as { html: string } | null)?.html ?? ''));
    }
  },
};

/** The real thing: `<masto-status>`, with every warning and every cover opened. */
export const elements: Adapter = {
  async draw(posts, container) {
    const drawn = posts.map((status) => Object.assign(document.createElement('masto-status'), { status }));
    container.append(...drawn);
    const waiting = () => drawn.filter(({ shadowRoot }) => !shadowRoot?.querySelector('.post, .notice, [role=alert]'));
    for (let tries = 0; tries < 1_000 && waiting().length; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    if (waiting().length) throw new Error(`${waiting().length} posts were never drawn`);
    for (const { shadowRoot } of drawn)
      for (const button of shadowRoot?.querySelectorAll('button') ?? [])
        if (button.value === 'open' || button.value === 'show-media') button.click();
    await Promise.all(drawn.map(({ updateComplete }) => updateComplete));
  },
};
