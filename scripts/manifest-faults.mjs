import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { elementNames } from './elements.mjs';

/** What is wrong with a manifest, one sentence each. Looks at src/elements/ and, when it is built, at dist/. */
export function* faults({ modules, ...manifest }) {
  const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  if (!ajv.validate(schema, { modules, ...manifest }))
    for (const { instancePath, message } of ajv.errors) yield `${instancePath} ${message}`;
  const elements = modules.flatMap(({ declarations }) => declarations).filter(({ customElement }) => customElement);
  for (const name of elementNames())
    if (!elements.some(({ tagName }) => tagName === `masto-${name}`))
      yield `src/elements/${name} defines no <masto-${name}>.`;
  for (const { tagName, summary } of elements.filter(({ tagName }) => tagName))
    if (!summary) yield `<${tagName}> has no @summary.`;
  for (const { tagName, events = [] } of elements)
    for (const { name } of events)
      if (!/^masto-[a-z-]+$/.test(name)) yield `<${tagName}> has an event called ${JSON.stringify(name)}.`;
  for (const { path } of modules)
    if (existsSync('dist/index.js') && !existsSync(path)) yield `${path} is not published.`;
}
