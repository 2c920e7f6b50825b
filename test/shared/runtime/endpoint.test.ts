import { describe, expect, test } from 'vitest'
import { answer } from '../../../shared/runtime/answer.ts'
import { endpoint, noParameters } from '../../../shared/runtime/endpoint.ts'
import { noBody, versionNamed } from '../../../shared/runtime/request.ts'
import { eventWith } from '../../support/gateway-event.ts'
import { ukfiuOfficer } from '../../support/referrals.ts'

const schemas = { path: noParameters, query: noParameters, body: noBody }
const act = ({ version }: { version: number | undefined }) => Promise.resolve(answer(200, { version }))

describe('If-Match', () => {
  test('says nothing to a route that names no version, however it is written', async () => {
    const { response } = await endpoint(schemas, act)(
      eventWith({ headers: { 'If-Match': 'anything' } }),
      ukfiuOfficer,
    )
    expect(response.statusCode).toBe(200)
  })

  test('is read, and refused when it is not one of ours, where a version is to be named', async () => {
    const route = endpoint({ ...schemas, version: versionNamed }, act)
    const read = await route(eventWith({ headers: { 'If-Match': '"3"' } }), ukfiuOfficer)
    const refused = await route(eventWith({ headers: { 'If-Match': 'anything' } }), ukfiuOfficer)
    expect([read.response.body, refused.response.statusCode]).toEqual(['{"version":3}', 412])
  })
})
