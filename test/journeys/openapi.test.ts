import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers } from '../../shared/contracts/answers.ts'
import { story } from '../../shared/contracts/openapi/story/story.ts'
import { openDocument, type Contract } from '../support/contract.ts'
import { startService, type Service } from '../support/service.ts'
import { isExcerpt, play, type Played } from '../support/story.ts'

/** The published contract against the running service: what it says is so, and its examples are true. */

let service: Service
let contract: Contract
let played: readonly Played[]

beforeAll(async () => {
  service = await startService()
  contract = openDocument((await service.call('GET', '/v1/openapi.json')).body)
  played = await play(service, story)
})
afterAll(() => service.close())
