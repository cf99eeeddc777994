import fs from 'node:fs';
import { report } from '../lib/table.mjs';

/** `report file.json …`: the tables of earlier runs of `first` and `gate`, again. */
export function run(bench, options, files) {
  if (!files.length) throw new Error('report wants the files of earlier runs: npm run bench -- report results/….json');
  for (const file of files) console.log(report(JSON.parse(fs.readFileSync(file, 'utf8'))));
}
