import { CfnOutput } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** What a deployment tells whoever made it, by the names that `docs/deploy.md` uses. */
export const tell = (
  scope: Construct,
  outputs: Readonly<Record<string, readonly [value: string | undefined, description: string]>>,
): void => {
  Object.entries(outputs).forEach(([name, [value, description]]) => {
    if (value !== undefined) new CfnOutput(scope, name, { value, description })
  })
}
