import { page } from '../lib/contenders/page.mjs';
import { write } from '../lib/results.mjs';
import { median } from '../lib/statistics.mjs';

const SERVICES = {
  RelativeTimeFormat: "new Intl.RelativeTimeFormat('en', { style: 'narrow' }).format(-3, 'hour')",
  DateTimeFormat: "new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date())",
  'Date.toLocaleString': 'new Date().toLocaleString()',
  'NumberFormat (compact)': "new Intl.NumberFormat('en', { notation: 'compact' }).format(12345)",
  'Number.toLocaleString': '(12345).toLocaleString()',
  PluralRules: "new Intl.PluralRules('en').select(3)",
  Segmenter: "[...new Intl.Segmenter('en').segment('hello')].length",
};

const timing = (code) => `(() => {
  const start = performance.now();
  ${code};
  const first = performance.now() - start;
  const again = performance.now();
  for (let i = 0; i < 100; i++) { ${code}; }
  return [first, (performance.now() - again) / 100];
})()`;

/** `intl`: the first use of each service of Intl in a fresh renderer, which a first paint would wait for. */
export async function run({ browser, site }, { n = 7, out }) {
  site.put('/intl.html', page('', ''));
  const found = {};
  for (let k = 0; k < Number(n); k++) {
    for (const [service, code] of Object.entries(SERVICES)) {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const tab = await context.newPage();
      await tab.goto('https://blog.test/intl.html');
      (found[service] ??= []).push(await tab.evaluate(timing(code)));
      await context.close();
    }
  }
  for (const [service, samples] of Object.entries(found)) {
    const [first, again] = [0, 1].map((i) => median(samples.map((sample) => sample[i])));
    console.log(`${service.padEnd(24)} first ${first.toFixed(1).padStart(6)} ms, again ${again.toFixed(3)} ms`);
  }
  write('intl', { out, browser, found });
}
