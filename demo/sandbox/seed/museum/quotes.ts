import type { QuoteRow } from '../../world/rows.js';
import type { Exhibit } from './exhibit.js';

const lost = (state: QuoteRow['state'], text: string): Exhibit => ({
  name: `quote-${state}`,
  text,
  quote: { of: 'quotable', state },
});

/** Posts about posts. */
export const quotes: readonly Exhibit[] = [
  {
    name: 'quotable',
    by: 'night_guard',
    text: 'Counted the exhibits. One more than yesterday. I have decided that it was always there.',
  },
  { name: 'quote', text: 'This is why we have a night guard.', quote: { of: 'quotable' } },
  {
    name: 'quote-of-quote',
    by: 'night_guard',
    text: 'They quoted me. I quote that they quoted me.',
    quote: { of: 'quote' },
  },
  { name: 'quote-pictures', text: 'For comparison: a wall.', quote: { of: 'four' } },
  { name: 'quote-warned', text: 'One opens this at one’s own risk.', quote: { of: 'warned' } },
  { name: 'quote-poll', text: 'Vote there, not here.', quote: { of: 'open' } },
  { name: 'quote-card', text: 'Recommended by the museum about the museum.', quote: { of: 'large' } },
  { name: 'quote-long', text: 'Abridged:', quote: { of: 'long' } },
  { name: 'quote-film', text: 'We quote, silently:', quote: { of: 'video' } },
  lost('pending', 'We have asked whether we may hang this here.'),
  lost('rejected', 'We had asked whether we may hang this here.'),
  lost('revoked', 'We were allowed to hang this here.'),
  lost('deleted', 'It hung here until Tuesday.'),
  lost('unauthorized', 'Behind this curtain hangs something for members.'),
  lost('blocked_account', 'By somebody whom this reader has blocked.'),
  lost('blocked_domain', 'From a house whose doors this reader has shut.'),
  lost('muted_account', 'By somebody whom this reader has muted.'),
  {
    name: 'quote-unheard',
    text: 'In a state that will only be invented next year.',
    quote: { of: 'quotable', state: 'rejected' },
    raw: { quote: { state: 'quantum', quoted_status: null } },
  },
  { name: 'quote-private', text: 'What the guard said to friends.', quote: { of: 'private' } },
];
