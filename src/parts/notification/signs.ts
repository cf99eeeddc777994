import {
  alert,
  asterism,
  bell,
  boost,
  collection,
  edit,
  flag,
  follow,
  mention,
  person,
  poll,
  quote,
  severed,
  star,
} from '../icon/notification-icons.js';

const signs: Readonly<Record<string, string>> = {
  mention,
  reblog: boost,
  favourite: star,
  follow,
  follow_request: person,
  poll,
  update: edit,
  quote,
  quoted_update: edit,
  severed_relationships: severed,
  moderation_warning: alert,
  annual_report: asterism,
  'admin.sign_up': person,
  'admin.report': flag,
  added_to_collection: collection,
  collection_update: collection,
};

/** What hangs in the margin of a notification. */
export const signOf = (type: string): string => (Object.hasOwn(signs, type) ? signs[type]! : bell);
