import { request } from 'node:http'

/** Ways to write “the folder above”, some of which somebody decodes too late or twice. */
export const waysUp = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%5c',
  '..\\',
  '%252e%252e%252f',
  '....//',
  '..;/',
  '%c0%ae%c0%ae/',
]

/** Where a file or a name stands at the end of an address. */
const beginnings = [
  '/assets/',
  '/',
  '/assessments/2026-27/download/',
  '/v1/organisations/',
  '/oauth/',
  '/local/functions/',
]
const files = ['etc/passwd', 'package.json', 'index.mjs', 'templates.mjs']

/** Every address that climbs in one way to a file that is there. */
export const climbing = (up: string): readonly string[] =>
  beginnings.flatMap((beginning) => files.map((file) => `${beginning}${up.repeat(6)}${file}`))

const brokenLine = '%0d%0aSet-Cookie:%20trial=1%0d%0a%0d%0a<zz-mark>'

/** Every place whose text may come into a header or a log, and in it an end of the line and what would be a header. */
export const breakingTheLine: readonly string[] = [
  `/sign-in?returnTo=/${brokenLine}`,
  `/timed-out?returnTo=/${brokenLine}`,
  `/referrals/${brokenLine}`,
  `/register?x=${brokenLine}`,
  `/assessments/${brokenLine}/download/csv`,
  `/v1/organisations/${brokenLine}/statement`,
  `/v1/referrals?cursor=${brokenLine}`,
]

/** Asks for an address as it is written: `fetch` would tidy it up. */
export const askAsWritten = (
  service: { readonly url: string },
  path: string,
  headers: Readonly<Record<string, string>> = {},
) =>
  new Promise<{ status: number; headers: string; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(service.url)
    request({ hostname, port, path, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: JSON.stringify(response.headers), text }),
      )
    })
      .on('error', reject)
      .end()
  })
