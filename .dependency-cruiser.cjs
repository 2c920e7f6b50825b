/**
 * The layers, left to right: a file imports only from its own layer and those left of it.
 *   domain ← contracts ← store, reports ← actions ← runtime ← functions, seeds ← infra
 */
const layers = [
  ['shared/domain'],
  ['shared/contracts'],
  ['shared/store', 'shared/reports'],
  ['shared/actions'],
  ['shared/runtime'],
  ['functions', 'seeds'],
  ['infra'],
]
const codeOnly = '\\.ts$'

const rules = layers.flatMap((peers, rank) =>
  peers.map((layer) => {
    const forbidden = [...layers.slice(rank + 1).flat(), ...peers.filter((peer) => peer !== layer), 'test']
    return {
      name: `${layer.replace('/', '-')}-looks-left-only`,
      severity: 'error',
      from: { path: `^${layer}/` },
      to: { path: `^(${forbidden.join('|')})/.*${codeOnly}` },
    }
  }),
)

module.exports = {
  forbidden: [
    ...rules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment:
        'The domain uses the date library and a linear-programming solver, and nothing else: no zod, no AWS, no Node.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(temporal-(polyfill|spec)|yalps)',
      },
    },
    {
      name: 'one-lambda-does-not-import-another',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'the-template-is-the-only-description',
      comment:
        'The local runner knows the deployment from the synthesized template, the deployment knows no runner.',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^infra/', pathNot: '^infra/local/' },
    },
    {
      name: 'the-deployment-knows-no-local-runner',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: { path: '^infra/local/' },
    },
    {
      name: 'deployed-code-uses-no-dev-dependency',
      severity: 'error',
      from: { path: '^(functions|shared)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
}
