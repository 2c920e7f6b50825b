import { join } from 'node:path'
import * as z from 'zod'
import { readAliases } from './aliases.ts'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { functionArn } from './references.ts'
import type { Resolve } from './resolver.ts'
import { unsupported } from './unsupported.ts'

const FunctionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string().regex(/\.zip$/) }),
  Handler: z.string().regex(/^index\.\w+$/),
  Runtime: z.string().regex(/^nodejs/),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z
    .strictObject({ Variables: z.record(z.string(), z.string()).default({}) })
    .default({ Variables: {} }),
})

const InvokeProperties = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.string(),
  MaximumRetryAttempts: z.number().optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
})

const functionType: ResourceType<z.infer<typeof FunctionProperties>> = {
  type: 'AWS::Lambda::Function',
  shape: FunctionProperties,
  without: [
    'Architectures',
    'Description',
    'EphemeralStorage',
    'KmsKeyArn',
    'LoggingConfig',
    'ReservedConcurrentExecutions',
    'Role',
    'Tags',
    'TracingConfig',
    'VpcConfig',
  ],
}

const invokeType: ResourceType<z.infer<typeof InvokeProperties>> = {
  type: 'AWS::Lambda::EventInvokeConfig',
  shape: InvokeProperties,
  // Nothing waits here, so no event grows too old.
  without: ['MaximumEventAgeInSeconds'],
}

export type LambdaFunction = {
  readonly name: string
  readonly arn: string
  /** Under which its triggers call it, where it has an alias. */
  readonly aliasArn: string | undefined
  /** The file with the code, and the export in it that takes events. */
  readonly file: string
  readonly handler: string
  readonly timeoutSeconds: number
  readonly memoryMiB: number
  readonly environment: Readonly<Record<string, string>>
  /** What happens to an event that nobody waits for when the function fails it. */
  readonly whenUnattended: { readonly retries: number; readonly failedTo: string | undefined }
}

/** The functions, their code in the assembly beside the template: what S3 would hold as a zip lies there unpacked. */
export const readFunctions = (
  template: TemplateDocument,
  resolve: Resolve,
  assembly: string,
): readonly LambdaFunction[] => {
  const aliases = readAliases(template, resolve)
  const configs = [...resourcesOf(template, invokeType, resolve).values()]
  return [...resourcesOf(template, functionType, resolve)].map(([id, found]) => {
    const name = found.FunctionName ?? id
    const alias = aliases.find((each) => each.functionArn === functionArn(name))
    const config = configs.find(({ FunctionName }) => [name, functionArn(name)].includes(FunctionName))
    refuseOther(alias?.name ?? '$LATEST', config)
    return {
      name,
      arn: functionArn(name),
      aliasArn: alias?.arn,
      file: join(assembly, `asset.${found.Code.S3Key.replace(/\.zip$/, '')}`, 'index.mjs'),
      handler: found.Handler.replace(/^index\./, ''),
      timeoutSeconds: found.Timeout,
      memoryMiB: found.MemorySize,
      environment: found.Environment.Variables,
      whenUnattended: {
        retries: config?.MaximumRetryAttempts ?? 2,
        failedTo: config?.DestinationConfig?.OnFailure?.Destination,
      },
    }
  })
}

/** What is set for one qualifier does not hold for calls by another. */
const refuseOther = (called: string, config: z.infer<typeof InvokeProperties> | undefined) => {
  if (config !== undefined && config.Qualifier !== called)
    throw unsupported(
      invokeType.type,
      `${config.Qualifier} of ${config.FunctionName}, which is called by ${called}`,
    )
}
