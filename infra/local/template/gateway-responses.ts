import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import type { Resolve } from './resolver.ts'

/** Only texts that stand as they are: an expression such as `$context.requestId` is refused. */
const Constant = z.string().regex(/^[^$]*$/, 'an expression in a gateway response')
const ConstantHeader = z.string().regex(/^'[^']*'$/, 'a header that is not a constant in single quotes')
const Header = z.string().regex(/^gatewayresponse\.header\./)

const Properties = z.strictObject({
  ResponseType: z.string(),
  StatusCode: z.string().optional(),
  ResponseParameters: z.record(Header, ConstantHeader).default({}),
  ResponseTemplates: z.record(z.string(), Constant).default({}),
})

const gatewayResponseType: ResourceType<z.infer<typeof Properties>> = {
  type: 'AWS::ApiGateway::GatewayResponse',
  shape: Properties,
  without: ['RestApiId'],
}

/** What API Gateway answers by itself. */
export type GatewayResponse = {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** By type of refusal, such as `UNAUTHORIZED` or `DEFAULT_4XX`. */
export const readGatewayResponses = (
  template: TemplateDocument,
  resolve: Resolve,
): ReadonlyMap<string, GatewayResponse> =>
  new Map(
    [...resourcesOf(template, gatewayResponseType, resolve).values()].map((properties) => [
      properties.ResponseType,
      responseOf(properties),
    ]),
  )

const responseOf = ({ StatusCode, ResponseParameters, ResponseTemplates }: z.infer<typeof Properties>) => {
  const [contentType = 'application/json', body = ''] = Object.entries(ResponseTemplates)[0] ?? []
  const headers = Object.entries(ResponseParameters).map(([name, value]) => [
    name.replace('gatewayresponse.header.', '').toLowerCase(),
    value.slice(1, -1),
  ])
  return {
    status: StatusCode === undefined ? undefined : Number(StatusCode),
    headers: { 'content-type': contentType, ...Object.fromEntries(headers) },
    body,
  }
}
