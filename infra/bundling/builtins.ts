import type { Plugin } from 'esbuild'
import { builtinModules } from 'node:module'

const isBuiltin = (path: string) => path.startsWith('node:') || builtinModules.includes(path)

/**
 * Takes Node's own modules from `process.getBuiltinModule`. An ESM import of `node:http` reads every export of it, and
 * the one called `WebSocket` loads the whole of undici: 100 ms and more of each cold start on Node 24. It serves
 * CommonJS packages as well, which would otherwise need a `require` that an ESM file has not.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup: (building) => {
    building.onResolve({ filter: /^(node:)?[a-z_/0-9]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path, namespace: 'builtin' } : undefined,
    )
    building.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}
