import { pictures } from '../pictures/pictures.js';
import type { Instance } from '../instance.js';
import type { CardRow } from '../world/rows.js';

interface Page {
  title: string;
  description: string;
  provider: string;
  author: string;
  /** Somebody's name on the instance where they live. */
  account?: string;
  picture?: string;
  language?: string;
}

/** What a crawler would find behind the links that people share here. */
const pages: Readonly<Record<string, Page>> = {
  'https://garden.example.org/2026/the-year-we-did-nothing': {
    title: 'The year we did nothing, in detail',
    description: 'No mowing, no pruning, two hedgehogs, one argument with the neighbours.',
    provider: 'The Untidy Garden',
    author: 'Inês Matos',
    account: 'ines',
    picture: 'hills',
    language: 'en',
  },
  'https://garden.example.org/2026/edges': {
    title: 'Where the lawn stops',
    description: 'A short defence of edges.',
    provider: 'The Untidy Garden',
    author: 'Inês Matos',
    account: 'ines',
    language: 'en',
  },
  'https://garden.example.org/2026/a-pond-by-thursday': {
    title: 'A pond by Thursday',
    description: 'You need a washing-up bowl, a spade, and no plan whatever.',
    provider: 'The Untidy Garden',
    author: 'Inês Matos',
    account: 'ines',
    picture: 'stones',
    language: 'en',
  },
  'https://counterform.example.com/bowl-and-stem': {
    title: 'The bowl and the stem: how one letter learnt to stand up',
    description: 'From reed pen to grid fitting in twelve specimens.',
    provider: 'counterform.example.com',
    author: '',
    picture: 'type',
    language: 'en',
  },
  'https://library.example.net/returns': {
    title: 'What came back in the returns box this year',
    description: 'Books, mostly. Also a trowel.',
    provider: 'Hill Town Library',
    author: 'Desmond Achebe',
    account: 'desmond',
    picture: 'books',
    language: 'en',
  },
  'https://bridges.example.com/load': {
    title: 'What a bridge carries when nobody is on it',
    description: '',
    provider: '',
    author: '',
    language: 'en',
  },
};

/** Where a preview's picture lies. */
export const cardImagePath = (picture: string) =>
  `/system/cache/preview_cards/images/000/000/001/original/${picture}.svg`;

function imageOf(name: string | undefined): CardRow['image'] {
  const picture = name === undefined ? undefined : pictures[name];
  if (!name || !picture) return null;
  const { width, height, blurhash, alt } = picture;
  return { path: cardImagePath(name), width, height, blurhash, description: alt };
}

/** The preview of the first link in a text or in HTML that anybody knows. */
export function cardFor(instance: Instance, text: string): CardRow | null {
  const url = Object.keys(pages).find((known) => text.includes(known));
  if (!url) return null;
  const page = pages[url]!;
  const author = page.account === undefined ? undefined : instance.world.accountByName(page.account, null);
  return {
    url,
    title: page.title,
    description: page.description,
    language: page.language ?? null,
    providerName: page.provider,
    authorName: page.author,
    authorId: author?.id ?? null,
    image: imageOf(page.picture),
    publishedAt: null,
  };
}
