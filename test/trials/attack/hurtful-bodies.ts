import { gzipSync } from 'node:zlib'

/** A body that is made to hurt, and the statuses that it may be refused with. */
export type HurtfulBody = {
  readonly path: string
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  readonly statuses: readonly number[]
  /** Made when it is needed: some are of many megabytes. */
  readonly body: () => string | Buffer
}

type Sent = Pick<HurtfulBody, 'body'> & Partial<HurtfulBody>

const registration = (statuses: readonly number[], sent: Sent): HurtfulBody => ({
  path: '/v1/referrals',
  type: 'application/json',
  statuses,
  ...sent,
})
const table = (statuses: readonly number[], sent: Sent): HurtfulBody => ({
  path: '/v1/referrals/import',
  type: 'text/csv',
  statuses,
  ...sent,
})

const packed = { 'content-encoding': 'gzip' }
/** 50 MiB of spaces in 50 KiB. */
const bomb = () => gzipSync(Buffer.alloc(50 * 1024 * 1024, 0x20))

/** By what it is: "a body … is refused". */
export const hurtfulBodies: Readonly<Record<string, HurtfulBody>> = {
  'of 12 MiB': registration([413], { body: () => ' '.repeat(12 * 1024 * 1024) }),
  'of 65 KiB': registration([413], { body: () => `{"a":"${'x'.repeat(65_000)}"}`.padEnd(66_000) }),
  'of 60,000 brackets': registration([400, 422], { body: () => '['.repeat(30_000) + ']'.repeat(30_000) }),
  'of 60,000 brackets that do not close': registration([400], { body: () => '['.repeat(60_000) }),
  'of objects in objects': registration([400, 422], {
    body: () => `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
  }),
  'with 5,000 fields': registration([422], {
    body: () => JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`f${n}`, n]))),
  }),
  'with a number of 60,000 digits': registration([422], {
    body: () => `{"organisation":${'9'.repeat(60_000)}}`,
  }),
  'that is not text': registration([400], { body: () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }),
  'in another character set': registration([400, 415], {
    body: () => Buffer.from('{}', 'utf16le'),
    type: 'application/json; charset=utf-16',
  }),
  'with half a character': registration([400, 422], { body: () => '{"sarReference":"\\ud800"}' }),
  'that grows a thousandfold when unpacked': registration([400, 415], { body: bomb, headers: packed }),
  'that grows when unpacked, as a table': table([400, 415, 422], { body: bomb, headers: packed }),
  'with a table of 1,001 rows': table([422], { body: () => `sarReference\n${'x\n'.repeat(1001)}` }),
  'with a table of one row of 4 MiB': table([200, 400, 422], {
    body: () => `sarReference\n"${'x'.repeat(4 * 1024 * 1024)}"`,
  }),
  'with a table of 60,000 columns': table([422], { body: () => `${'a,'.repeat(60_000)}a\n` }),
  'with a quotation mark that never closes': table([400], {
    body: () => `sarReference\n"${'x'.repeat(100_000)}`,
  }),
}
