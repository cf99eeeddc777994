interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  riders: number;
}

/** Requests that are under way, so that who asks the same meanwhile rides along. The last one to leave ends the request. */
export class Flights<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** Starts `start`, or joins what another started under the same key. Rejects with the signal's reason when that is aborted. */
  join(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const flight = this.#flights.get(key) ?? this.#open(key, start);
    flight.riders++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal?.reason as Error);
        if (--flight.riders) return;
        this.#close(key, flight);
        flight.controller.abort(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      void flight.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #open(key: string, start: (signal: AbortSignal) => Promise<T>) {
    const controller = new AbortController();
    const flight: Flight<T> = {
      controller,
      riders: 0,
      answer: start(controller.signal).finally(() => this.#close(key, flight)),
    };
    this.#flights.set(key, flight);
    return flight;
  }

  #close(key: string, flight: Flight<T>) {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
