import type { Plugin } from 'esbuild'

/**
 * Gives AWS's clients the credentials of the environment, where Lambda puts them and the local runner too, and leaves out
 * all else that they could look through: files, single sign-on, other roles, the metadata of a machine. 90 KB of code.
 */
export const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup: (building) => {
    building.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'defaultProvider',
      namespace: 'credentials',
      pluginData: resolveDir,
    }))
    building.onLoad({ filter: /.*/, namespace: 'credentials' }, ({ pluginData: resolveDir }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
      resolveDir,
    }))
  },
}
