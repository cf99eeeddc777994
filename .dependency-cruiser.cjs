/** What is free on every floor, as a type: what servers say, and how they fail to. */
const entities = '^src/mastodon/(entities(-parts|-notifications)?|errors)\\.ts$';

/** The floors of the house: imports go down, `import()` and types count. CONTRIBUTING.md says why. */
const floor = (name, below) => ({
  name: `floor-${name}`,
  severity: 'error',
  comment: `src/${name}/ may import only from ${below.join(', ') || 'nothing'}.`,
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: [`^src/(${[name, ...below].join('|')})/`, entities] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-ring',
      severity: 'error',
      from: { path: '^(src|demo)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    floor('elements', ['parts', 'controllers', 'mastodon', 'content', 'i18n', 'styles', 'base']),
    floor('parts', ['content', 'i18n', 'styles', 'base']),
    floor('controllers', ['mastodon', 'i18n', 'base']),
    floor('mastodon', ['base']),
    floor('content', ['base']),
    floor('i18n', ['base']),
    floor('styles', ['base']),
    floor('base', []),
    {
      name: 'entities-are-types',
      severity: 'error',
      comment: 'Entities and errors are free on every floor because they are nothing at run time.',
      from: { path: '^src/(parts|content|i18n|styles|base)/' },
      to: { path: entities, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'elements-one-way',
      severity: 'error',
      comment: 'timeline → status → compose → emoji-picker: an element never imports one that stands before it.',
      from: { path: '^src/elements/(status|compose|emoji-picker)/' },
      to: { path: '^src/elements/(timeline|thread|profile|view|search|notifications)/' },
    },
    {
      name: 'masto-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/mastodon/client\\.ts$' },
      to: { path: 'node_modules/masto/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'oauth-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/mastodon/oauth\\.ts$' },
      to: { path: 'node_modules/oauth4webapi/' },
    },
    { name: 'src-stands-alone', severity: 'error', from: { path: '^src/' }, to: { path: '^(demo|test|scripts)/' } },
    { name: 'no-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      conditionNames: ['import', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
