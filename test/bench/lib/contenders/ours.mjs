import fs from 'node:fs';
import path from 'node:path';
import { INSTANCE } from '../data/people.mjs';
import { page, script } from './page.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const { OURS_DIR, OURS_HEAD = '', OURS_TAG, OURS_SEL, OURS_ACTIONS } = process.env;

/** The CDN build; OURS_DIR points at another one. */
export const folder = path.resolve(OURS_DIR ?? path.join(ROOT, 'dist/cdn'));
export const isBuilt = () => fs.existsSync(path.join(folder, 'masto-elements.js'));
export const notBuilt = `There is no ${path.join(folder, 'masto-elements.js')}: run "npm run build" first.`;

/** Every file of the build but the source maps, which no page asks for, under /cdn/. */
export function files() {
  const names = fs.readdirSync(folder, { recursive: true }).filter((name) => !name.endsWith('.map'));
  const plain = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(
    plain.map((name) => [`/cdn/${name.split(path.sep).join('/')}`, fs.readFileSync(path.join(folder, name))]),
  );
}

/** The page a blogger would write: one script tag and one tag. */
export const oursPage = (tag) => page(OURS_HEAD + script('/cdn/masto-elements.js'), tag);

export const timelineTag = (attributes) =>
  `<masto-timeline instance="${INSTANCE}" account="@bench" ${attributes}></masto-timeline>`;

const ours = (name, what, tag) => ({
  name,
  what,
  files,
  selector: OURS_SEL ?? '[part~="actions"] > :nth-child(3)',
  actions: OURS_ACTIONS ?? '[part~="actions"] > *',
  html: () => oursPage(tag),
});

export const both = [
  ours('ours', 'OURS: <masto-timeline> told the account id', OURS_TAG ?? timelineTag('account-id="1000"')),
  ours('ours-lookup', 'OURS told a name', timelineTag('')),
];
