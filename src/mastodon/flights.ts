interface Flight<T> {
  readonly answer: Promise<T>;
  readonly end: AbortController;
  riders: number;
}

/** Requests that are under way, so that who asks the same meanwhile rides along. The last one to leave ends the request. */
export class Flights<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** Starts `start`, or joins what another started under the same key. Rejects with the signal's reason when that is aborted. */
  join(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const flight = this.#flights.get(key) ?? this.#open(key, start);
    flight.riders++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal?.reason as Error);
        if (--flight.riders) return;
        this.#flights.delete(key);
        flight.end.abort(signal?.reason);
      };
      signal?.addEventListener('abort', leave);
      void flight.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #open(key: string, start: (signal: AbortSignal) => Promise<T>) {
    const end = new AbortController();
    const answer = start(end.signal).finally(() => {
      // Who was left by all may come home after another has taken the place.
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    const flight: Flight<T> = { answer, end, riders: 0 };
    this.#flights.set(key, flight);
    return flight;
  }
}
