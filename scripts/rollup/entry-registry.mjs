import { createHash } from 'node:crypto';

/**
 * What the lazy chunks need of the entry (Lit, the base class, the session) they take from a registry on `globalThis`.
 *
 * An `import '../masto-elements.js'` would be simpler, but a page may name the entry by another address, as WordPress does
 * (`masto-elements.js?ver=6.5`), and the browser would then fetch and run all of it a second time. A third file that both import
 * would cost every page one more step in the chain: entry, core, element.
 */
export function entryRegistry() {
  let key;
  return {
    name: 'entry-registry',
    renderStart() {
      const hash = createHash('sha256');
      for (const id of [...this.getModuleIds()].sort()) hash.update(this.getModuleInfo(id)?.code ?? '');
      key = `globalThis[Symbol.for("masto:${hash.digest('hex').slice(0, 8)}")]`;
    },
    renderChunk(code, chunk, _options, { chunks }) {
      const entry = Object.values(chunks).find(({ isEntry }) => isEntry);
      return {
        code: chunk.isEntry ? publish(this, code, chunk, key) : borrow(this, code, chunk, entry, key),
        map: null,
      };
    },
  };
}

/** Rollup writes each import and the one export on a line of its own, so replacing the line keeps the source map right. */
function replaceNode(code, { start, end }, text) {
  if (code.slice(start, end).includes('\n')) throw new Error('entry-registry: a statement over several lines');
  return code.slice(0, start) + text + code.slice(end);
}

function publish(context, code, chunk, key) {
  if (context.getModuleInfo(chunk.facadeModuleId).exports.length)
    context.error('The entry of the script tag must export nothing itself.');
  const { body } = context.parse(code);
  // Rollup writes one statement for all.
  const exported = body.find(({ type }) => type === 'ExportNamedDeclaration');
  if (!exported) return code;
  const names = exported.specifiers.map(({ local, exported: { name } }) => [name, local.name]);
  for (const [, local] of names)
    if (isReassignedLater(body, local))
      context.error(
        `"${local}" of the entry changes after its first evaluation: lazy chunks would keep the old value.`,
      );
  // The first of two copies wins: a chunk is evaluated once and must not be torn between them.
  return replaceNode(
    code,
    exported,
    `${key}??={${names.map(([name, local]) => (name === local ? name : `${name}:${local}`)).join(',')}};`,
  );
}

function borrow(context, code, chunk, entry, key) {
  if (!entry || !chunk.imports.includes(entry.fileName)) return code;
  const node = context
    .parse(code)
    .body.find(({ type, source }) => type === 'ImportDeclaration' && source.value.endsWith(`/${entry.fileName}`));
  const names = node.specifiers.map(({ imported, local }) => `${imported.name}:${local.name}`);
  return replaceNode(code, node, names.length ? `const{${names.join(',')}}=${key};` : '');
}

/** True when a function of the entry assigns to the name. Top-level assignments are done before any chunk runs. */
function isReassignedLater(body, name) {
  const own = (node) => node.id?.name === name && node.type !== 'VariableDeclarator';
  const constant = (node) => node.kind === 'const' && node.declarations.some(({ id }) => id.name === name);
  if (body.some((node) => own(node) || constant(node))) return false;
  const visit = (node, inFunction) => {
    if (Array.isArray(node)) return node.some((each) => visit(each, inFunction));
    if (!node || typeof node.type !== 'string') return false;
    const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' && node.argument;
    if (inFunction && target?.name === name) return true;
    const inner = inFunction || /Function|MethodDefinition/.test(node.type);
    return Object.values(node).some((child) => child && typeof child === 'object' && visit(child, inner));
  };
  return visit(body, false);
}
