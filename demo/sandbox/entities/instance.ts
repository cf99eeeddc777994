import { limitsOf, type Instance } from '../instance.js';
import { accountJson, iso, type Json } from './account.js';
import { mediaTypes } from './media-types.js';

/** What it says it is. */
export const versionOf = ({ settings }: Instance): string => (settings.version === '4.2' ? '4.2.29' : '4.6.5');

/** The host in people's addresses. */
export const accountDomain = ({ settings, host }: Instance): string => settings.accountDomain ?? host;

const vapid = 'BAhxXyHfAoMqrZECjRI56F5QrE4ynVlkZFMdKSpTIsWRNoWUVgut-Bnz2xsMSwiN4AF0b4I7ixF24OwiicOJivw=';

const rules = [
  ['Be kind to people and patient with fog.', 'Nobody here is real, all the more reason.'],
  ['Describe your pictures.', 'Somebody hears them.'],
  ['No selling, no shouting before breakfast.', ''],
].map(([text, hint], at) => ({ id: String(at + 1), text, hint, translations: {} }));

const icons = [36, 48, 72, 96, 144, 192, 256, 384, 512];

const streaming = ({ origin, settings }: Instance) =>
  settings.streaming.url === undefined ? origin.replace(/^http/, 'ws') : settings.streaming.url;

const contact = (instance: Instance): Json => {
  const [first] = instance.world.localAccounts();
  return { email: 'harbour-master@example.org', account: first ? accountJson(instance, first) : null };
};

function mediaLimits(): Json {
  return {
    image_matrix_limit: 33_177_600,
    image_size_limit: 16_777_216,
    supported_mime_types: mediaTypes,
    video_frame_rate_limit: 120,
    video_matrix_limit: 8_294_400,
    video_size_limit: 103_809_024,
  };
}

function sharedLimits(instance: Instance): Json {
  const limits = limitsOf(instance);
  return {
    statuses: {
      max_characters: limits.characters,
      max_media_attachments: limits.media,
      characters_reserved_per_url: limits.perUrl,
    },
    media_attachments: mediaLimits(),
    polls: {
      max_options: limits.pollOptions,
      max_characters_per_option: limits.pollOption,
      min_expiration: limits.pollShortest,
      max_expiration: limits.pollLongest,
    },
  };
}

function configuration(instance: Instance): Json {
  const { origin, settings } = instance;
  const shared = sharedLimits(instance);
  return {
    urls: {
      streaming: streaming(instance),
      status: null,
      about: `${origin}/about`,
      privacy_policy: `${origin}/privacy-policy`,
      terms_of_service: null,
    },
    vapid: { public_key: vapid },
    accounts: {
      max_display_name_length: 40,
      max_note_length: 500,
      max_avatar_description_length: 150,
      max_header_description_length: 150,
      max_featured_tags: 10,
      max_pinned_statuses: limitsOf(instance).pins,
      max_profile_fields: 4,
      profile_field_name_limit: 255,
      profile_field_value_limit: 255,
    },
    ...shared,
    media_attachments: { description_limit: limitsOf(instance).description, ...mediaLimits() },
    translation: { enabled: settings.translation },
    ...(settings.version !== '4.2' && { timelines_access: settings.timelinesAccess }),
    limited_federation: settings.requireAuth === 'federation',
  };
}

/** `/api/v2/instance`. */
export function instanceJson(instance: Instance): Json {
  const { origin, settings, world } = instance;
  return {
    domain: accountDomain(instance),
    title: settings.title,
    version: versionOf(instance),
    source_url: 'https://github.com/mastodon/mastodon',
    description: settings.description,
    usage: { users: { active_month: world.localAccounts().length } },
    thumbnail: {
      url: `${origin}/system/site_uploads/files/000/000/001/@1x/preview.svg`,
      description: 'A harbour at low sun, two small boats.',
    },
    icon: icons.map((size) => ({
      src: `${origin}/packs/icons/android-chrome-${size}x${size}.png`,
      size: `${size}x${size}`,
    })),
    languages: ['en'],
    configuration: configuration(instance),
    registrations: {
      enabled: false,
      approval_required: false,
      reason_required: false,
      message: null,
      min_age: null,
      url: null,
    },
    ...(settings.version !== '4.2' && { api_versions: { mastodon: 11 }, wrapstodon: null }),
    contact: contact(instance),
    rules,
  };
}

/** `/api/v1/instance`, as old clients want it. */
export function instanceV1Json(instance: Instance): Json {
  const { origin, settings, world } = instance;
  const { account, email } = contact(instance);
  return {
    uri: accountDomain(instance),
    title: settings.title,
    short_description: settings.description,
    description: settings.description,
    email,
    version: versionOf(instance),
    urls: { streaming_api: streaming(instance) },
    stats: {
      user_count: world.localAccounts().length,
      status_count: world.localAccounts().reduce((sum, { id }) => sum + world.statusesOf(id).length, 0),
      domain_count: Object.keys(instance.peers).length,
    },
    thumbnail: `${origin}/system/site_uploads/files/000/000/001/@1x/preview.svg`,
    languages: ['en'],
    registrations: false,
    approval_required: false,
    invites_enabled: true,
    configuration: { accounts: { max_featured_tags: 10 }, ...sharedLimits(instance) },
    contact_account: account,
    rules,
  };
}

export const rulesJson = () => rules;

export const extendedDescriptionJson = (instance: Instance): Json => ({
  updated_at: iso(instance.world.localAccounts()[0]?.createdAt ?? 0),
  content: `<h2>${instance.settings.title}</h2><p>Everything here is made up: the people, the boats, the fog.</p>`,
});

export const vapidKey = vapid;
