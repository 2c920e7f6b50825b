import { Logger } from '@aws-lambda-powertools/logger'
import { PlainFormatter } from './log-formatter.ts'

/** During a deployment two versions of a function write to one log; what undoes a deployment asks which of them failed. */
const version = process.env['AWS_LAMBDA_FUNCTION_VERSION']

/** Structured logs. Nothing of a request's or an answer's content ever goes into them. */
export const logger = new Logger({
  serviceName: 'sar-outcomes',
  logFormatter: new PlainFormatter(),
  persistentKeys: { version },
})
