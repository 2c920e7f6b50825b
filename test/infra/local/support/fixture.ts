import { fileURLToPath } from 'node:url'
import { readDeployment } from '../../../../infra/local/template/read.ts'

/** The cloud assembly of a small service with one of everything that the runner honours. */
export const fixture = fileURLToPath(new URL('../fixture', import.meta.url))

/** What the fixture deploys, its queues at this address. */
export const fixtureDeployment = (queuesUrl = 'http://queues.invalid/000000000000') =>
  readDeployment(fixture, { queuesUrl })
