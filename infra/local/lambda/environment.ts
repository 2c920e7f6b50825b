import { localCredentials } from '../engines/client-options.ts'
import type { LambdaFunction } from '../template/functions.ts'
import { region } from '../template/resolver.ts'

/**
 * A function's environment: what Lambda itself would set, what the template gives it, and on top the overrides that
 * point it at this machine. An override of a variable that the template doesn't give is for the SDK, which every
 * function has; any other is only for the functions that asked for it.
 */
export const environmentOf = (
  { name, memoryMiB, environment }: LambdaFunction,
  overrides: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMiB),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
  ...environment,
  ...Object.fromEntries(
    Object.entries(overrides).filter(([key]) => key.startsWith('AWS_') || key in environment),
  ),
})
