import { expect, test } from 'vitest'
import { routerOf } from '../../../../infra/local/http/router.ts'

const paths = [
  '/v1/cases',
  '/v1/cases/{id}',
  '/v1/cases/import',
  '/v1/cases/{id}/history',
  '/web/{proxy+}',
  '/',
]
const routes = paths.map((path) => ({ method: 'GET', path, functionArn: path, scopes: undefined }))
const find = routerOf([
  ...routes,
  { method: 'ANY', path: '/v1/any.thing', functionArn: 'any', scopes: undefined },
  { method: 'POST', path: '/v1/cases', functionArn: 'create', scopes: [] },
])

test.each([
  ['GET', '/v1/cases', '/v1/cases', {}],
  ['POST', '/v1/cases', 'create', {}],
  ['GET', '/v1/cases/R-1', '/v1/cases/{id}', { id: 'R-1' }],
  ['GET', '/v1/cases/import', '/v1/cases/import', {}],
  ['GET', '/v1/cases/R-1/history', '/v1/cases/{id}/history', { id: 'R-1' }],
  ['GET', '/v1/cases/a%20b%2Fc', '/v1/cases/{id}', { id: 'a b/c' }],
  ['GET', '/web/a/b.css', '/web/{proxy+}', { proxy: 'a/b.css' }],
  ['DELETE', '/v1/any.thing', 'any', {}],
  ['GET', '/', '/', {}],
])('%s %s', (method, path, functionArn, pathParameters) => {
  expect(find(method, path)).toMatchObject({ route: { functionArn }, pathParameters })
})

test.each([
  ['a method that is not offered', 'PUT', '/v1/cases'],
  ['a method of a worse fit', 'POST', '/v1/cases/import'],
  ['a path that is not there', 'GET', '/v2/cases'],
  ['a slash too many', 'GET', '/v1/cases/'],
  ['an empty parameter', 'GET', '/v1/cases//history'],
  ['a parameter that is not well written', 'GET', '/v1/cases/%E0%A4%A'],
  ['a dot that stands for any character', 'GET', '/v1/anything'],
])('finds nothing for %s', (_, method, path) => {
  expect(find(method, path)).toBeUndefined()
})
