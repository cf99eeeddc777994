import type { Translation } from './vocabulary.js';
import type { words as english } from './compose-completion.en.js';

export const words: Translation<typeof english> = {
  person: 'Leute',
  tag: 'Hashtags',
  emoji: 'Emoji',
  found: {
    one: '{n} Vorschlag. Die Eingabetaste übernimmt ihn.',
    other: '{n} Vorschläge. Mit den Pfeiltasten wählst du, die Eingabetaste übernimmt.',
  },
  uses: { one: '{n} Beitrag diese Woche', other: '{n} Beiträge diese Woche' },
};
