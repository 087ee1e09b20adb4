// Who may know whom (HOUSE: rooms). A ring between features is looked for folder by folder.
const room = name => `^(packages|apps)/${name}/`
const only = (name, allowed) => ({
  name: `${name}-looks-down`,
  severity: 'error',
  from: { path: room(name), pathNot: '\\.(test|bench|fixture)\\.tsx?$|/(e2e|sweeps|gallery|bench)/|/vite.*\\.ts$|/vitest.*\\.ts$|measure-' },
  to: { path: '^(packages|apps)/', pathNot: [room(name), ...allowed.map(room)] },
})

export default {
  forbidden: [
    only('domain', []),
    only('audit', ['domain']),
    only('pack', ['domain']),
    only('db', ['domain']),
    only('ui', []),
    only('server', ['domain', 'audit', 'db', 'pack', 'ui']),
    { ...only('city', ['domain', 'ui']), to: { path: '^(packages|apps)/', pathNot: [room('city'), room('domain'), room('ui')], dependencyTypesNot: ['type-only'] } },
    { ...only('console', ['domain', 'ui']), to: { path: '^(packages|apps)/', pathNot: [room('console'), room('domain'), room('ui')], dependencyTypesNot: ['type-only'] } },
    {
      name: 'drizzle-in-repositories',
      severity: 'error',
      comment: 'Only a repository speaks SQL.',
      from: { path: '^apps/server/src/', pathNot: '\\.repository\\.ts$|\\.test\\.ts$|/(sweeps|bench|proofs)/|src/trpc/idempotency\\.ts$|src/plugins/health\\.ts$|city-directory\\.ts$' },
      to: { path: '^node_modules/drizzle-orm|^packages/db/src/schema' },
    },
    {
      name: 'fastify-at-the-edge',
      severity: 'error',
      comment: 'Services know no HTTP.',
      from: { path: '^apps/server/src/features/.*\\.(service|repository|jobs)\\.ts$' },
      to: { path: '^node_modules/(fastify|@trpc)', dependencyTypesNot: ['type-only'] },
    },
    { name: 'tests-only', severity: 'error', from: { path: '^(apps|packages)/', pathNot: '\\.(test|fixture|builder|proof)\\.tsx?$|^packages/testing/|/(e2e|sweeps|gallery|bench|proofs)/|/vitest|measure-' }, to: { path: '^packages/testing/' } },
    { name: 'no-ring-of-features', severity: 'error', scope: 'folder', from: { path: '^apps/server/src/features/' }, to: { circular: true, path: '^apps/server/src/features/' } },
    { name: 'no-ring', severity: 'error', from: { pathNot: '\\.test\\.' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^mdast$' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|\\.css$|\\.svg$|\\.test\\.tsx?$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
