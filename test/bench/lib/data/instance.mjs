import { INSTANCE } from './people.mjs';

/** What /api/v2/instance answers. No timeline needs it; a full client does. */
export const instance = {
  domain: 'masto.test',
  title: 'Bench',
  version: '4.5.0',
  source_url: '',
  description: 'bench',
  usage: { users: { active_month: 10 } },
  thumbnail: { url: `${INSTANCE}/media/image0.png` },
  languages: ['en'],
  icon: [],
  configuration: {
    urls: { streaming: 'wss://stream.masto.test' },
    vapid: { public_key: 'BCk-' },
    accounts: { max_featured_tags: 10, max_pinned_statuses: 5 },
    statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
    media_attachments: {
      supported_mime_types: ['image/png'],
      image_size_limit: 1e7,
      image_matrix_limit: 1e8,
      video_size_limit: 1e8,
      video_frame_rate_limit: 120,
      video_matrix_limit: 1e8,
      description_limit: 1500,
    },
    polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2629746 },
    translation: { enabled: false },
  },
  registrations: { enabled: false, approval_required: false, message: null, url: null },
  api_versions: { mastodon: 7 },
  contact: { email: 'a@b.c', account: null },
  rules: [],
};
