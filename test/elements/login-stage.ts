/** What tests of `<masto-login>` share: a page with one, its dialog, and the window that a sign-in opens. */
import { page } from '../../src/base/page.js';
import '../../src/index.js';
import { MastoAuth, type MastoLogin } from '../../src/index.js';
import { appears, first, mount, nameOf, replace, seen, until } from '../helpers.js';
import type { Town } from './town.js';

/** The form: what is seen of it, and what can be done with it. */
export class Form {
  constructor(
    readonly stage: HTMLElement,
    readonly login: MastoLogin,
  ) {}

  get auth(): MastoAuth {
    return this.stage.querySelector('masto-auth')!;
  }

  get root(): ShadowRoot {
    return this.login.shadowRoot!;
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog[open]');
  }

  get text(): string {
    return this.dialog ? seen(this.dialog) : '';
  }

  get field(): HTMLInputElement {
    return this.root.querySelector('#server')!;
  }

  /** Presses what has this value. */
  press(value: string): void {
    const button = this.root.querySelector<HTMLElement>(`dialog [value="${value}"]`);
    if (!button) throw new Error(`There is no ${value}. Seen: ${this.text}`);
    button.click();
  }

  /** Waits for words in the dialog. */
  says = (text: string | RegExp, ms?: number) =>
    until(() => this.dialog && appears(this.dialog, text, ms), String(text), ms);

  /** Writes what stands for a server, and sends it off. */
  async name(text: string): Promise<void> {
    await until(() => this.field);
    this.field.value = text;
    this.root.querySelector<HTMLElement>('form [type=submit]')!.click();
  }

  closes = () => until(() => !this.dialog, 'the end of the dialog');
}

/** What has the focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** A page with a `<masto-auth>` and a `<masto-login>` that knows who is there. */
export async function stageLogin(attributes = '', inside = '', around = 'lang="en"', style = ''): Promise<Form> {
  const stage = mount(
    `<div ${around}><masto-auth ${attributes}><masto-login>${inside}</masto-login></masto-auth></div>`,
    style,
  );
  const login = stage.querySelector('masto-login')!;
  await until(() => login.shadowRoot?.querySelector('button'), 'the button or the face');
  return new Form(stage, login);
}

/** As `stageLogin`, and the button is pressed. */
export async function openForm(attributes = '', inside = '', around?: string, style?: string): Promise<Form> {
  const form = await stageLogin(attributes, inside, around, style);
  first(form.login, '[value=sign-in]').click();
  await until(() => form.dialog, 'the dialog');
  return form;
}

/** As far as what is asked. */
export async function askedAt(
  here: Town,
  attributes = '',
  inside = '',
  around?: string,
  style?: string,
): Promise<Form> {
  const form = await openForm(attributes, inside, around, style);
  await form.name(here.host);
  await until(() => form.root.querySelector('[value=go]'), 'what is asked');
  return form;
}

/** The window that a sign-in opens, in the place of the browser's own. */
export interface OtherWindow {
  readonly location: { href: string };
  closed: boolean;
  close(): void;
}

/** From now on windows are opened only for a test. */
export function catchWindows(): OtherWindow[] {
  const windows: OtherWindow[] = [];
  replace(window, 'open', () => {
    const opened: OtherWindow = { location: { href: '' }, closed: false, close: () => void (opened.closed = true) };
    windows.push(opened);
    return opened as unknown as Window;
  });
  return windows;
}

/** Where the page would go: it must not leave while a test runs on it. */
export function catchLeaving(): string[] {
  const left: string[] = [];
  replace(page, 'assign', (url) => void left.push(url));
  return left;
}

/** Somebody allows what the other window asks, or denies it; that window hands the answer over, as the page it comes back to does. */
export async function decide(here: Town, other: OtherWindow, person: string, deny = false): Promise<URLSearchParams> {
  const url = await until(() => other.location.href, 'the server’s page');
  const { redirect } = await here.control<{ redirect: string }>('POST', 'authorize', { person, url, deny });
  const back = new URL(redirect).searchParams;
  const said = (name: string) => back.get(name) ?? undefined;
  const answer = {
    masto: said('masto'),
    state: said('state'),
    code: said('code'),
    error: said('error'),
    errorDescription: said('error_description'),
  };
  const channel = new BroadcastChannel(`masto:v1:${answer.state}`);
  channel.postMessage({ masto: 'answer', answer });
  channel.close();
  return new URL(url).searchParams;
}

/**
 * Writes down what the page asks for from now on.
 * @param answer What stands in the place of a server that no town is; the rest goes where it should
 */
export function listenToRequests(
  answer: (url: URL) => Response | Promise<Response> | undefined = () => undefined,
): string[] {
  const asked: string[] = [];
  const fetch = window.fetch.bind(window);
  replace(window, 'fetch', (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.href);
    const said = answer(url);
    return said ? Promise.resolve(said) : fetch(input, init);
  });
  return asked;
}

/** The names of all that can be pressed in the menu, in order. */
export const itemsOf = (form: Form): string[] =>
  [...form.root.querySelectorAll('[role^=menuitem]')].map((item) => nameOf(item).replaceAll('\n', ' '));
