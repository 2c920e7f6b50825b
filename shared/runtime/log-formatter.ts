import { LogFormatter, LogItem } from '@aws-lambda-powertools/logger'
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types'
import * as z from 'zod'
// By `z.core` a bundle would have to carry the whole namespace, which is every language of zod's messages.
import { $ZodError } from 'zod/v4/core'
import { correlationId } from './correlation.ts'

/** Errors of AWS's clients say by which request they came about; what else hangs on them may be a whole item. */
const ofAws = z.object({ $metadata: z.object({ requestId: z.string().optional() }) })

const atPlaces = (error: $ZodError): string =>
  error.issues.map(({ code, path }) => `${code} at ${path.map(String).join('.') || 'the root'}`).join('; ')

/**
 * What may be known of what went wrong. A schema names the places that don't fit and not what it found there; a parser
 * of JSON quotes what it read, so it says nothing.
 */
const messageOf = (error: Error): string => {
  if (error instanceof $ZodError) return atPlaces(error)
  return error instanceof SyntaxError ? 'What was read could not be parsed' : error.message
}

/** Without the message, with which every stack begins. */
const framesOf = ({ stack = '' }: Error): readonly string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))

/** Log lines of one shape, with faults in words that hold nothing of what anybody sent or of what lay in a table. */
export class PlainFormatter extends LogFormatter {
  override formatAttributes(known: UnformattedAttributes, more: LogAttributes): LogItem {
    const { logLevel, message, timestamp, serviceName, xRayTraceId } = known
    const request = correlationId()
    const attributes = {
      level: logLevel,
      message,
      timestamp: this.formatTimestamp(timestamp),
      service: serviceName,
      ...(request !== undefined && { correlation_id: request }),
      ...(xRayTraceId !== undefined && { xray_trace_id: xRayTraceId }),
    }
    return new LogItem({ attributes }).addAttributes(more)
  }

  override formatError(error: Error): LogAttributes {
    const aws = ofAws.safeParse(error).data?.$metadata.requestId
    return {
      name: error.name,
      message: messageOf(error),
      stack: framesOf(error),
      ...(aws !== undefined && { awsServiceRequestId: aws }),
      ...(error.cause instanceof Error && { cause: this.formatError(error.cause) }),
    }
  }
}
