/** What dates become in the zone that the environment names; printed as JSON for `figures.node.ts`, which starts it. */
import { ago, left } from '../../src/i18n/figures.js';
import { moment } from '../../src/i18n/moment.js';
import { postWords } from '../../src/i18n/post.js';

const speaker = postWords.speaker('en')!;
const [dates, now] = JSON.parse(process.argv[2]!) as [string[], number];
const told = dates.map((date) => ({
  ago: ago(date, now, speaker),
  left: left(date, now, speaker) ?? '',
  moment: Number.isNaN(Date.parse(date)) ? '' : moment(date, 'en'),
}));
console.log(JSON.stringify(told));
