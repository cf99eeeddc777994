import { html, nothing, type TemplateResult } from 'lit';
import type { SignInSpeaker } from '../../i18n/sign-in.js';
import type { MastoError } from '../../mastodon/errors.js';
import { close } from '../../parts/icon/form-icons.js';
import { alert, icon, smallIcon } from '../../parts/icon/icon.js';
import { asked, type Question } from './asked.js';
import { keysOf, sentence } from './sentence.js';
import type { Step } from './step.js';

/** What a step is drawn from. */
export interface View extends Omit<Question, 'server' | 'error'> {
  readonly words: SignInSpeaker;
  /** How many are signed in on this site. */
  readonly accounts: number;
  /** The window that is waited for can be done without. */
  readonly mayLeave: boolean;
}

const closing = ({ say }: SignInSpeaker) =>
  html`<button class="icon-button" type="button" value="close" aria-label=${say('close')}>${icon(close)}</button>`;

/** The focus comes to the title, to be read from there; to the field, where there is one. */
const head = (title: unknown, words: SignInSpeaker, focused = true) => html`
  <div class="dialog-head">
    <h2 class="title" id="title" tabindex="-1" ?data-focus=${focused}>${title}</h2>
    ${closing(words)}
  </div>
`;

const button = (value: string, label: string, kind = '') =>
  html`<button class="button ${kind}" part="button" type="button" value=${value}>${label}</button>`;

/** A title, a sentence, and the ways on. */
const plain = (title: unknown, text: unknown, buttons: unknown, words: SignInSpeaker) => html`
  ${head(title, words)}
  <p class="muted">${text}</p>
  <div class="buttons">${buttons}</div>
`;

function complaint({ text, error }: Step & { at: 'server' }, { words }: View) {
  const { say } = words;
  const said = error === 'nothing' ? say('nothing') : sentence(error!, words, { host: text });
  const meant = error === 'nothing' ? undefined : error!.facts.advice;
  const host = html`<button class="link" type="button" value="meant"><bdi>${meant}</bdi></button>`;
  return html`<p class="field-error" id="error" role="alert">
    ${smallIcon(alert)}<span>${said}${meant ? [' ', words.weave<unknown>('didYouMean', { host })] : nothing}</span>
  </p>`;
}

function server(step: Step & { at: 'server' }, view: View): TemplateResult {
  const { words } = view;
  const { say } = words;
  return html`
    ${head(say('which'), words, false)}
    <form class="dialog-body" novalidate>
      <div class="field">
        <label class="field-label" for="server">${say('label')}</label>
        <input class="input" part="field" id="server" name="server" .value=${step.text} placeholder=${say('placeholder')} dir="ltr"
          aria-describedby=${step.error ? 'error' : 'hint'} aria-invalid=${step.error ? 'true' : nothing}
          autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" inputmode="email" enterkeyhint="go" data-focus />
        ${step.error ? complaint(step, view) : nothing}
        <span class="field-hint" id="hint" ?hidden=${!!step.error}>${words.weave<unknown>('hint', { host: html`<b>server.example</b>` })}</span>
      </div>
      <div class="buttons">
        <button class="button button-primary" part="button" type="submit">${say('continue')}</button>
        <a class="button button-quiet" part="button" href="https://joinmastodon.org/servers" target="_blank" rel="noopener noreferrer">${say('noAccount')}</a>
      </div>
    </form>
  `;
}

/** What else could be done where nobody can sign in. */
function instead({ failure }: MastoError, { say }: SignInSpeaker) {
  if (failure === 'framed') return html`<a class="button" href=${location.href} target="_blank">${say('newTab')}</a>`;
  const https = location.href.replace(/^http:/, 'https:');
  return failure === 'no-secure-context' ? html`<a class="button" href=${https}>${say('overHttps')}</a>` : nothing;
}

function failed({ error, text }: Step & { at: 'failed' }, { words }: View) {
  const { say } = words;
  const again = text === undefined ? instead(error, words) : button('retry', say('retry'), 'button-primary');
  const kind = again === nothing ? '' : 'button-quiet';
  return html`
    ${head(say(text === undefined ? 'obstacle' : 'failed'), words)}
    <p class="muted" role="alert">${sentence(error, words, text === undefined ? {} : { host: text })}</p>
    <div class="buttons">${again}${button('close', say('close'), kind)}</div>
  `;
}

function forgotten({ untold }: Step & { at: 'forgotten' }, { words }: View) {
  const { say } = words;
  const links = untold.map((host, at) => [at ? ', ' : '', keysOf(host, words)]);
  const text = [
    say('forgottenText'),
    untold.length
      ? html`<span role="alert"> ${words.weave<unknown>('untold', { n: untold.length, links })}</span>`
      : nothing,
  ];
  return plain(say('forgotten'), text, button('close', say('close')), words);
}

/** Draws a step of the form. */
export function draw(step: Step, view: View): TemplateResult {
  const { words } = view;
  const { say } = words;
  const cancel = button('cancel', say('cancel'));
  switch (step.at) {
    case 'server':
      return server(step, view);
    case 'finding':
      return plain(say('finding', { host: step.text }), say('findingText'), cancel, words);
    case 'asked':
      return html`${asked({ ...view, ...step }, words, closing(words))}`;
    case 'leaving':
      return plain(say('leaving', { host: step.server.host }), say('leavingText'), cancel, words);
    case 'waiting':
      return plain(
        say('waiting'),
        say('waitingText', { host: step.server.host }),
        [view.mayLeave ? button('in-tab', say('inTab')) : nothing, button('cancel', say('cancel'), 'button-quiet')],
        words,
      );
    case 'failed':
      return failed(step, view);
    case 'forget':
      return plain(
        say('forget'),
        view.accounts > 1 ? say('forgetAllText', { n: view.accounts }) : say('forgetText'),
        [button('forget', say('forgetMe'), 'button-danger'), button('close', say('cancel'), 'button-quiet')],
        words,
      );
    case 'forgetting':
      return plain(say('forgetting'), nothing, nothing, words);
    case 'forgotten':
      return forgotten(step, view);
  }
}
