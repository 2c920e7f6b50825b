import type { Reply } from './system.ts'

/** The reply itself if it has the status; throws what came instead otherwise. */
export const expectStatus = (status: number, reply: Reply): Reply => {
  if (reply.status === status) return reply
  throw new Error(`Answered ${reply.status} where ${status} was due`)
}
