import { html, nothing, type TemplateResult } from 'lit';
import type { SignedIn } from '../../base/context.js';
import type { LoginSpeaker } from '../../i18n/login.js';
import { alert, icon, smallIcon } from '../../parts/icon/icon.js';
import { check, down, forget, leave, plus } from '../../parts/icon/form-icons.js';
import { menu, openByArrow } from '../../parts/menu/menu.js';
import { face, names, type Person } from '../../parts/person/person.js';
import { emojify } from '../../content/content.js';

/** Everybody who is signed in on this site, and who of them is looked at. */
export interface Accounts {
  readonly me: Person;
  /** `acct` of the current one in `all`. */
  readonly current: string;
  readonly all: readonly SignedIn[];
  readonly kept: boolean;
  /** Whether anybody can be kept signed in here; undefined while that is not known. */
  readonly canKeep: boolean | undefined;
  /** Their server no longer takes the key. */
  readonly expired: boolean;
}

const row = (account: SignedIn, isCurrent: boolean) => html`
  <button class="menu-item person" type="button" role="menuitemradio" tabindex="-1" value="switch" data-account=${account.acct}
    aria-checked=${isCurrent} ?autofocus=${isCurrent}>
    ${face(account)}${names(account)}${isCurrent ? smallIcon(check) : nothing}
  </button>
`;

const item = (value: string, path: string, label: string, more: unknown = nothing) => html`
  <button class="menu-item menu-indented" type="button" role="menuitem" tabindex="-1" value=${value}>
    ${icon(path)}<span>${label}${more}</span>
  </button>
`;

const keep = ({ kept, canKeep }: Accounts, { say }: LoginSpeaker) => html`
  <button class="menu-item menu-switch" type="button" role="menuitemcheckbox" tabindex="-1" value="keep"
    aria-checked=${kept} aria-disabled=${canKeep ? nothing : 'true'}>
    <span>${say('keep')}${canKeep === false ? html`<small>${say('cannotKeep')}</small>` : nothing}</span><span class="knob"></span>
  </button>
`;

/** The signed-in face, which is the button of a menu: who, who else, how long, and the ways out. */
export function accountMenu(accounts: Accounts, words: LoginSpeaker): TemplateResult {
  const { say } = words;
  const { me, all, current, expired } = accounts;
  return html`
    <button class="face" part="face" type="button" popovertarget="accounts" aria-haspopup="menu" aria-expanded="false"
      aria-label=${say('faceOf', { name: me.displayName })} @keydown=${openByArrow}>
      ${face(me)}<bdi class="name">${emojify(me.displayName, me.emojis ?? [])}</bdi>${smallIcon(expired ? alert : down)}
    </button>
    ${menu(
      'accounts',
      say('account'),
      html`<div role="group" aria-label=${say('accounts')}>${all.map((each) => row(each, each.acct === current))}</div>
        ${item('add', plus, say('add'))}
        <hr class="menu-rule" />
        ${keep(accounts, words)}
        <hr class="menu-rule" />
        ${item('sign-out', leave, say('signOut'), all.length > 1 ? html`<small><bdi dir="ltr">@${current}</bdi></small>` : nothing)}${item('forget', forget, say('forget'))}`,
    )}
  `;
}
