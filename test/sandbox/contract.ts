/** The API's own description as a judge of answers, with its known errors put right. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Node = Record<string, unknown>;

const file = new URL('../../../shared/data/contract/mastodon-openapi.json', import.meta.url);

/** Alternatives that fit both at once are no error of an answer (`Status.quote`, a scheduled post). */
function loosen(node: unknown): void {
  if (Array.isArray(node)) node.forEach(loosen);
  else if (typeof node === 'object' && node !== null) {
    const group = node as Node;
    if (group['oneOf']) {
      group['anyOf'] = group['oneOf'];
      delete group['oneOf'];
    }
    Object.values(group).forEach(loosen);
  }
}

const group = (node: unknown, ...path: string[]): Node => path.reduce((at, name) => at[name] as Node, node as Node);

/** What `openapi-check.md` lists as wrong in the description. */
function correct(doc: Node): void {
  loosen(doc);
  const schemas = group(doc, 'components', 'schemas');
  group(schemas, 'ScheduledStatus', 'properties', 'params', 'properties')['visibility'] = {};
  group(schemas, 'ScheduledStatus', 'properties', 'params', 'properties')['quote_approval_policy'] = {};
  const deleted = structuredClone(group(schemas, 'Status'));
  deleted['required'] = (deleted['required'] as string[]).map((name) => (name === 'content' ? 'text' : name));
  for (const name of ['quote', 'reblog']) group(deleted, 'properties')[name] = {};
  schemas['DeletedStatus'] = deleted;
  const answer = group(
    doc,
    'paths',
    '/api/v1/statuses/{id}',
    'delete',
    'responses',
    '200',
    'content',
    'application/json',
  );
  answer['schema'] = { $ref: '#/components/schemas/DeletedStatus' };
  const filters = group(doc, 'paths', '/api/v1/filters', 'get', 'responses', '200', 'content', 'application/json');
  filters['schema'] = { type: 'array', items: { $ref: '#/components/schemas/V1Filter' } };
}

export interface Judge {
  /** What is wrong with an answer; undefined where the description has nothing to say of it. */
  complaints(method: string, path: string, status: number, body: unknown): string[] | undefined;
}

const escape = (part: string) =>
  part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');

/** The judge, or undefined where the description is not at hand. */
export async function judge(): Promise<Judge | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const doc = JSON.parse(text) as Node;
  correct(doc);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(doc, 'api');
  const templates = Object.keys(group(doc, 'paths')).sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')));
  return {
    complaints(method, path, status, body) {
      const plain = path.split('?')[0]!;
      const fits = (template: string) => new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(plain);
      const template = templates.find(fits);
      const verb = method.toLowerCase();
      const content =
        template &&
        (group(doc, 'paths', template)[verb] as { responses?: Record<string, Node> } | undefined)?.responses?.[
          String(status)
        ]?.['content'];
      if (!template || !(content as Node | undefined)?.['application/json']) return undefined;
      const pointer = ['paths', template, verb, 'responses', String(status), 'content', 'application/json', 'schema'];
      const validate = ajv.getSchema(`api#/${pointer.map(escape).join('/')}`);
      if (!validate) return undefined;
      if (validate(body)) return [];
      return (validate.errors ?? []).map(
        (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
      );
    },
  };
}
