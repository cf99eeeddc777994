import { html, nothing, type TemplateResult } from 'lit';
import type { ComposeSpeaker } from '../../i18n/compose.js';
import { quotePolicies, type QuotePolicy } from '../../mastodon/draft-parts.js';
import { visibilities, type PostField, type PostVisibility } from '../../mastodon/posting.js';
import { globe, language, quote } from '../../parts/icon/compose-icons.js';
import { alert, icon, lock, mention, smallIcon, unlisted } from '../../parts/icon/icon.js';
import { setting } from '../../parts/setting/setting.js';
import type { Composer } from './composer.js';
import type { Choice } from './languages.js';
import type { Tool } from './piece.js';
import { rows } from './piece-table.js';

const signs = { public: globe, unlisted, private: lock, direct: mention };

/** What the form’s head says of the post. */
interface Settings {
  readonly visibility: PostVisibility;
  readonly widest: PostVisibility;
  /** Nobody can change any more who sees it. */
  readonly fixed?: boolean;
  readonly language: string | undefined;
  readonly languages: readonly Choice[];
  /** Who may quote it; undefined where that is no question. */
  readonly quotes?: QuotePolicy | undefined;
}

/** Who sees it: a choice, but for a post that is out. */
function audience({ visibility, widest, fixed }: Settings, describedBy: string | undefined, { say }: ComposeSpeaker) {
  const [sign, label, shown] = [signs[visibility], say('audience'), say(visibility)];
  if (fixed)
    return html`<span class="setting setting-fixed" part="setting" role="group" aria-label=${label}>${smallIcon(sign)}<span>${shown}</span></span>`;
  const narrow = visibilities.indexOf(widest);
  const options = visibilities.map((value, at) => ({
    value,
    label: `${say(value)} · ${say(`${value}Text`)}`,
    disabled: at < narrow,
  }));
  return setting({ name: 'visibility', label, icon: sign, value: visibility, shown, options, describedBy });
}

/** Who sees it, and in which language it is. */
export function settings(set: Settings, wrong: PostField | undefined, words: ComposeSpeaker): TemplateResult {
  const { say } = words;
  const describedBy = (field: PostField) => (wrong === field ? 'problem' : undefined);
  return html`<div class="compose-head">
    ${audience(set, describedBy('visibility'), words)}${setting({
      name: 'language',
      label: say('language'),
      icon: language,
      value: set.language ?? '',
      shown: set.languages.find(({ value }) => value === set.language)?.label ?? '–',
      options: set.languages,
      describedBy: describedBy('language'),
    })}${set.quotes ? quoting(set.quotes, words) : nothing}
  </div>`;
}

const quoted = { public: 'quotePublic', followers: 'quoteFollowers', nobody: 'quoteNobody' } as const;

const quoting = (value: QuotePolicy, { say }: ComposeSpeaker) =>
  setting({
    name: 'quotePolicy',
    label: say('quotePolicy'),
    icon: quote,
    value,
    shown: say(quoted[value]),
    options: quotePolicies.map((policy) => ({ value: policy, label: say(quoted[policy]) })),
  });

function tool(value: string, sign: string, label: string, pressed: boolean | undefined) {
  const state = (pressed === undefined ? nothing : `${pressed}`) as 'true' | 'false'; // nothing: no attribute
  return html`<button class="icon-button" type="button" value=${value} aria-label=${label} title=${label} aria-pressed=${state}>
    ${icon(sign)}
  </button>`;
}

/** What can be put into a post: a button each, pressed while it is in there. */
export function tools(composer: Composer, { say }: ComposeSpeaker): TemplateResult {
  const { draft, warning } = composer.writing;
  const shown = rows.filter(({ tool }) => tool && (tool.fits?.(composer) ?? true));
  const buttons = shown.map(({ name, tool: { icon: sign, term, pressed } = {} as Tool }) =>
    tool(`piece:${name}`, sign, say(term), pressed?.(draft, composer)),
  );
  // After what is put into a post most often.
  const place = shown.findIndex(({ name }) => name === 'poll') + 1;
  buttons.splice(place, 0, tool('warning', alert, say('addWarning'), warning !== undefined));
  return html`<div class="compose-tools">
    ${buttons}<input class="hidden" type="file" name="files" accept="image/*,video/*,audio/*" multiple tabindex="-1" aria-hidden="true" />
  </div>`;
}
