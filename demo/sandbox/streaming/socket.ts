import type { Admission } from './admit.js';
import type { Line } from './line.js';

/** What Node has not in every version. */
class Ended extends Event {
  constructor(
    readonly code: number,
    readonly reason: string,
    readonly wasClean: boolean,
  ) {
    super('close');
  }
}

const states = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const;

type Handler = ((event: never) => unknown) | null;

/** A socket as the platform has it, whose other end is a sandbox in the same process. What it tells comes a moment later, as from a network. */
export class LocalSocket extends EventTarget {
  readonly CONNECTING = states.CONNECTING;
  readonly OPEN = states.OPEN;
  readonly CLOSING = states.CLOSING;
  readonly CLOSED = states.CLOSED;
  readonly url: string;
  readonly extensions = '';
  readonly bufferedAmount = 0;
  binaryType: BinaryType = 'blob';
  onopen: Handler = null;
  onmessage: Handler = null;
  onerror: Handler = null;
  onclose: Handler = null;
  protocol = '';
  readyState: 0 | 1 | 2 | 3 = states.CONNECTING;
  #line: Line | undefined;

  constructor(url: string | URL, protocols: string | string[], knock: (offered: string[]) => Promise<Admission>) {
    super();
    this.url = addressOf(url);
    const offered = offeredOf(protocols);
    void knock(offered).then(
      (admission) => this.#opened(admission),
      () => this.#broken(),
    );
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.readyState === states.CONNECTING) throw new DOMException('Still connecting', 'InvalidStateError');
    if (this.readyState !== states.OPEN) return;
    queueMicrotask(() => {
      if (typeof data === 'string') this.#line?.hear(data);
      else this.#line?.end({ code: 1003 });
    });
  }

  close(code?: number, reason = ''): void {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code < 5000)) {
      throw new DOMException(`${code} is no code for a page`, 'InvalidAccessError');
    }
    if (this.readyState >= states.CLOSING) return;
    const early = this.readyState === states.CONNECTING;
    this.readyState = states.CLOSING;
    queueMicrotask(() => {
      this.#line?.gone();
      if (early) this.#broken();
      else this.#closed(code ?? 1005, reason, true);
    });
  }

  #opened(admission: Admission): void {
    if (this.readyState !== states.CONNECTING) return;
    if ('refusal' in admission) return this.#broken();
    this.protocol = admission.protocol;
    this.readyState = states.OPEN;
    this.#tell(new Event('open'));
    this.#line = admission.begin({
      send: (data) => {
        queueMicrotask(() => {
          if (this.readyState === states.OPEN) this.#tell(new MessageEvent('message', { data }));
        });
      },
      end: (how) => {
        if (how !== 'cut') this.readyState = Math.max(this.readyState, states.CLOSING) as 2 | 3;
        queueMicrotask(() => this.#closed(how === 'cut' ? 1006 : (how.code ?? 1005), '', how !== 'cut'));
      },
    });
  }

  /** Never opened, or not to the end: a page learns no more than that. */
  #broken(): void {
    if (this.readyState === states.CLOSED) return;
    this.readyState = states.CLOSED;
    this.#tell(new Event('error'));
    this.#tell(new Ended(1006, '', false));
  }

  #closed(code: number, reason: string, wasClean: boolean): void {
    if (this.readyState === states.CLOSED) return;
    this.readyState = states.CLOSED;
    this.#tell(new Ended(code, reason, wasClean));
  }

  #tell(event: Event): void {
    const handler = this[`on${event.type}` as 'onopen'] as ((event: Event) => unknown) | null;
    handler?.call(this, event);
    this.dispatchEvent(event);
  }
}

function addressOf(url: string | URL): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^(?:ws|http)s?:$/.test(address.protocol) || address.hash) {
    throw new DOMException(`${String(url)} is no address for a socket`, 'SyntaxError');
  }
  return address.href.replace(/^http/, 'ws');
}

/** Checked as the platform does: tokens of HTTP, none twice. */
function offeredOf(protocols: string | string[]): string[] {
  const offered = [protocols].flat();
  if (offered.some((one) => !/^[\w!#$%&'*+.^`|~-]+$/.test(one)) || new Set(offered).size < offered.length) {
    throw new DOMException('No sub-protocol can be called that', 'SyntaxError');
  }
  return offered;
}
