/**
 * `import('./profile.js')` asks at once for the chunks that profile.js imports, too. Without it the browser learns of them only
 * when profile.js has come, and each step of such a chain costs the reader a round trip.
 */
export function parallelImports() {
  return {
    name: 'parallel-imports',
    renderDynamicImport({ chunk, targetChunk, getTargetChunkImports }) {
      if (!targetChunk) return null;
      // The entry is there already, and so is the chunk that imports.
      const others = getTargetChunkImports().filter(
        (found) => found.type === 'internal' && !found.chunk.isEntry && found.fileName !== chunk.fileName,
      );
      if (!others.length) return null;
      // Whoever waits for the element hears of a failure; these only go ahead.
      const ahead = others.map(({ resolvedImportPath }) => `import(${resolvedImportPath}).catch(()=>{}),`).join('');
      return { left: `(${ahead}import(`, right: '))' };
    },
  };
}
