import { build, type BuildOptions } from 'esbuild'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleDirectory } from '../../../infra/bundle.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = join(root, 'build/bench')

const options: BuildOptions = {
  absWorkingDir: root,
  entryPoints: ['functions/reports/index.ts'],
  bundle: true,
  platform: 'node',
  target: 'node24',
  logLevel: 'error',
}

/**
 * Builds the reports function the way CDK's `NodejsFunction` does by default: CommonJS, nothing minified, AWS's clients
 * left to be found where the runtime has them. Answers with the file, and that of the same function as it is deployed.
 */
export const buildBoth = async () => {
  const outfile = join(folder, 'by-cdk-defaults/index.cjs')
  await build({ ...options, outfile, format: 'cjs', external: ['@aws-sdk/*', '@smithy/*'] })
  return { byCdkDefaults: outfile, deployed: join(bundleDirectory, 'reports/index.mjs') }
}
