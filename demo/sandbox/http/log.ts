/** One request as the sandbox saw it: enough to prove what a page asked and what it did not say. No values of headers. */
export interface LogEntry {
  /** ms since 1970, on the instance's clock. */
  at: number;
  method: string;
  path: string;
  /** As sent, with `?`; empty for none. */
  query: string;
  /** Names of all headers, lower case, sorted. */
  headers: string[];
  referer: boolean;
  cookie: boolean;
  authorization: boolean;
  /** The status answered; 0 when the connection was refused. */
  status: number;
}

const longest = 5000;

export function logRequest(log: LogEntry[], request: Request, at: number): LogEntry {
  const { pathname, search } = new URL(request.url);
  const headers = [...request.headers.keys()].sort();
  const entry: LogEntry = {
    at,
    method: request.method,
    path: pathname,
    query: search,
    headers,
    referer: headers.includes('referer'),
    cookie: headers.includes('cookie'),
    authorization: headers.includes('authorization'),
    status: 0,
  };
  log.push(entry);
  if (log.length > longest) log.shift();
  return entry;
}
