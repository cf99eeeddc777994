import { html, nothing } from 'lit';
import { pageUrl } from '../../../base/url.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { type ComposeWords, composeWords } from '../../../i18n/compose.js';
import { type RewriteWords, rewriteWords } from '../../../i18n/compose-rewrite.js';
import type { Draft } from '../../../mastodon/drafts.js';
import { anew, readEditable } from '../../../mastodon/editing.js';
import type { MastoError } from '../../../mastodon/errors.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import { quote } from '../../../parts/icon/compose-icons.js';
import { edit, smallIcon } from '../../../parts/icon/icon.js';
import { adoptLate } from '../../../styles/adopt.js';
import { about, answered } from '../about.js';
import type { Composer } from '../composer.js';
import type { Piece } from '../piece.js';
import { problemOf, type Problem } from '../problems.js';
import { styles } from './rewrite.styles.js';

/** What a draft says to its reader. */
const said = ({ text, warning, media, poll, language, sensitive }: Draft) =>
  JSON.stringify([
    text?.trim(),
    warning?.trim() ?? '',
    language,
    sensitive,
    media?.map(({ id, description, focus }) => [id, description, focus]) ?? [],
    poll?.options ?? [],
    poll?.multiple,
  ]);

/** What a form is about in which a post is changed, written anew or answered from elsewhere; and that no other version is lost (R181). */
export class RewritePiece implements Piece {
  readonly #voice: WordsController<RewriteWords>;
  readonly #form: WordsController<ComposeWords>;
  /** What stands at the server by now, where that is not what was taken up. */
  #theirs: Draft | undefined;
  #asked = '';

  constructor(private readonly composer: Composer) {
    this.#voice = new WordsController(composer.form, rewriteWords);
    this.#form = new WordsController(composer.form, composeWords);
    adoptLate(composer.form.renderRoot, [styles]);
  }

  above(): unknown {
    const [words, form] = [this.#voice.value, this.#form.value];
    const { composer } = this;
    const { editing, replyTo, quote: quoting } = composer.writing.draft;
    if (!words || !form || (!editing && composer.replying)) return undefined;
    if (!editing && replyTo) {
      this.#ask(replyTo.id);
      return answered(composer.answered, composer.answered?.status.url ?? replyTo.url, true, form);
    }
    if (!editing && !composer.form.thread) return undefined;
    const sign = smallIcon(editing || !quoting ? edit : quote);
    const url = pageUrl(editing?.url);
    const post = url
      ? html`<a class="link" href=${url} target="_blank" rel="nofollow noopener noreferrer">${words.say('post')}</a>`
      : words.say('post');
    const what = editing ? words.weave<unknown>('editing', { post }) : words.say(quoting ? 'quoting' : 'anew');
    return about(sign, what, true, form);
  }

  draw(): unknown {
    const words = this.#voice.value;
    const theirs = this.#theirs;
    if (!words || !theirs) return undefined;
    const { text, warning, language } = theirs;
    const whole = [warning, text].filter(Boolean).join('\n\n');
    return html`<div class="piece rewrite">
      <p class="field-hint">${words.say('other')}</p>
      <blockquote tabindex="0" aria-label=${words.say('other')} dir="auto" lang=${language ?? nothing}>${whole.toWellFormed() || words.say('nothing')}</blockquote>
    </div>`;
  }

  /** What stands there is read before anything takes its place. */
  async ready(signal: AbortSignal): Promise<Problem | undefined> {
    const { home, writing } = this.composer;
    const { editing } = writing.draft;
    this.#theirs = undefined;
    if (!editing || !home) return undefined;
    try {
      const theirs = await readEditable(home, editing.id, signal);
      const { editedAt } = theirs.editing!;
      // What was sent before and never answered for is no other's version.
      if (editedAt === editing.editedAt || said(theirs) === said(writing.draft)) return undefined;
      return this.#differ(theirs);
    } catch (error) {
      return signal.aborted ? undefined : this.#fail(error as MastoError, home);
    }
  }

  turned(): void {
    this.#theirs = undefined;
    this.#asked = '';
  }

  #differ(theirs: Draft): Problem {
    this.#theirs = theirs;
    const { say } = this.#voice.value!;
    return {
      term: 'refused',
      said: say('changed'),
      ways: [this.#way('keepMine', this.#mine), this.#way('takeTheirs', this.#other)],
    };
  }

  #fail(error: MastoError, home: HomeSession): Problem {
    const { say } = this.#voice.value!;
    const { failure } = error;
    if (failure === 'not-found') return { term: 'refused', said: say('gone'), ways: this.#way('toNew', this.#anew) };
    if (failure !== 'out-of-scope')
      return { ...problemOf(error, { replying: false, media: false }, Date.now()), way: 'again' };
    const allow = () => this.composer.signIn(['read:statuses']);
    return { term: 'refused', said: say('mayNot', { host: home.host }), ways: this.#way('allow', allow) };
  }

  #way(term: 'keepMine' | 'takeTheirs' | 'toNew' | 'allow', does: (event: Event) => void) {
    return html`<button class="button button-quiet" part="button" type="button" @click=${does}>${this.#voice.value!.say(term)}</button>`;
  }

  /** The reader has seen the other version: theirs takes its place. */
  readonly #mine = (event: Event) => {
    const { composer } = this;
    const { editing } = composer.writing.draft;
    const editedAt = this.#theirs?.editing?.editedAt;
    if (editing) composer.writing.change({ editing: { ...editing, editedAt } });
    this.#theirs = undefined;
    composer.sending.rest();
    composer.post(event);
  };

  /** What stands there comes into the form; what stood in the form goes on the shelf. */
  readonly #other = () => {
    const theirs = this.#theirs;
    if (theirs) this.composer.writing.take(theirs);
    this.composer.form.focus();
  };

  readonly #anew = () => {
    const { writing, sending, form } = this.composer;
    const { media } = writing.draft;
    // Its files are gone with it.
    const own = media?.filter(({ attached }) => !attached);
    writing.change({ ...anew(writing.draft), media: own?.length ? own : undefined, editing: undefined });
    sending.rest();
    form.focus();
  };

  /** What is answered, where only its id is known; who sees it limits who sees the answer (R176). */
  #ask(id: string) {
    const { asking: home, form } = this.composer;
    if (!home || this.#asked === id) return;
    this.#asked = id;
    const show = (key: string | undefined) => {
      const status = home.statuses.proper(key ?? '');
      if (!status || this.#asked !== id) return;
      this.composer.answered = { status, author: home.accounts.get(status.account), booster: undefined };
      form.requestUpdate();
    };
    const known = home.statuses.keyOf(id);
    if (known) void Promise.resolve(known).then(show);
    else if (home.reads)
      void import('../../../mastodon/reading.js')
        .then(({ readStatus }) => readStatus(home, id))
        .then(show, () => undefined);
  }
}
