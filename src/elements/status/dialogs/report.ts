import { html, nothing } from 'lit';
import { actsWords } from '../../../i18n/acts.js';
import { type DialogSpeaker, dialogWords } from '../../../i18n/dialogs.js';
import { menuWords } from '../../../i18n/menu.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import {
  longestComment,
  report,
  type Report,
  type ReportCategory,
  type Rule,
  rulesOf,
} from '../../../mastodon/reporting.js';
import { frame } from '../menu/frame.js';
import type { Asking, Question, Subject } from '../menu/question.js';
import { styles } from './dialogs.styles.js';
import { hosted, hostOf, named } from './named.js';

type Draft = Omit<Report, 'category'> & { readonly category: ReportCategory | undefined };

const empty: Draft = { category: undefined, ruleIds: [], comment: '', forward: false };

const categories: readonly ReportCategory[] = ['spam', 'legal', 'violation', 'other'];

/** What was begun and closed again, by post: nothing that the reader wrote is lost while the page is open. */
const drafts = new WeakMap<HomeSession, Map<string, Draft>>();

function draftsOf(home: HomeSession) {
  const known = drafts.get(home) ?? new Map<string, Draft>();
  drafts.set(home, known);
  return known;
}

/** Tells them; what was sent is no draft any more. */
export async function send({ home, status, author }: Subject, said: Report): Promise<void> {
  await report(home, status, author, said);
  draftsOf(home).delete(status.key);
}

/** What is wrong with a post, for the moderators. */
export class ReportQuestion implements Question {
  static readonly styles = styles;
  static readonly prepare = (lang: string): Promise<unknown> => dialogWords.load(lang);

  #rules: readonly Rule[] = [];

  constructor(private readonly asking: Asking) {
    void rulesOf(asking.home, asking.lang).then((rules) => {
      this.#rules = rules;
      asking.redraw();
    });
  }

  get choices(): Report {
    const { category = 'other', ruleIds, ...rest } = this.#draft;
    return { ...rest, category, ruleIds: category === 'violation' ? ruleIds : [] };
  }

  draw(): unknown {
    const { author, lang, busy, problem } = this.asking;
    const words = dialogWords.speaker(lang);
    if (!words) return undefined;
    const { category, ruleIds } = this.#draft;
    const disabled = !category || (category === 'violation' && !ruleIds.length);
    const title = words.weave<unknown>('reportTitle', { name: named(author) });
    const parts = {
      title,
      body: this.#body(words),
      confirm: words.say('report'),
      danger: true,
      disabled,
      busy,
      problem,
    };
    return frame(parts, menuWords.speaker(lang)!, actsWords.speaker(lang)!);
  }

  get #draft(): Draft {
    return draftsOf(this.asking.home).get(this.asking.status.key) ?? empty;
  }

  #change(change: Partial<Draft>) {
    draftsOf(this.asking.home).set(this.asking.status.key, { ...this.#draft, ...change });
    this.asking.redraw();
  }

  #body(words: DialogSpeaker) {
    const { home, author } = this.asking;
    const { category, comment } = this.#draft;
    const text = words.weave<unknown>('reportText', { host: hosted(home.host), name: named(author) });
    return html`<p>${text}</p>
      ${this.#reasons(words)}${category === 'violation' ? this.#chooseRules(words) : nothing}
      <label class="field"
        ><span class="field-label">${words.say('comment')}</span>
        <textarea class="input" dir="auto" maxlength=${longestComment} .value=${comment} @input=${this.#write}></textarea></label
      >
      ${this.#forwarding(words)}`;
  }

  #reasons({ say }: DialogSpeaker) {
    const offered = categories.filter((each) => each !== 'violation' || this.#rules.length);
    return html`<fieldset class="choices">
      <legend class="field-label">${say('why')}</legend>
      ${offered.map(
        (each) =>
          html`<label class="choice"
            ><input type="radio" name="category" value=${each} .checked=${each === this.#draft.category} @change=${this.#choose} /><span
              >${say(each)}<span class="field-hint">${say(`${each}Hint`)}</span></span
            ></label
          >`,
      )}
    </fieldset>`;
  }

  #chooseRules({ say }: DialogSpeaker) {
    const { ruleIds } = this.#draft;
    return html`<fieldset class="choices">
      <legend class="field-label">${say('rules')}</legend>
      ${this.#rules.map(
        ({ id, text, hint }) =>
          html`<label class="choice"
            ><input type="checkbox" value=${id} .checked=${ruleIds.includes(id)} @change=${this.#cite} /><span dir="auto"
              >${text}${hint ? html`<span class="field-hint">${hint}</span>` : nothing}</span
            ></label
          >`,
      )}
    </fieldset>`;
  }

  /** Only the reader's own server is told of those who are there themselves. */
  #forwarding(words: DialogSpeaker) {
    const { home, author } = this.asking;
    const host = hostOf(author);
    if (host === hostOf(home.me)) return nothing;
    return html`<label class="choice"
      ><input type="checkbox" .checked=${this.#draft.forward} @change=${this.#forward} /><span
        >${words.weave<unknown>('forward', { host: hosted(host) })}<span class="field-hint">${words.say('forwardHint')}</span></span
      ></label
    >`;
  }

  readonly #choose = ({ target }: Event) =>
    this.#change({ category: (target as HTMLInputElement).value as ReportCategory });

  readonly #cite = ({ target }: Event) => {
    const { value, checked } = target as HTMLInputElement;
    const others = this.#draft.ruleIds.filter((id) => id !== value);
    this.#change({ ruleIds: checked ? [...others, value] : others });
  };

  readonly #write = ({ target }: Event) => this.#change({ comment: (target as HTMLTextAreaElement).value });

  readonly #forward = ({ target }: Event) => this.#change({ forward: (target as HTMLInputElement).checked });
}
