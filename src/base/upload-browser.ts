/** How far a body has gone up: 0 … 1. */
export type Progress = (share: number) => void;

/** Headers as `XMLHttpRequest` gives them: lines. */
function headersOf(lines: string) {
  const headers = new Headers();
  for (const line of lines.trim().split(/\r?\n/)) {
    const [name = '', ...value] = line.split(':');
    if (name) headers.append(name, value.join(':').trim());
  }
  return headers;
}

/** As fetch would, for whoever asks it: `fetch` cannot tell how far a body has gone up. */
function carry(url: string, init: RequestInit, progress: Progress): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { method = 'POST', body, headers, signal } = init;
    const request = new XMLHttpRequest();
    const end = new AbortController();
    const settle = (act: () => void) => () => {
      end.abort();
      act();
    };
    const failed = settle(() => reject(new TypeError('The upload failed.')));
    signal?.addEventListener('abort', () => request.abort(), { signal: end.signal });
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = settle(() => {
      const { status, responseText, responseURL } = request;
      // It cannot be kept from following; what another address has said is no answer (R51, R53).
      if (responseURL && new URL(responseURL).href !== new URL(url).href) return failed();
      const text = [204, 205, 304].includes(status) ? null : responseText;
      try {
        resolve(new Response(text, { status, headers: headersOf(request.getAllResponseHeaders()) }));
      } catch {
        failed(); // a status or a header that no server should send
      }
    });
    request.onerror = request.ontimeout = failed;
    request.onabort = settle(() => reject(signal?.reason as Error));
    request.open(method, url);
    for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
    request.send(body as XMLHttpRequestBodyInit);
  });
}

/** What sending files needs of the browser besides `Browser`. Loaded with them alone; the one place with `XMLHttpRequest`. */
export const uploadBrowser = {
  /** A fetch that tells how far it is; where there is no `XMLHttpRequest`, one that does not. */
  fetchBy:
    (progress: Progress) =>
    (url: string, init: RequestInit): Promise<Response> =>
      'XMLHttpRequest' in globalThis ? carry(url, init, progress) : globalThis.fetch(url, init),
};
