/** Every place of a post that a stranger fills. */

/** A post as the API sends it, as far as a sink needs it. */
export type Raw = ReturnType<typeof post>;

const picture = 'https://media.allowed.example/i.png';
const emoji = (shortcode: string, url: string) => [{ shortcode, url, static_url: url, visible_in_picker: true }];

let count = 0;

/** A post about nothing. Each has an id of its own, so that no store takes two for one. */
export const post = () => {
  const id = String(++count);
  return {
    id,
    uri: `https://s.example/${id}`,
    url: `https://s.example/@a/${id}`,
    created_at: '2026-01-01T00:00:00.000Z',
    edited_at: null as unknown,
    content: '<p>x</p>',
    spoiler_text: '',
    visibility: 'public',
    sensitive: false,
    language: 'en',
    replies_count: 0 as unknown,
    reblogs_count: 0 as unknown,
    favourites_count: 0 as unknown,
    in_reply_to_id: null as unknown,
    in_reply_to_account_id: null as unknown,
    account: {
      id: '1',
      username: 'a',
      acct: 'a',
      uri: `https://s.example/users/${id}`,
      display_name: 'A',
      url: 'https://s.example/@a',
      avatar: picture,
      avatar_static: picture,
      note: '',
      fields: [] as object[],
      emojis: [] as object[],
    },
    emojis: [] as object[],
    media_attachments: [] as object[],
    mentions: [] as object[],
    tags: [] as object[],
    card: null as object | null,
    poll: null as object | null,
    application: null as object | null,
    reblog: null as object | null,
    quote: null as object | null,
  };
};

const card = {
  type: 'link',
  url: 'https://v.example/',
  title: 't',
  description: '',
  html: '',
  image: null as string | null,
  width: 600,
  height: 300,
  provider_name: '',
  provider_url: '',
  author_name: '',
  author_url: '',
  embed_url: '',
};
const attachment = {
  id: '1',
  type: 'image',
  url: picture,
  preview_url: picture,
  remote_url: null as string | null,
  description: null as string | null,
  blurhash: null as string | null,
  meta: null as object | null,
};

export interface Sink {
  readonly put: (raw: Raw, payload: string) => void;
  /** Takes an address: gets the addresses too. */
  readonly url?: true;
  /** Whatever is put there is a picture of the post's own server, and may be loaded when it is https. */
  readonly loads?: true;
}

export const sinks: Record<string, Sink> = {
  content: { put: (s, p) => void (s.content = p) },
  'content behind a warning': {
    put: (s, p) => void Object.assign(s, { content: p, spoiler_text: 'w', sensitive: true }),
  },
  'content, with emoji': {
    put: (s, p) => void Object.assign(s, { content: `:e: ${p} :e:`, emojis: emoji('e', picture) }),
  },
  spoiler_text: { put: (s, p) => void (s.spoiler_text = p) },
  display_name: { put: (s, p) => void (s.account.display_name = p) },
  'display_name, with emoji': {
    put: (s, p) => void Object.assign(s.account, { display_name: `:e: ${p}`, emojis: emoji('e', picture) }),
  },
  username: { put: (s, p) => void (s.account.username = p) },
  acct: { put: (s, p) => void (s.account.acct = p), url: true },
  'account url': { put: (s, p) => void (s.account.url = p), url: true },
  avatar: { put: (s, p) => void Object.assign(s.account, { avatar: p, avatar_static: p }), url: true, loads: true },
  note: { put: (s, p) => void (s.account.note = p) },
  'field name': { put: (s, p) => void (s.account.fields = [{ name: p, value: 'x', verified_at: null }]) },
  'field value': { put: (s, p) => void (s.account.fields = [{ name: 'x', value: p, verified_at: p }]) },
  'emoji shortcode': {
    put: (s, p) => {
      s.emojis = emoji(p, picture);
      s.content = `<p>:${p.replaceAll('<', '&lt;')}:</p>`;
      Object.assign(s.account, { display_name: `:${p}:`, emojis: s.emojis });
    },
  },
  'emoji url': {
    put: (s, p) => {
      s.emojis = emoji('e', p);
      s.content = '<p>:e:</p>';
      Object.assign(s.account, { display_name: ':e:', emojis: s.emojis });
    },
    url: true,
    loads: true,
  },
  'card html': { put: (s, p) => void (s.card = { ...card, type: 'video', html: p }) },
  'card addresses': {
    put: (s, p) => void (s.card = { ...card, url: p, image: p, provider_url: p, author_url: p, embed_url: p }),
    url: true,
    loads: true,
  },
  'card picture': { put: (s, p) => void (s.card = { ...card, image: p }), url: true, loads: true },
  'card words': {
    put: (s, p) =>
      void (s.card = {
        ...card,
        title: p,
        description: p,
        provider_name: p,
        author_name: p,
        image_description: p,
      } as object),
  },
  'poll option': {
    put: (s, p) =>
      void (s.poll = {
        id: '1',
        expired: false,
        multiple: false,
        votes_count: 0,
        options: [
          { title: p, votes_count: 0 },
          { title: 'b', votes_count: null },
        ],
        emojis: emoji('e', picture),
        expires_at: p,
      }),
  },
  'media description': { put: (s, p) => void (s.media_attachments = [{ ...attachment, description: p }]) },
  'media addresses': {
    put: (s, p) =>
      void (s.media_attachments = ['image', 'video', 'gifv', 'audio', 'unknown'].map((type, i) => ({
        ...attachment,
        id: String(i),
        type,
        url: p,
        preview_url: p,
        remote_url: p,
      }))),
    url: true,
    loads: true,
  },
  'media figures': {
    put: (s, p) =>
      void (s.media_attachments = [
        {
          ...attachment,
          blurhash: p,
          meta: { original: { width: p, height: -1, aspect: NaN }, focus: { x: p, y: p } },
        },
      ]),
  },
  'post addresses': { put: (s, p) => void Object.assign(s, { url: p, uri: p }), url: true },
  mention: {
    put: (s, p) => {
      s.mentions = [{ id: '2', username: p, acct: p, url: 'https://s.example/@b' }];
      s.content = '<p><a href="https://s.example/@b" class="u-url mention">@b</a></p>';
    },
  },
  'mention address': {
    put: (s, p) => {
      s.mentions = [{ id: '2', username: 'b', acct: 'b', url: p }];
      s.content = '<p><a href="https://s.example/@b" class="u-url mention">@b</a></p>';
    },
    url: true,
  },
  tag: { put: (s, p) => void (s.tags = [{ name: p, url: p }]), url: true },
  'link address': {
    put: (s, p) => {
      const a = document.createElement('a');
      a.setAttribute('href', p);
      a.textContent = 'l';
      s.content = `<p>${a.outerHTML}</p>`;
    },
    url: true,
  },
  application: { put: (s, p) => void (s.application = { name: p, website: p }), url: true },
  language: { put: (s, p) => void (s.language = p) },
  dates: { put: (s, p) => void Object.assign(s, { created_at: p, edited_at: p }) },
  visibility: { put: (s, p) => void (s.visibility = p) },
  counts: { put: (s, p) => void Object.assign(s, { replies_count: p, reblogs_count: p, favourites_count: p }) },
  'reply to': { put: (s, p) => void Object.assign(s, { in_reply_to_id: p, in_reply_to_account_id: p }) },
  quote: { put: (s, p) => void (s.quote = { state: 'accepted', quoted_status: { ...post(), content: p } }) },
  'quoted post': {
    put: (s, p) => {
      const inner = post();
      Object.assign(inner.account, { display_name: p, acct: p });
      Object.assign(inner, { spoiler_text: p, emojis: emoji('e', picture), quote: { state: p, quoted_status_id: p } });
      s.quote = { state: 'accepted', quoted_status: inner };
    },
  },
  'quote state': { put: (s, p) => void (s.quote = { state: p, quoted_status: null }) },
  'quoted addresses': {
    put: (s, p) =>
      void (s.quote = {
        state: 'accepted',
        quoted_status: { ...post(), url: p, uri: p, quote: null, pleroma: { quote_url: p } },
      }),
    url: true,
  },
  'quote elsewhere': { put: (s, p) => void Object.assign(s, { pleroma: { quote_id: '7', quote_url: p } }), url: true },
  boost: { put: (s, p) => void (s.reblog = { ...post(), content: p, spoiler_text: '' }) },
  ids: { put: (s, p) => void ((s.id = p), (s.account.id = p)) },
};
