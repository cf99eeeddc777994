import { setTimeout as sleep } from 'node:timers/promises';
import { heap, metrics, open } from './browser.mjs';
import { expected, late, missing } from './drawn.mjs';

const ms = (seconds) => seconds * 1e3;
const sum = (lines, key) => lines.reduce((total, line) => total + line[key], 0);

/** What went over the wire: bytes of each type in its best compression, and how many asked whom. */
function traffic(log) {
  const of = (type) => log.filter((line) => line.type.includes(type));
  const api = log.filter(({ host }) => host === 'api');
  return {
    jsBr: sum(of('javascript'), 'br'),
    jsGz: sum(of('javascript'), 'gz'),
    jsRaw: sum(of('javascript'), 'raw'),
    cssBr: sum(of('css'), 'br'),
    htmlBr: sum(of('html'), 'br'),
    apiRequests: api.length,
    apiKB: sum(api, 'sent') / 1e3,
    requests: log.length,
    ownFiles: log.filter(({ url }) => url.startsWith('/cdn/')).length,
  };
}

/** `cpu` is the figure to compare: main-thread CPU from the start of the process until just after the paint. */
function times(atPaint, settled) {
  const { ScriptDuration, LayoutDuration, RecalcStyleDuration, TaskDuration } = atPaint;
  return {
    cpu: ms(TaskDuration),
    cpuSettled: ms(settled.TaskDuration),
    script: ms(ScriptDuration), // without what runs after an await: judge script by `cpu`
    style: ms(RecalcStyleDuration),
    layout: ms(LayoutDuration),
  };
}

function complain({ name, count }, { errors }, posts) {
  console.log(`  ! ${name}: ${posts} of ${count} posts were drawn`, errors.slice(0, 3).join(' | '));
}

/** One measured load of a contender, or null when its posts were not drawn (told on the console). */
export async function measure({ browser, server }, contender, cpu = 1) {
  server.state.log.length = 0;
  const opened = await open(browser, { ...contender, cpu });
  const { page, cdp, context, done } = opened;
  if (!done) {
    complain(contender, opened, await page.evaluate('benchProbe.state.posts').catch(() => 'none'));
    await context.close();
    return null;
  }
  const atPaint = await metrics(cdp);
  await sleep(cpu > 1 ? 525 : 350); // lazy pictures, late shifts, chunks that come after the paint
  const settled = await metrics(cdp);
  const report = await page.evaluate('benchProbe.report()');
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const memory = await heap(cdp);
  const record = { ...report, ...times(atPaint, settled), ...memory, ...traffic(server.state.log) };
  await context.close();
  return record;
}

/**
 * One load that is not measured: fills the server's compressed copies, and takes stock of what is drawn at the
 * measured paint and 1.5 s later. Gives `{ missing, late, added, jsBr, errors }`, or null when the posts never came.
 */
export async function inspect({ browser, server }, contender) {
  server.state.log.length = 0;
  const inventory = expected(contender.count, contender.actions);
  const opened = await open(browser, { ...contender, inventory });
  const { page, context, errors, done } = opened;
  if (!done) {
    complain(contender, opened, await page.evaluate('benchProbe.state.posts').catch(() => 'none'));
    await context.close();
    return null;
  }
  await sleep(1500);
  const { atPaint, elementsAtPaint, elements } = await page.evaluate('benchProbe.report()');
  const now = await page.evaluate((wanted) => globalThis.benchDrawn(wanted), inventory);
  await context.close();
  return {
    missing: missing(atPaint),
    late: late(atPaint, now),
    added: elements - elementsAtPaint,
    jsBr: traffic(server.state.log).jsBr,
    files: server.state.log.filter(({ type }) => type.includes('javascript')).map(({ url, br }) => ({ url, br })),
    errors,
  };
}
