import { expect, test } from 'vitest'
import * as z from 'zod'
import { problem } from '../../../shared/contracts/problem.ts'
import { resourcesOf } from './synthesized.ts'

const refusals = new Map(
  [
    ...resourcesOf(
      'AWS::ApiGateway::GatewayResponse',
      z.object({
        ResponseType: z.string(),
        StatusCode: z.string(),
        ResponseParameters: z.record(z.string(), z.string()),
        ResponseTemplates: z.strictObject({ 'application/json': z.string() }),
      }),
    ).values(),
  ].map((response) => [response.ResponseType, response]),
)
const header = (type: string, name: string) =>
  refusals.get(type)?.ResponseParameters[`gatewayresponse.header.${name}`]

test.each([...refusals])('%s is a problem document that a browser may not keep', (type, response) => {
  const document = z
    .strictObject({ type: z.string(), title: z.string(), status: z.number(), detail: z.string() })
    .parse(JSON.parse(response.ResponseTemplates['application/json']))
  expect(document).toEqual(problem(Number(response.StatusCode), document.detail))
  expect(header(type, 'Content-Type')).toBe("'application/problem+json'")
  expect(header(type, 'Cache-Control')).toBe("'no-store'")
})

test.each([
  ['UNAUTHORIZED', '401'],
  ['EXPIRED_TOKEN', '401'],
  ['ACCESS_DENIED', '403'],
  ['MISSING_AUTHENTICATION_TOKEN', '404'],
  ['REQUEST_TOO_LARGE', '413'],
  ['THROTTLED', '429'],
  ['DEFAULT_4XX', '400'],
  ['DEFAULT_5XX', '500'],
])('%s answers %s', (type, status) => {
  expect(refusals.get(type)?.StatusCode).toBe(status)
})

test('who is refused is told how to go on', () => {
  expect(header('UNAUTHORIZED', 'WWW-Authenticate')).toBe("'Bearer'")
  expect(header('THROTTLED', 'Retry-After')).toBe("'5'")
})
