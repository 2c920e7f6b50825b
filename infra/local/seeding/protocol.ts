import * as z from 'zod'

/** What the thread that puts things in place is asked to do. */
export const SeedingRequest = z.object({
  work: z.enum(['contacts', 'sample']),
  dynamoDb: z.object({
    endpoint: z.string(),
    region: z.string(),
    credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  }),
  environment: z.record(z.string(), z.string()),
  /** The service's time, in milliseconds since 1970. */
  now: z.number(),
})
export type SeedingRequest = z.infer<typeof SeedingRequest>

/** What it says: a line for whoever waits, and how it ended. */
export const SeedingReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), line: z.string() }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('failed'), error: z.string() }),
])
export type SeedingReply = z.infer<typeof SeedingReply>
