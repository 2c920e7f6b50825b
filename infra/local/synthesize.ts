import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from './settings.ts'
import { StartRefused } from './start-refused.ts'

/**
 * Runs the CDK app in a process of its own, which bundles the functions and writes the cloud assembly, and answers with
 * the assembly's directory. Refuses with what the app said when it fails.
 */
export const synthesize = async (): Promise<string> => {
  const app = spawn(process.execPath, [join('infra', 'app.ts')], {
    cwd: root,
    // CloudFormation's own checks take a second; the tests run them.
    env: { ...process.env, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said] = await Promise.all([text(app.stderr), once(app, 'close')])
  if (app.exitCode !== 0) throw new StartRefused(`The CDK app (node infra/app.ts) failed. ${said.trim()}`)
  return join(root, 'cdk.out')
}
