/** Events of every tag. They bubble and cross shadow roots; none ever carries a token. */
const travelling = { bubbles: true, composed: true };

/** What was asked for is on screen. */
export class MastoLoadEvent extends Event {
  /** @param count How many posts (or other things) are shown now. */
  constructor(readonly count: number) {
    super('masto-load', travelling);
  }
}

/** A request was refused or failed, or an attribute makes no sense. The tag shows it as well. */
export class MastoErrorEvent extends Event {
  /** @param error A `MastoError` with `failure` and `facts`. */
  constructor(readonly error: Error) {
    super('masto-error', travelling);
  }
}

/** What a reader may open. */
export type OpenKind = 'status' | 'account' | 'tag' | 'picture';

/** The reader opens something. Cancel it to do that yourself; else the link behind it is followed. Modified clicks stay plain links and say nothing. */
export class MastoOpenEvent extends Event {
  /**
   * @param kind What is opened.
   * @param url Its page, or the picture's file.
   * @param name `user@host` of an account, the tag's name without `#`, the key of a status; else empty.
   */
  constructor(
    readonly kind: OpenKind,
    readonly url: string,
    readonly name: string,
  ) {
    super('masto-open', { ...travelling, cancelable: true });
  }
}

/** Somebody has signed in, come back, or been switched to. */
export class MastoLoginEvent extends Event {
  /** @param account `user@host`. */
  constructor(readonly account: string) {
    super('masto-login', travelling);
  }
}

/** Somebody has been signed out: by themselves, in another tab, or by their server. */
export class MastoLogoutEvent extends Event {
  /** @param account `user@host`. */
  constructor(readonly account: string) {
    super('masto-logout', travelling);
  }
}

/** A post has been written. */
export class MastoPostEvent extends Event {
  /** @param url The post's page. @param name The post's key. */
  constructor(
    readonly url: string,
    readonly name: string,
  ) {
    super('masto-post', travelling);
  }
}

/** A post is about to be sent. Cancel it to keep it from leaving. */
export class MastoBeforePostEvent extends Event {
  /** @param text What the reader has written. */
  constructor(readonly text: string) {
    super('masto-before-post', { ...travelling, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'masto-load': MastoLoadEvent;
    'masto-error': MastoErrorEvent;
    'masto-open': MastoOpenEvent;
    'masto-login': MastoLoginEvent;
    'masto-logout': MastoLogoutEvent;
    'masto-post': MastoPostEvent;
    'masto-before-post': MastoBeforePostEvent;
  }
}
