import { expect } from '@open-wc/testing';
import { page } from '../../src/base/page.js';
import { replace } from '../helpers.js';

/** A storage that is not the browser's own, so that each is tried anew. */
function drawer(more: Partial<Storage> = {}): Storage {
  const kept = new Map<string, string>();
  const plain: Storage = {
    length: 0,
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
  return Object.assign(plain, more);
}

const throwing = (name: string) => () => {
  throw new DOMException('no', name);
};

function put(value: Storage | null | undefined) {
  replace(globalThis, 'localStorage', value as Storage);
}

describe('page', () => {
  it('R28 gives the storage there is, and leaves nothing in it', () => {
    expect(page.storage('local')).to.equal(localStorage);
    expect(page.storage('session')).to.equal(sessionStorage);
    expect(Object.keys(localStorage).concat(Object.keys(sessionStorage)).join()).not.to.include('probe');
  });

  it('R28 tries a storage by writing once, for a write is an event in other tabs', () => {
    let writes = 0;
    const kept = drawer();
    const setItem = (key: string, value: string) => {
      writes++;
      kept.setItem(key, value);
    };
    const box = { ...kept, setItem };
    put(box);
    expect(page.storage('local')).to.equal(box);
    expect(page.storage('local')).to.equal(box);
    expect(writes).to.equal(1);
    expect(box.key(0)).to.equal(null);
  });

  it('R28 gives none where asking for it throws (SecurityError)', () => {
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', { get: throwing('SecurityError'), configurable: true });
    try {
      expect(page.storage('local')).to.equal(undefined);
      expect(page.storage('session')).to.equal(sessionStorage);
    } finally {
      Object.defineProperty(window, 'localStorage', own);
    }
  });

  it('R28 gives none where it is null, or not there', () => {
    put(null);
    expect(page.storage('local')).to.equal(undefined);
    put(undefined);
    expect(page.storage('local')).to.equal(undefined);
  });

  it('R28 gives none where nothing can be written (QuotaExceededError) or all of it throws', () => {
    put(drawer({ setItem: throwing('QuotaExceededError') }));
    expect(page.storage('local')).to.equal(undefined);
    const throws = throwing('SecurityError');
    const broken = drawer({ setItem: throws, getItem: throws, removeItem: throws, key: throws });
    Object.defineProperty(broken, 'length', { get: throws });
    put(broken);
    expect(page.storage('local')).to.equal(undefined);
  });

  it('R28 gives none where what is written is not there afterwards', () => {
    put(drawer({ setItem: () => undefined }));
    expect(page.storage('local')).to.equal(undefined);
  });

  it('R28 gives one that is full of what was written before: it can be read', () => {
    const full = drawer({ setItem: throwing('QuotaExceededError'), length: 3 });
    put(full);
    expect(page.storage('local')).to.equal(full);
  });

  it('R18 does work of one name one after the other, and gives back what it brings or throws', async () => {
    const order: string[] = [];
    const work = (name: string, ms: number) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      order.push(`${name} ends`);
      return name;
    };
    const both = await Promise.all([page.lock('masto-test', work('one', 30)), page.lock('masto-test', work('two', 1))]);
    expect(both).to.deep.equal(['one', 'two']);
    expect(order).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
    let error: unknown;
    await page
      .lock('masto-test', () => Promise.reject(new Error('broken')))
      .catch((thrown: unknown) => (error = thrown));
    expect((error as Error).message).to.equal('broken');
  });

  it('R211 does it without locks where there are none, or where they throw, and once', async () => {
    let times = 0;
    const work = () => Promise.resolve(++times);
    replace(navigator, 'locks', undefined as unknown as LockManager);
    expect(await page.lock('masto-test', work)).to.equal(1);
    const request = () => Promise.reject(new DOMException('opaque', 'SecurityError'));
    replace(navigator, 'locks', { request } as unknown as LockManager);
    expect(await page.lock('masto-test', work)).to.equal(2);
    const late = async (_: string, run: () => Promise<unknown>) => {
      await run();
      throw new DOMException('late', 'AbortError');
    };
    replace(navigator, 'locks', { request: late } as unknown as LockManager);
    let error: unknown;
    await page.lock('masto-test', work).catch((thrown: unknown) => (error = thrown));
    expect([(error as Error).name, times]).to.deep.equal(['AbortError', 3]);
  });

  it('R211 has no channel where the browser has none', () => {
    const channel = page.channel('masto-test');
    expect(channel).to.be.instanceOf(BroadcastChannel);
    channel?.close();
    replace(globalThis, 'BroadcastChannel', undefined as unknown as typeof BroadcastChannel);
    expect(page.channel('masto-test')).to.equal(undefined);
  });

  it('R15 R39 R40 R29 says what kind of page this is', () => {
    expect(page.secure()).to.equal(true);
    expect(page.opaque()).to.equal(false);
    expect(page.shared()).to.equal(false);
    expect(page.framed()).to.equal(window.top !== window);
    const here = location.href;
    history.replaceState(null, '', '/~alice/blog');
    expect(page.shared()).to.equal(true);
    history.replaceState(null, '', '/a/~alice');
    expect(page.shared()).to.equal(false);
    history.replaceState(null, '', here);
    expect(Math.abs(page.now() - Date.now())).to.be.lessThan(1000);
    const bytes = page.random(32);
    expect(bytes.length).to.equal(32);
    expect([...bytes]).not.to.deep.equal([...page.random(32)]);
  });

  it('R40 knows a sandboxed frame by its origin, which has no storage', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const said = new Promise<unknown>((resolve) =>
      addEventListener('message', ({ data }) => resolve(data), { once: true }),
    );
    // Such a frame may not load our modules: its origin is not ours.
    const source = await (await fetch(new URL('../../src/base/page.ts', import.meta.url))).text();
    frame.srcdoc = `<script type="module">${source}
      const locked = await page.lock('x', async () => 'done');
      const none = ['local', 'session'].map((kind) => page.storage(kind) === undefined);
      parent.postMessage([page.opaque(), page.framed(), ...none, locked], '*');
    </script>`;
    document.body.append(frame);
    expect(await said).to.deep.equal([true, true, true, true, 'done']);
    frame.remove();
  });
});
