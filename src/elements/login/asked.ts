import { html, nothing, type TemplateResult } from 'lit';
import type { SignInSpeaker, SignInWords } from '../../i18n/sign-in.js';
import type { Server } from '../../mastodon/discovery.js';
import type { MastoError } from '../../mastodon/errors.js';
import type { Ability } from '../../mastodon/scopes.js';
import { abilities } from '../../parts/abilities/abilities.js';
import { check, close } from '../../parts/icon/form-icons.js';
import { alert, icon, smallIcon } from '../../parts/icon/icon.js';
import { server as serverIcon } from '../../parts/icon/rare-icons.js';
import type { Flow } from '../auth/flow.js';
import { keysOf, sentence } from './sentence.js';
import type { Wish } from './step.js';

/** What a key with these abilities is no good for. Never more than is true: whoever reads posts reads private mentions too. */
function nevers(can: readonly Ability[]): (keyof SignInWords)[] {
  const none = (...abilities: Ability[]) => !abilities.some((ability) => can.includes(ability));
  const doesAll = !none('write-everything', 'other');
  return [
    'never-password',
    'never-account',
    ...(can.some((ability) => /^(read-|search|other|conversations)/.test(ability)) ? [] : (['never-private'] as const)),
    ...(none('post') && !doesAll ? (['never-post'] as const) : []),
    ...(none('follow') && !doesAll ? (['never-follow'] as const) : []),
    ...(none('block', 'edit-profile') && !doesAll ? (['never-block'] as const) : []),
  ];
}

/** "Mastodon 4.6, 1,204 people", as far as the server says it. */
function about({ title, version = '', people, host }: Server, { say }: SignInSpeaker) {
  const [, other] = /compatible; ([^)]+)\)/.exec(version) ?? [];
  const [, own] = /^([1-9]\d*\.\d+)/.exec(version) ?? [];
  const count =
    people && say('people', { n: people }).replace(/\d+/, (n) => n.replace(/\B(?=(?:\d{3})+$)/g, say('grouping')));
  return [title === host ? '' : title, other ?? (own && `Mastodon ${own}`), count].filter(Boolean).join(', ');
}

/** What stands in the form before anything leaves the page. */
export interface Question {
  readonly server: Server;
  readonly flow: Flow;
  readonly wish: Wish;
  /** Only what is needed besides is told: the rest has been agreed to. */
  readonly more: boolean;
  readonly keep: boolean;
  readonly error?: MastoError | undefined;
}

/** What signing in means (R61). It is part of every question, and nothing can take it away. */
const deputy = ({ server }: Question, words: SignInSpeaker) => html`
  <div class="deputy">
    <p>${words.say('deputy', { site: location.host || location.pathname })}</p>
    <p>${words.weave<unknown>('ending', { link: keysOf(server.host, words, server.origin) })}</p>
  </div>
`;

function keeping({ flow, keep, more }: Question, { say }: SignInSpeaker) {
  if (more) return nothing;
  if (!flow.canKeep) return html`<p class="field-hint">${say(flow.canRemember ? 'untilTab' : 'untilPage')}</p>`;
  return html`<label class="switch">
    <span>${say('keep')}<span class="field-hint">${say('keepHint')}</span></span>
    <input class="knob" type="checkbox" name="keep" .checked=${keep} />
  </label>`;
}

/** Whose server, what for, what never, and what it means: all of it before the button. */
export function asked(question: Question, words: SignInSpeaker, closing: unknown): TemplateResult {
  const { say } = words;
  const { server, flow, wish, more, error } = question;
  const { host } = server;
  const can = flow.abilities(more ? wish.extra! : flow.scopes(wish.extra), server);
  const purpose = more ? 'asksMore' : wish.expected ? 'asksFor' : 'asks';
  const line = about(server, words);
  return html`
    <div class="dialog-head">
      <div class="person">
        <span class="avatar avatar-medium" aria-hidden="true">${icon(serverIcon)}</span>
        <div>
          <h2 class="title" id="title" tabindex="-1" ?data-focus=${!error}>${more ? say('more') : host}</h2>
          ${line ? html`<p class="field-hint"><bdi>${line}</bdi></p>` : nothing}
        </div>
      </div>
      ${closing}
    </div>
    ${server.warning ? html`<p class="warned" role="alert">${smallIcon(alert)}<span>${say('mixed')}</span></p>` : nothing}
    <p>${words.weave<unknown>(purpose, { host: html`<bdi>${host}</bdi>`, acct: html`<bdi>@${wish.expected}</bdi>` })}</p>
    <div class="abilities">
      ${abilities({ title: say(more ? 'canAlso' : 'can'), lines: can.map((ability) => say(ability)), sign: check })}${
        more
          ? nothing
          : abilities({ title: say('never'), lines: nevers(can).map((each) => say(each)), sign: close }, 'not')
      }
    </div>
    ${deputy(question, words)}${keeping(question, words)}
    ${error ? html`<p class="field-error" role="alert" tabindex="-1" data-focus>${smallIcon(alert)}<span>${sentence(error, words, { host })}</span></p>` : nothing}
    <div class="buttons">
      <button class="button button-primary" part="button" type="button" value="go">${say('go', { host })}</button>
      ${
        flow.fixed || wish.expected
          ? nothing
          : html`<button class="button button-quiet" part="button" type="button" value="another">${say('another')}</button>`
      }
    </div>
  `;
}
