/**
 * Loads a function and calls it once, as Lambda does after a quiet night: `node child.ts <index.mjs> <event as JSON>`.
 * Prints, as JSON, the milliseconds of processor time from before its code was loaded until it had answered, and how many
 * modules of undici were loaded on the way.
 */
import { pathToFileURL } from 'node:url'

const [, , file = '', event = ''] = process.argv
const loaded = (): string[] => Object.values(Object(Reflect.get(process, 'moduleLoadList')))

const before = process.cpuUsage()
const module: unknown = await import(pathToFileURL(file).href)
const atHand = loaded().filter((name) => name.includes('undici')).length
const handler: unknown = Reflect.get(Object(Reflect.get(Object(module), 'default') ?? module), 'handler')
if (typeof handler !== 'function') throw new TypeError(`${file} has no handler`)
const answer: unknown = await handler(JSON.parse(event), {
  awsRequestId: '1',
  getRemainingTimeInMillis: () => 9_000,
})
const { user, system } = process.cpuUsage(before)
const statusCode: unknown = Reflect.get(Object(answer), 'statusCode')
process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1000, undici: atHand, statusCode }))
process.exit(0)
