import type { Exhibit, Piece } from './exhibit.js';

const hung = (...names: string[]): Piece[] => names.map((picture) => ({ picture }));

const longAlt =
  'A wall of pictures, hung from floor to ceiling as they did it in 1780. From the left: a harbour, and under it the same harbour after lunch. A cat who has been told that this is temporary. A loaf. Then, in a frame that cost more than the rest of the wall, a comma. ' +
  'The third row begins with a bridge on which nobody stands, and it goes on with nobody standing on it from the other side. Below hangs a moon, nailed a little too high by somebody tall, and a moon nailed a little too low by somebody who wanted to make a point. ' +
  'On the right there is a gap. The label beside the gap says “Gap, on loan”. Whoever reads this far has seen more of the wall than those who only looked at it.';

/** Pictures, from one to sixteen. */
export const pictures: readonly Exhibit[] = [
  { name: 'one', text: 'One picture. It has the wall to itself and behaves accordingly.', media: hung('ferry') },
  {
    name: 'two',
    text: 'Two pictures, who were told that they would hang alone.',
    media: hung('cat', 'bread'),
  },
  {
    name: 'three',
    text: 'Three: one is always taller in the group photo.',
    media: hung('street', 'hills', 'harbour'),
  },
  {
    name: 'four',
    text: 'Four, the classical number, like seasons and chair legs.',
    media: hung('snow', 'tide', 'moon', 'lake'),
  },
  {
    name: 'nine',
    text: 'Nine. The curator calls it a wall, the fire inspector calls it a conversation we still have to have.',
    media: hung('fog', 'ferry', 'dawn', 'aurora', 'bridge', 'lake', 'forest', 'caps', 'stones'),
  },
  {
    name: 'sixteen',
    text: 'Sixteen. On some servers there is no such thing as too many, there is only “next”.',
    media: hung(
      'bread',
      'cat',
      'harbour',
      'hills',
      'leaves',
      'snow',
      'street',
      'type',
      'fog',
      'ferry',
      'compost',
      'slug',
      'dawn',
      'tide',
      'aurora',
      'moon',
    ),
  },
  { name: 'upright', text: 'Upright, like the citizen who donated it.', media: hung('street') },
  {
    name: 'panorama',
    text: 'A panorama. Please walk along it; do not run.',
    media: hung('panorama'),
  },
  {
    name: 'focus',
    text: 'Four upright pictures in four flat frames: each says where its face is, and keeps it.',
    media: [
      {
        picture: 'street',
        focus: { x: 0, y: 0.9 },
        alt: 'The moon stands at the top of the picture; below it are houses at night.',
      },
      {
        picture: 'street',
        focus: { x: 0, y: -0.9 },
        alt: 'The same houses, seen from the street: the windows of the ground floor.',
      },
      { picture: 'panorama', focus: { x: -0.9, y: 0 }, alt: 'The left end of a very wide view.' },
      { picture: 'panorama', focus: { x: 0.9, y: 0 }, alt: 'The right end of the same view.' },
    ],
  },
  {
    name: 'undescribed',
    text: 'Nobody described this one. It knows.',
    media: [{ picture: 'gulls', alt: null }],
  },
  {
    name: 'sensitive',
    text: 'Sensitive, without a warning: the picture is covered and the words are not.',
    media: hung('slug'),
    sensitive: true,
  },
  {
    name: 'warned',
    cw: 'A slug, then another slug',
    text: 'As was said: slugs.',
    media: hung('slug', 'compost'),
  },
  {
    name: 'unmeasured',
    text: 'Its server says neither how large it is nor what colour. It came in brown paper.',
    media: [{ picture: 'yarn', bare: true }],
  },
  {
    name: 'broken',
    text: 'Stolen in 1911; the frame was left. What you hear described is the wall.',
    media: [
      {
        picture: 'harbour',
        broken: true,
        alt: 'A harbour in the morning, as those remember it who saw it before it was stolen.',
      },
    ],
  },
  {
    name: 'tiny',
    text: 'Our smallest picture, at its own size. Magnifying glasses at the desk.',
    media: [{ picture: 'teapot', size: [48, 48], alt: 'A teapot, forty-eight pixels wide.' }],
  },
  {
    name: 'longalt',
    text: 'The picture is plain. Its description is the better work.',
    media: [{ picture: 'swatches', alt: longAlt }],
  },
  { name: 'wordless', media: hung('aurora') },
];

/** What moves, what sounds, and what nobody can open. */
export const films: readonly Exhibit[] = [
  {
    name: 'video',
    text: 'A film, three seconds. The boat has an agent now.',
    media: [{ type: 'video', alt: 'A red boat rocks on the tide, under a moon that does not.' }],
  },
  {
    name: 'gifv',
    text: 'The same boat, without sound and without an end: a GIF, as one says.',
    media: [{ type: 'gifv', alt: 'A red boat rocks on the tide, again and again.' }],
  },
  {
    name: 'audio',
    by: 'audio_guide',
    text: 'Number seventeen: a bird, of a kind. Please hold the device to the ear, not to the bird.',
    media: [{ type: 'audio', alt: 'Phrases of falling whistles, with long pauses.' }],
  },
  {
    name: 'record',
    text: 'The bird’s first record, with its cover.',
    media: [
      { type: 'audio', picture: 'wool', alt: 'Falling whistles. The cover shows wool, for reasons of the bird’s own.' },
    ],
  },
  {
    name: 'sensitivevideo',
    sensitive: true,
    text: 'The boat, before the censors saw it.',
    media: [{ type: 'video', alt: 'A red boat rocks on the tide in a manner that some found too free.' }],
  },
  {
    name: 'mixed',
    text: 'A picture, a film and a sound, on one wall. They take turns.',
    media: [
      { picture: 'tide' },
      { type: 'video', alt: 'A red boat on the tide.' },
      { type: 'audio', alt: 'A bird hears the boat.' },
    ],
  },
  {
    name: 'unknown',
    text: 'A file of a kind that we have no machine for. It may be a hologram. It may be an invoice.',
    media: [{ type: 'unknown', alt: 'Something that ends in .xyz' }],
  },
  {
    name: 'processing',
    text: 'Still being unpacked. Has been still being unpacked since the opening.',
    media: [{ type: 'video', processing: true, alt: 'A film that has not arrived yet.' }],
  },
];
