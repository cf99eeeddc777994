/** The people as they describe themselves. All are invented. */
export interface Person {
  username: string;
  name: string;
  note: string;
  fields?: readonly (readonly [string, string])[];
  language: string;
  /** Days since they came. */
  days: number;
  followers: number;
  following: number;
  bot?: boolean;
  locked?: boolean;
  /** A picture for the top of the profile. */
  header?: string;
  /** No picture of their own. */
  faceless?: boolean;
  indexable?: boolean;
}

export const harbourPeople: readonly Person[] = [
  {
    username: 'noor',
    name: 'Noor Haddad',
    note: 'Reads the logs of lighthouses for a living, and fog for pleasure.\n\nArchivist. One gull.',
    fields: [
      ['Archive', 'https://archive.example.org'],
      ['Volumes', 'thirty-one'],
    ],
    language: 'en',
    days: 1530,
    followers: 2104,
    following: 309,
    header: 'header',
  },
  {
    username: 'ines',
    name: 'Inês Matos :fern:',
    note: 'Leaves gardens alone, professionally. Bees, hedges, long ferries. Writes “The year we did nothing”. Portuguese, English, some Newt.\n#garden #biodiversity',
    fields: [
      ['Website', 'https://garden.example.org'],
      ['Hedgehogs', 'two'],
      ['Pronouns', 'she, her'],
    ],
    language: 'en',
    days: 2780,
    followers: 9855,
    following: 398,
    header: 'panorama',
  },
  {
    username: 'odd',
    name: 'Odd Lunde',
    note: 'Walks slowly in woods and brings some of it home.',
    language: 'en',
    days: 900,
    followers: 711,
    following: 120,
    header: 'forest',
  },
  {
    username: 'tomas',
    name: 'Tomás Beran',
    note: 'Draws commas. Sometimes the letters around them.',
    fields: [['Foundry', 'https://counterform.example.com']],
    language: 'en',
    days: 2011,
    followers: 3128,
    following: 64,
    header: 'type',
  },
  {
    username: 'mirela',
    name: 'Mirela Dobre :blobcat:',
    note: 'Bread, yarn, one cat, in an order decided daily by the cat. :yarn:',
    fields: [['Supervisor', 'the cat']],
    language: 'en',
    days: 1222,
    followers: 5190,
    following: 640,
    header: 'yarn',
  },
  {
    username: 'bruno',
    name: 'Bruno Café',
    note: 'Makes coffee slowly at the harbour’s edge. Opinions about milk, none about you.',
    language: 'en',
    days: 640,
    followers: 880,
    following: 212,
  },
  {
    username: 'kofi',
    name: 'Kofi Asante',
    note: 'Weaver, by hand, at the speed of hands.',
    language: 'en',
    days: 1801,
    followers: 1404,
    following: 177,
    header: 'twill',
  },
  {
    username: 'layla',
    name: 'ليلى المنصوري',
    note: 'أرمّم الكتب القديمة، وأنقل ما كُتب على هوامشها.',
    language: 'ar',
    days: 980,
    followers: 2600,
    following: 150,
    locked: true,
    header: 'books',
  },
  {
    username: 'haru',
    name: '春野はる',
    note: '港から港へ、ゆっくり旅をしています。',
    language: 'ja',
    days: 455,
    followers: 1320,
    following: 201,
    header: 'dawn',
  },
  {
    username: 'rosa',
    name: 'Rosa Pflug',
    note: 'Fotografiert Straßen, wenn sie Feierabend haben, und heftet das zusammen.',
    language: 'de',
    days: 1640,
    followers: 960,
    following: 333,
    indexable: false,
  },
  {
    username: 'jun',
    name: 'Jun Okabe',
    note: 'Fishes a little, mends a lot, copies out his grandfather’s diary.',
    language: 'en',
    days: 730,
    followers: 540,
    following: 98,
    header: 'tide',
  },
  {
    username: 'saga',
    name: 'Saga Lind',
    note: 'Shows people the sky from a cold hill. Bring socks.',
    language: 'en',
    days: 1990,
    followers: 11_800,
    following: 288,
    header: 'aurora',
  },
  {
    username: 'wren',
    name: 'Wren',
    note: 'Listens to birds and writes down what they did.',
    language: 'en',
    days: 420,
    followers: 404,
    following: 130,
  },
  {
    username: 'pico',
    name: 'Pico the bus bot',
    note: 'Tells when bus 14 is late, and why, as far as it knows.',
    language: 'en',
    days: 300,
    followers: 1010,
    following: 0,
    bot: true,
  },
];

/** People of instances that cannot be reached: what is known of them is all there is. */
export const farPeople: readonly (Person & {
  host: string;
  posts: readonly (readonly [ago: string, text: string, media?: string])[];
})[] = [
  {
    username: 'professor.emeritus.kofi.kwabena.asante_darko',
    host: 'an-instance-with-a-very-long-name.example',
    name: 'Professor Emeritus Kofi Kwabena Asante-Darko, weaver of unreasonably long threads and names',
    note: '<p>No, longer.</p>',
    language: 'en',
    days: 2900,
    followers: 38_400,
    following: 4021,
    posts: [
      [
        '370d',
        'My bank app calls me “PROFESSOREMERITUSKOF”. Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch has it easy.',
      ],
      ['2d', 'I was asked to keep it short. It is the longest I have ever thought about anything.'],
    ],
  },
  {
    username: 'quiet_hours',
    host: 'lantern.example',
    name: '',
    note: '',
    language: 'en',
    days: 30,
    followers: 3,
    following: 41,
    faceless: true,
    posts: [['6d', 'First post. I read the rules, both of them.']],
  },
  {
    username: 'ghost',
    host: 'gone.example',
    name: 'Ghost of a server',
    note: '<p>We had a good run.</p>',
    language: 'en',
    days: 1200,
    followers: 12,
    following: 9,
    posts: [
      [
        '45d',
        'If you can read this, somebody kept a copy. Five pictures, the limit was ours to set.',
        'snow,tide,moon,lake,dawn',
      ],
    ],
  },
];
