/** Which doors a page of another origin may use, after Mastodon's `cors.rb` and rack-cors. */

const exposed = [
  'Link',
  'Mastodon-Async-Refresh',
  'X-RateLimit-Reset',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-Request-Id',
].join(', ');

interface Door {
  readonly path: RegExp;
  readonly methods: readonly string[];
  readonly exposed?: string;
}

const doors: readonly Door[] = [
  { path: /^\/\.well-known\//, methods: ['GET'] },
  { path: /^\/nodeinfo\//, methods: ['GET'] },
  { path: /^\/@[^/]+$/, methods: ['GET'] },
  { path: /^\/users\/[^/]+$/, methods: ['GET'] },
  { path: /^\/api\//, methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], exposed },
  { path: /^\/oauth\/token$/, methods: ['POST'] },
  { path: /^\/oauth\/revoke$/, methods: ['POST'] },
  { path: /^\/oauth\/userinfo$/, methods: ['GET', 'POST'] },
];

const doorOf = (path: string) => doors.find((door) => door.path.test(path));

function allow(headers: Headers, door: Door): void {
  headers.set('Access-Control-Allow-Origin', '*');
  headers.set('Access-Control-Allow-Methods', door.methods.join(', '));
  headers.set('Access-Control-Expose-Headers', door.exposed ?? '');
  headers.set('Access-Control-Max-Age', '7200');
}

/** Answers a preflight: always 200, but without the headers where the door is closed. Undefined for other requests. */
export function preflight(request: Request): Response | undefined {
  const method = request.headers.get('Access-Control-Request-Method');
  if (request.method !== 'OPTIONS' || !method) return undefined;
  const headers = new Headers();
  const door = doorOf(new URL(request.url).pathname);
  if (door?.methods.includes(method.toUpperCase())) {
    allow(headers, door);
    const asked = request.headers.get('Access-Control-Request-Headers');
    if (asked) headers.set('Access-Control-Allow-Headers', asked);
  }
  return new Response(null, { status: 200, headers });
}

/** Adds what a page needs to read the answer; nothing for a request without `Origin`, as rack-cors. */
export function addCors(request: Request, headers: Headers): void {
  const door = doorOf(new URL(request.url).pathname);
  if (!door) return;
  const vary = headers.get('Vary');
  if (!vary?.includes('Origin')) headers.set('Vary', vary ? `${vary}, Origin` : 'Origin');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (request.headers.has('Origin') && door.methods.includes(method)) allow(headers, door);
}

/** What a fault takes away. */
export function loseCors(headers: Headers): void {
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
}
