import type { LitElement } from 'lit';

/** What has become of a film: nobody has pressed it, it plays, it has been stopped, it cannot be played. */
export type FilmState = 'still' | 'on' | 'off' | 'failed';

const after: Readonly<Record<string, FilmState>> = { play: 'on', pause: 'off', error: 'failed' };

/** Remembers what has become of the films that its host draws, and begins them. What plays is forgotten with the host. */
export class FilmController {
  readonly #states = new Map<string, FilmState>();

  /** @param of whose films these are: a name that no others have */
  constructor(
    private readonly host: LitElement,
    private readonly of: () => string,
  ) {}

  name(at: number): string {
    return `${at} ${this.of()}`;
  }

  state(at: number): FilmState {
    return this.#states.get(this.name(at)) ?? 'still';
  }

  /** Hears what players say. */
  readonly watch = ({ type, currentTarget }: Event): void => {
    const { film = '' } = (currentTarget as HTMLElement).dataset;
    const state = after[type];
    if (state && this.#states.get(film) !== 'failed') this.#states.set(film, state);
    this.host.requestUpdate();
  };

  /** Does what a film's button says. True when it is one of these films. */
  press({ value, dataset: { film = '' } }: HTMLButtonElement): boolean {
    if (value !== 'film' || !film.endsWith(` ${this.of()}`)) return false;
    const player = this.#playerOf(film);
    if (!player) void this.begin(film);
    else if (player.paused) void player.play().catch(() => undefined);
    else player.pause();
    return true;
  }

  /** The player comes with the press; the browser lets it play because of that press alone. */
  async begin(film: string): Promise<void> {
    this.#states.set(film, 'on');
    this.host.requestUpdate();
    await this.host.updateComplete;
    const player = this.#playerOf(film);
    if (player?.controls) player.focus({ preventScroll: true });
    // What cannot be played says so by an event of its own; what the browser does not let begin has its controls.
    await player?.play().catch(() => {
      if (!player.controls && this.#states.get(film) !== 'failed') this.#states.set(film, 'off');
    });
    this.host.requestUpdate();
  }

  #playerOf(film: string): HTMLVideoElement | undefined {
    const players = this.host.renderRoot.querySelectorAll<HTMLVideoElement>('video');
    return [...players].find(({ dataset }) => dataset['film'] === film);
  }
}
