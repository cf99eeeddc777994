import type { Composer } from './composer.js';
import { rows } from './piece-table.js';
import type { WayOut } from './problems.js';
import { quotePolicy } from './proposal.js';
import { sends } from './surroundings.js';

/** What the reader does in the form: typing, choosing, pressing, dropping. What is inside `.piece` is that piece's own. */
export class Hands {
  /** Somebody has reached for the languages. */
  allLanguages = false;
  /** Files are held over the form. */
  dropping = false;
  /** Not every browser says it with `input`. */
  #pasted = '';

  constructor(private readonly composer: Composer) {}

  readonly write = ({ target, data }: InputEvent): void => {
    const { sending, writing, pieces } = this.composer;
    const box = target as HTMLTextAreaElement;
    const { name, value } = box;
    if (name !== 'text' && name !== 'warning') return;
    writing.change({ [name]: value });
    sending.rest();
    if (name === 'text') pieces.wrote(box, data ?? this.#pasted);
    this.#pasted = '';
  };

  /** The caret has moved. */
  readonly wrote = ({ target }: Event): void => {
    const box = target as HTMLTextAreaElement;
    if (box.name === 'text') this.composer.pieces.wrote(box, '');
  };

  readonly choose = ({ target }: Event): void => {
    const { sending, writing } = this.composer;
    const { name, value } = target as HTMLSelectElement;
    if (name === 'files') {
      const input = target as HTMLInputElement;
      this.#take([...(input.files ?? [])]);
      input.value = ''; // the same file may be chosen again
    }
    if (name !== 'visibility' && name !== 'language' && name !== 'quotePolicy') return;
    if (sending.busy) return this.#undo(target as HTMLSelectElement);
    writing.change({ [name]: value });
    sending.rest();
  };

  readonly press = (event: MouseEvent): void => {
    const { composer } = this;
    const button = (event.target as Element).closest('button');
    if (!button || button.closest('.piece')) return;
    const verb = button.value;
    if (verb.startsWith('piece:')) this.#pick(button);
    else if (verb === 'post') composer.post(event);
    else if (verb === 'sign-in') composer.signIn();
    else if (verb === 'warning') this.#warn();
    else if (verb === 'close') composer.close();
    else if (verb) composer.go(verb as WayOut, event);
  };

  readonly type = (event: KeyboardEvent): void => {
    if (this.composer.pieces.type(event) || !sends(event)) return;
    event.preventDefault(); // on a button it is a click as well
    this.composer.post(event);
  };

  readonly enter = (event: FocusEvent): void => {
    this.composer.inside = true;
    this.offer(event);
    this.#draw();
  };

  readonly leave = ({ relatedTarget }: FocusEvent): void => {
    if (this.composer.form.renderRoot.contains(relatedTarget as Node | null)) return;
    this.composer.inside = false;
    this.#draw();
  };

  /** All languages of the world come when somebody reaches for them. */
  readonly offer = ({ target }: Event): void => {
    if (this.allLanguages || (target as HTMLElement).getAttribute('name') !== 'language') return;
    this.allLanguages = true;
    this.#draw();
  };

  readonly paste = (event: ClipboardEvent): void => {
    this.#pasted = event.clipboardData?.getData('text/plain') ?? '';
    this.#bring(event, event.clipboardData);
  };

  readonly hover = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#drop(true);
  };

  readonly unhover = ({ relatedTarget, currentTarget }: DragEvent): void => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) this.#drop(false);
  };

  readonly drop = (event: DragEvent): void => {
    this.#drop(false);
    this.#bring(event, event.dataTransfer);
  };

  #drop(on: boolean) {
    if (on === this.dropping) return;
    this.dropping = on;
    this.#draw();
  }

  #bring(event: Event, from: DataTransfer | null) {
    const files = [...(from?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.#take(files);
  }

  #take(files: readonly File[]) {
    if (files.length) void this.composer.pieces.bring('media').then((piece) => piece?.take?.(files));
  }

  /** A tool: what it stands for comes and is told. */
  #pick(button: HTMLButtonElement) {
    const { composer } = this;
    const name = button.value.slice('piece:'.length);
    if (rows.some((row) => row.name === name && row.tool?.files)) return composer.box('files')?.click();
    void composer.pieces.bring(name).then((piece) => piece?.press?.(button));
  }

  #warn() {
    const { writing, sending, form } = this.composer;
    if (sending.busy) return; // on its way it stays as it is
    const open = writing.warning === undefined;
    writing.change({ warning: open ? '' : null });
    sending.rest();
    void form.updateComplete.then(() => this.composer.box(open ? 'warning' : 'text')?.focus());
  }

  /** On its way it stays as it is. */
  #undo(choice: HTMLSelectElement) {
    const { writing, home } = this.composer;
    const { visibility, language, draft } = writing;
    const before = { visibility, language, quotePolicy: quotePolicy(draft, visibility, home) };
    choice.value = before[choice.name as keyof typeof before] ?? '';
  }

  #draw() {
    this.composer.form.requestUpdate();
  }
}
