/** What runs in the page of a reader: each function is sent there, and stands on its own. */

/** A post as it is drawn. */
export interface Drawn {
  readonly key: string;
  /** Undefined where nothing of it is drawn: it is gone, or behind a warning. */
  readonly content: string | undefined;
}

/** The list from its top to its bottom. */
export interface Shown {
  readonly posts: readonly Drawn[];
  /** Chunks that stayed empty although they were on the screen. */
  readonly unseen: number;
  /** Rows that say that something is missing. */
  readonly gaps: number;
  /** Things that say they are still at it. */
  readonly busy: number;
}

/** Scrolls through the list, for what is far from the screen is not drawn. Ends at the top. */
export async function readThrough(): Promise<Shown> {
  const root = document.querySelector('masto-timeline')!.shadowRoot!;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const drawn = new Map<Element, Drawn[]>();
  const look = () => {
    for (const chunk of root.querySelectorAll('.feed .chunk')) {
      const posts = [...chunk.querySelectorAll('masto-status')] as (Element & { entry?: { key: string } })[];
      if (!posts.length) continue;
      drawn.set(
        chunk,
        posts.map(({ entry, shadowRoot }) => ({
          key: entry!.key,
          content: shadowRoot?.querySelector('[part~=content]')?.textContent ?? undefined,
        })),
      );
    }
  };
  for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
    scrollTo({ top: y, behavior: 'instant' });
    for (let n = 0; n < 4; n++) await frame();
    look();
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await frame();
  const chunks = [...root.querySelectorAll('.feed .chunk')].filter((chunk) => chunk.childElementCount);
  return {
    posts: chunks.flatMap((chunk) => drawn.get(chunk) ?? []),
    unseen: chunks.filter((chunk) => !drawn.has(chunk)).length,
    gaps: root.querySelectorAll('[part~=gap]').length,
    busy: [...document.querySelectorAll('masto-timeline, masto-notifications')].filter(
      (one) => one.matches(':state(loading)') || one.shadowRoot?.querySelector('[aria-busy=true]'),
    ).length,
  };
}

/** How HTML of a server reads: letters and digits alone, for what stands between them is drawn in many ways. */
export function wordsOf(html: readonly string[]): string[] {
  return html.map((one) => {
    const { body } = new DOMParser().parseFromString(one, 'text/html');
    for (const hidden of body.querySelectorAll('.quote-inline')) hidden.remove(); // the quoted post itself is drawn
    return (body.textContent ?? '').replace(/:\w+:/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  });
}

/** The keys of the groups of notifications in their order. */
export const notificationKeys = (): (string | undefined)[] =>
  [
    ...document
      .querySelector('masto-notifications:not([compact])')!
      .shadowRoot!.querySelectorAll<HTMLElement>('.feed > [data-key]'),
  ].map(({ dataset }) => dataset['key']);

/** Presses the first gap's button, wherever it is. */
export function pressGap(): boolean {
  const { shadowRoot } = document.querySelector('masto-timeline')!;
  const button = shadowRoot!.querySelector<HTMLButtonElement>('button[part~=gap], [part~=gap] button');
  button?.click();
  return !!button;
}

export const toTop = () => scrollTo({ top: 0, behavior: 'instant' });
