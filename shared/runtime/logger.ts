import { Logger } from '@aws-lambda-powertools/logger'
import { PlainFormatter } from './log-formatter.ts'

/** Structured logs. Nothing of a request's or an answer's content ever goes into them. */
export const logger = new Logger({ serviceName: 'sar-outcomes', logFormatter: new PlainFormatter() })
