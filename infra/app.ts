import { fileURLToPath } from 'node:url'
import { bundle, bundleDirectory } from './bundle.ts'
import { featureFlags } from './feature-flags.ts'

/** The CDK command line says where it wants the result; whoever runs this file alone may say it the same way. */
const outdir = process.env['CDK_OUTDIR'] ?? fileURLToPath(new URL('../cdk.out', import.meta.url))

// Bundling is the work of another process: meanwhile this one loads CDK and the stack, which takes as long.
const [, { App }, { SarOutcomes }] = await Promise.all([
  bundle(),
  import('aws-cdk-lib'),
  import('./stack.ts'),
])

const app = new App({ outdir, analyticsReporting: false, treeMetadata: false, context: featureFlags })
new SarOutcomes(app, 'SarOutcomes', { bundles: bundleDirectory })
app.synth()
