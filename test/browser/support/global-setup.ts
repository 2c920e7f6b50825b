import type { TestProject } from 'vitest/node'
import { startService } from '../../support/service.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one service runs that all browser tests share. */
    serviceUrl: string
    /** Where it keeps what it holds. */
    serviceData: string
  }
}

/** Half past nine on a Wednesday: working days lie on both sides of it. */
const firstMoment = '2026-06-03T08:30:00Z'

/** One service for every file of browser tests, without a sample: each test registers what it needs. */
export const setup = async (project: TestProject) => {
  const service = await startService()
  const { status } = await service.call('POST', '/local/clock', { now: firstMoment })
  if (status !== 200) throw new Error(`The clock could not be set: ${status}`)
  project.provide('serviceUrl', service.url)
  project.provide('serviceData', service.dataDir)
  return () => service.close()
}
