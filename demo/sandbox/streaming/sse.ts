import { brokenAnswers, type StreamFault } from '../http/faults.js';
import type { Instance } from '../instance.js';
import { listenerToken, NotAdmitted, open } from './admit.js';
import { channelNamed, checkChannel, NoChannel } from './channels.js';
import type { Line, Wire } from './line.js';

const root = '/api/v1/streaming';

const thumpMs = 15_000;

const paths = new Set([
  'user',
  'user/notification',
  'public',
  'public/local',
  'public/remote',
  'hashtag',
  'hashtag/local',
  'list',
  'direct',
]);

/** Whether the streaming server is asked, not the web server: both know of its health. */
export function isStream(request: Request): boolean {
  const path = new URL(request.url).pathname.replace(/\/$/, '');
  return (path === root || path.startsWith(`${root}/`)) && path !== `${root}/health` && request.method === 'GET';
}

const refusal = (status: number, error: string) => Response.json({ error }, { status });

/** An answer that does not end, and what writes into it. */
function endless(begin: (wire: Wire) => Line): Response {
  const encoder = new TextEncoder();
  let line: Line | undefined;
  let thump: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const end: Wire['end'] = (how) => {
        clearInterval(thump);
        if (how === 'cut') controller.error(new TypeError('terminated'));
        else controller.close();
      };
      write(':)\n');
      const event: Wire['event'] = (_, name, payload) => write(`event: ${name}\ndata: ${payload}\n\n`);
      line = begin({ event, raw: (text) => write(`${text}\n\n`), end });
      thump = setInterval(() => line?.frame(':thump'), thumpMs);
      // In Node nobody need wait for it.
      (thump as { unref?: () => void }).unref?.();
    },
    cancel() {
      clearInterval(thump);
      line?.gone();
    },
  });
  const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'private, no-store' };
  const answer = new Response(body, { headers });
  brokenAnswers.add(answer);
  return answer;
}

/** What the streaming server says to who has no socket. */
export function answerStream(instance: Instance, request: Request, fault?: StreamFault): Response {
  const { pathname, searchParams: query } = new URL(request.url);
  const path = pathname.replace(/\/$/, '').slice(root.length + 1);
  if (!instance.settings.streaming.on || !path) return refusal(404, 'Not found');
  try {
    const token = listenerToken(instance, request);
    if (!paths.has(path)) throw new NoChannel(400, 'Unknown channel requested');
    const media = path.startsWith('public') && query.get('only_media') === 'true' ? ':media' : '';
    const [tag, list] = ['tag', 'list'].map((name) => query.get(name) ?? undefined);
    const channel = channelNamed(path.replace('/', ':') + media, tag, list);
    checkChannel(instance, token, channel);
    return endless((wire) => {
      const line = open(instance, 'sse', token, wire, fault);
      line.join(channel);
      return line;
    });
  } catch (error) {
    if (error instanceof NotAdmitted || error instanceof NoChannel) return refusal(error.status, error.message);
    throw error;
  }
}
