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

declare global {
  interface HTMLElementEventMap {
    'masto-load': MastoLoadEvent;
    'masto-error': MastoErrorEvent;
    'masto-open': MastoOpenEvent;
  }
}
