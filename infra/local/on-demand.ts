import type { InvocationResult } from './lambda/sandbox.ts'
import type { FunctionHost } from './lambda/function-host.ts'
import type { Activity } from './sources/activity.ts'
import type { Deployment } from './template/deployment.ts'

/** Runs a function that nothing else runs, by its name; undefined where there is none. */
export type OnDemand = (name: string) => ((event: unknown) => Promise<InvocationResult>) | undefined

const triggered = ({ api, queueMappings, streamMappings, schedules }: Deployment) =>
  new Set(
    [...api.routes, ...queueMappings, ...streamMappings, ...schedules].map(({ functionArn }) => functionArn),
  )

/** What a person would invoke with the AWS command line: the functions that the template gives no trigger. */
export const onDemandOf = (
  deployment: Deployment,
  invoke: FunctionHost['invoke'],
  activity: Activity,
): OnDemand => {
  const others = triggered(deployment)
  const byName = new Map(
    deployment.functions
      .map(({ name, arn, aliasArn }) => [name, aliasArn ?? arn] as const)
      .filter(([, arn]) => !others.has(arn)),
  )
  return (name) => {
    const arn = byName.get(name)
    return arn === undefined ? undefined : (event) => activity.during(() => invoke(arn, event))
  }
}
