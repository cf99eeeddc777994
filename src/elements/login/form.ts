import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { WordsController } from '../../controllers/words-controller.js';
import { signInWords } from '../../i18n/sign-in.js';
import { MastoError } from '../../mastodon/errors.js';
import type { Server } from '../../mastodon/discovery.js';
import type { MastoAuth } from '../auth/auth.js';
import type { Flow } from '../auth/flow.js';
import type { Keeper } from '../auth/keeper.js';
import { currentOf } from './current.js';
import { styles } from './form.styles.js';
import type { Step, Wish } from './step.js';
import { draw } from './steps.js';
import { trouble } from './trouble.js';

/** How long a request may take to end once it is given up, in ms. */
const patience = 300;

/** The tag that shows the form. */
export interface FormHost extends LitElement {
  closed(): void;
}

/** The way from a server's name to its sign-in pages, in a dialog; and the sentences of what went wrong. Loaded when it is needed. */
export class SignInForm {
  readonly styles = styles;
  readonly #words;
  #step: Step | undefined;
  #drawn: Step | undefined;
  #wish: Wish = {};
  #more = false;
  #keep = false;
  #flow: Flow | undefined;
  /** Ends whatever is waited for. */
  #ending = new AbortController();
  #halt: () => void = () => undefined;
  #dismissed: Error | undefined;

  constructor(
    private readonly host: FormHost,
    private readonly door: () => MastoAuth | undefined,
  ) {
    this.#words = new WordsController(host, signInWords);
  }

  async ask(wish: Wish): Promise<void> {
    this.#wish = wish;
    if (wish.forget) return this.#go({ at: 'forget' });
    this.#flow = undefined;
    try {
      this.#flow = await (await this.#keeper()).flow();
    } catch {
      this.#go({ at: 'failed', error: new MastoError('offline'), text: '' });
      return;
    }
    const { obstacle, keeps } = this.#flow;
    const current = this.#current;
    // A wider key is somebody's; whoever is nobody yet is asked for all at once.
    this.#more = !!(wish.extra && current);
    if (this.#more) this.#wish = { ...wish, expected: current!.acct };
    this.#keep = this.#wish.expected ? !!current?.kept : keeps;
    const text = wish.instance ?? (this.#more ? current!.origin : this.#flow.fixed);
    if (obstacle) this.#go({ at: 'failed', error: obstacle });
    else if (text) void this.#find(text);
    else this.#go({ at: 'server', text: '' });
  }

  get isOpen(): boolean {
    return !!this.#step;
  }

  close(): void {
    this.#ending.abort();
    this.#go(undefined);
  }

  /** What went wrong before or after the form. */
  trouble(): unknown {
    const { problem } = this.door() ?? {};
    const words = this.#words.value;
    if (!words || !(problem instanceof MastoError) || problem === this.#dismissed) return nothing;
    return trouble(problem, this.#current?.acct ?? '', words);
  }

  /** The reader has read it. */
  dismiss(): void {
    this.#dismissed = this.door()?.problem;
    this.host.requestUpdate();
  }

  /** What the buttons in the dialog stand for; the tag's one listener calls it. */
  press(value: string): void {
    const step = this.#step;
    if (!step) return;
    if (value === 'close') this.close();
    if (value === 'meant') void this.#find((step as { error: MastoError }).error.facts.advice!);
    if (value === 'another') this.#go({ at: 'server', text: '' });
    if (value === 'forget') void this.#forget();
    if (value === 'retry') void this.#retry();
    if (value === 'go' && 'server' in step) this.#leave(step.server);
    if (value === 'in-tab' && 'server' in step) this.#leave(step.server, true);
    if (value === 'cancel') this.#cancel(step);
  }

  render(): TemplateResult {
    const step = this.#step;
    const wide = step && step.at === 'asked' && !this.#more;
    return html`<dialog class="dialog ${wide ? 'dialog-wide' : ''}" part="dialog" aria-labelledby="title"
      @close=${() => this.#step && this.close()} @submit=${this.#submit}>
      ${step ? html`<div class="dialog-body">${this.#draw(step)}</div>` : nothing}
    </dialog>`;
  }

  /** After drawing: the dialog opens or closes, and the focus goes where the new step is read from. */
  updated(): void {
    const step = this.#step;
    if (step === this.#drawn || !this.#words.value) return;
    this.#drawn = step;
    const dialog = this.host.renderRoot.querySelector('dialog')!;
    if (step) {
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
      dialog.querySelector<HTMLElement>('[data-focus]')?.focus();
    } else {
      dialog.close();
      this.host.closed();
    }
  }

  get #current() {
    const door = this.door();
    return door && currentOf(door);
  }

  #keeper(): Promise<Keeper> {
    const door = this.door();
    if (!door) throw new MastoError('no-instance');
    return door.keeper();
  }

  #go(step: Step | undefined) {
    this.#step = step;
    this.host.requestUpdate();
  }

  #draw(step: Step) {
    const words = this.#words.value;
    if (!words) return nothing;
    return draw(step, {
      words,
      flow: this.#flow!,
      wish: this.#wish,
      more: this.#more,
      keep: this.#keep,
      accounts: this.door()?.accounts.length ?? 0,
      mayLeave: !!this.#flow?.canRemember && self === top,
    });
  }

  /** The first of a new wait ends the one before. */
  #begin(): AbortSignal {
    this.#ending.abort();
    this.#ending = new AbortController();
    return this.#ending.signal;
  }

  async #find(text: string) {
    const signal = this.#begin();
    this.#go({ at: 'finding', text });
    try {
      const server = await this.#flow!.find(text, signal);
      if (!signal.aborted) this.#go({ at: 'asked', server });
    } catch (error) {
      if (!signal.aborted) this.#notFound(text, error as MastoError);
    }
  }

  #notFound(text: string, error: MastoError) {
    if (this.#flow!.fixed || this.#wish.expected) return this.#go({ at: 'failed', error, text });
    this.#go({ at: 'server', text, error });
  }

  /** To be called by the handler of a click, for a window may have to open. */
  #leave(server: Server, inTab = false) {
    const signal = this.#begin();
    const { extra, another, expected } = this.#wish;
    this.#keep = this.host.renderRoot.querySelector<HTMLInputElement>('[name=keep]')?.checked ?? this.#keep;
    const leaving = this.#flow!.leave(server, { keep: this.#keep, extra, another, expected, inTab, signal });
    this.#go({ at: this.#flow!.popup && !inTab ? 'waiting' : 'leaving', server });
    let over = false;
    leaving
      .finally(() => (over = true))
      .then(() => this.close())
      .catch((error: unknown) => {
        if (!signal.aborted) this.#go({ at: 'asked', server, error: error as MastoError });
      });
    // Given up, and still not over: the browser is on its way. It must be told, but only then: it stops all else as well.
    this.#halt = () => setTimeout(() => over || stop(), patience);
    // Whoever comes back by the browser's own button finds the page as it was (R45).
    addEventListener('pageshow', ({ persisted }) => persisted && this.#go({ at: 'asked', server }), {
      signal,
      once: true,
    });
  }

  async #forget() {
    this.#go({ at: 'forgetting' });
    this.#go({ at: 'forgotten', untold: await (await this.#keeper()).forget() });
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = this.host.renderRoot.querySelector<HTMLInputElement>('#server')!.value.trim();
    if (text) void this.#find(text);
    else this.#go({ at: 'server', text, error: 'nothing' });
  };

  #retry() {
    const step = this.#step as Step & { at: 'failed' };
    return this.#flow ? this.#find(step.text!) : this.ask(this.#wish);
  }

  /** One step back. */
  #cancel(step: Step) {
    this.#ending.abort();
    if (step.at === 'leaving') this.#halt();
    if ('server' in step) this.#go({ at: 'asked', server: step.server });
    else if (step.at === 'finding' && !this.#flow!.fixed && !this.#wish.expected)
      this.#go({ at: 'server', text: step.text });
    else this.close();
  }
}
