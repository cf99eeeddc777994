import type { Exhibit } from './exhibit.js';

const guide = 'https://guide.example.org';

/** Links to other houses. */
export const cards: readonly Exhibit[] = [
  {
    name: 'plain',
    text: `Opening hours, for those who collect hours. ${guide}/hours`,
    card: {
      url: `${guide}/hours`,
      title: 'Opening hours',
      description: 'From the first bus to the last, and in between.',
      providerName: 'Museum guide',
      language: 'en',
    },
  },
  {
    name: 'small',
    text: `Somebody reviewed us. They gave the benches five stars and the art “some”. ${guide}/review`,
    card: {
      url: `${guide}/review`,
      title: 'Benches, with art',
      description: 'An afternoon among the exhibits, mostly seated.',
      providerName: 'The Sitting Critic',
      authorName: 'P. Sedentary',
      picture: 'stones',
      language: 'en',
    },
  },
  {
    name: 'large',
    text: `The long read about the short comma. ${guide}/comma`,
    card: {
      url: `${guide}/comma`,
      title: 'The comma that stopped a sentence: how a small sign came to hang in a large room',
      description:
        'It was bought for its looks, insured for its meaning, and has been misread by four directors. A portrait of a pause.',
      providerName: 'Counterform Quarterly',
      authorName: 'Tomás Beran',
      picture: 'type',
      publishedAt: Date.UTC(2025, 3, 1),
      language: 'en',
    },
  },
  {
    name: 'photo',
    text: `A picture that lives elsewhere. https://pictures.example.org/harbour`,
    card: {
      url: 'https://pictures.example.org/harbour',
      type: 'photo',
      title: 'Harbour, low sun',
      providerName: 'Pictures',
      authorName: 'A. Lens',
      picture: 'harbour',
    },
  },
  {
    name: 'player',
    text: `The boat’s own channel. It plays when you say so, and not before. https://films.example.org/boat`,
    card: {
      url: 'https://films.example.org/boat',
      type: 'video',
      title: 'Boat (director’s cut, three seconds)',
      providerName: 'Small Films',
      authorName: 'The Tide',
      picture: 'moon',
      embedUrl: '{players}/players/boat',
    },
  },
  {
    name: 'authors',
    text: `Our own people wrote this, and so did somebody who is on no server at all. ${guide}/garden`,
    card: {
      url: `${guide}/garden`,
      title: 'The museum garden, left alone',
      description: 'What grows between two wings when nobody looks.',
      providerName: 'Museum guide',
      authorName: 'Inês Matos',
      authorId: 'ines',
      others: [{ name: 'The Moss', url: 'https://moss.example.org' }],
      picture: 'hills',
      language: 'en',
    },
  },
  {
    name: 'covered',
    sensitive: true,
    text: `The slug room, from outside. ${guide}/slugs`,
    card: {
      url: `${guide}/slugs`,
      title: 'The slug room',
      description: 'Not for everybody.',
      providerName: 'Museum guide',
      picture: 'slug',
    },
  },
  {
    name: 'breathless',
    text: `A title that nobody cut. ${guide}/title`,
    card: {
      url: `${guide}/title`,
      title:
        'You will not believe what the night guard found behind the second moon, why the director has not denied it, and which seven benches to sit on while you wait for the statement, updated hourly, with a map',
      description: 'A dust bunny. '.repeat(30).trim(),
      providerName: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-daily.example',
    },
  },
  {
    name: 'titleless',
    text: `No title, no words, no picture: a door in a wall. ${guide}/door`,
    card: { url: `${guide}/door`, title: '' },
  },
];
