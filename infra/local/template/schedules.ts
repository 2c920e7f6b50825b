import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { scheduleArn } from './references.ts'
import type { Resolve } from './resolver.ts'

const ScheduleProperties = z.strictObject({
  Name: z.string().optional(),
  GroupName: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
    // How often the scheduler tries to hand the event over, which here succeeds the first time.
    RetryPolicy: z.unknown().optional(),
    RoleArn: z.unknown().optional(),
  }),
})

const scheduleType: ResourceType<z.infer<typeof ScheduleProperties>> = {
  type: 'AWS::Scheduler::Schedule',
  shape: ScheduleProperties,
  // A flexible window opens at the scheduled time: firing then is within it.
  without: ['Description', 'FlexibleTimeWindow', 'KmsKeyArn'],
}

export type Schedule = {
  readonly id: string
  readonly arn: string
  /** As the template has it: `cron(…)` or `rate(…)`. */
  readonly expression: string
  readonly timeZone: string
  readonly functionArn: string
  /** The event's text with its `<aws.scheduler.…>` words, where the template gives one. */
  readonly input: string | undefined
  readonly deadLetterArn: string | undefined
}

/**
 * The schedules that are enabled, but for those in a group of their own: they watch the service in real time, and moving
 * the clock here would have them watch a year of it. A person runs those functions by hand.
 */
export const readSchedules = (template: TemplateDocument, resolve: Resolve): readonly Schedule[] =>
  [...resourcesOf(template, scheduleType, resolve)]
    .filter(([, { State, GroupName }]) => State === 'ENABLED' && GroupName === undefined)
    .map(([id, { Name, ScheduleExpression, ScheduleExpressionTimezone, Target }]) => ({
      id,
      arn: scheduleArn(Name ?? id),
      expression: ScheduleExpression,
      timeZone: ScheduleExpressionTimezone,
      functionArn: Target.Arn,
      input: Target.Input,
      deadLetterArn: Target.DeadLetterConfig?.Arn,
    }))
