/** Importing this defines all tags but the heavy ones, which have entries of their own. */
export { MastoAuth } from './elements/auth/auth.js';
export { MastoCompose } from './elements/compose/compose.js';
export { MastoLogin } from './elements/login/login.js';
export { MastoNotifications } from './elements/notifications/notifications.js';
export { MastoStatus } from './elements/status/status.js';
export { MastoTimeline } from './elements/timeline/timeline.js';
export { MastoElement, type Load, type TagState } from './base/masto-element.js';
export {
  MastoBeforePostEvent,
  MastoErrorEvent,
  MastoLoadEvent,
  MastoLoginEvent,
  MastoLogoutEvent,
  MastoOpenEvent,
  MastoPostEvent,
  type OpenKind,
} from './base/events.js';
export {
  MastoError,
  type Failure,
  type ReadFailure,
  type SignInFailure,
  type FailureFacts,
} from './mastodon/errors.js';
export type { SignedIn } from './base/context.js';
export type * from './mastodon/entities.js';
export type * from './mastodon/entities-notifications.js';
