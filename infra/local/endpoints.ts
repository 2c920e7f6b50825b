import { join } from 'node:path'
import * as z from 'zod'
import { durableFile } from './durable-file.ts'

const Endpoints = z.strictObject({ dynamoDb: z.url(), sqs: z.url(), secretsManager: z.url() })

/**
 * Where the engines of the running service listen, anew with each start: for `aws --endpoint-url` and for whoever wants
 * to see what the service itself doesn't show, such as a dead-letter queue.
 */
export const endpointsFile = (dataDir: string) => durableFile(join(dataDir, 'endpoints.json'), Endpoints)
