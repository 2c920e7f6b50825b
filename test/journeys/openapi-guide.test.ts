import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startService, type Service } from '../support/service.ts'

/** Every command of the API guide, run in its order as a reader would, against a service of its own. */

const run = promisify(execFile)
const guide = new URL('../../docs/api.md', import.meta.url)
const commands = /^```sh\n(.*?)^```$/gms
const address = 'URL=http://127.0.0.1:3000'

let service: Service
let folder: string

beforeAll(async () => {
  service = await startService()
  folder = await mkdtemp(join(tmpdir(), 'guide-'))
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

test('the commands of the guide do what it says', async () => {
  const blocks = [...(await readFile(guide, 'utf8')).matchAll(commands)].map(([, block = '']) => block)
  expect(blocks[0]).toContain(address)
  const script = ['set -euo pipefail\n', ...blocks].join('\n').replace(address, `URL=${service.url}`)
  await writeFile(join(folder, 'guide.sh'), script)

  // A command that is refused ends the script, and with it this test.
  const { stdout } = await run('bash', ['guide.sh'], { cwd: folder })

  const id = /"id":"(R-[^"]*)"/.exec(stdout)?.[1] ?? ''
  const receipts = [2, 3, 4, 5].map((version) => `"receipt":{"reference":"${id}-${version}"`)
  receipts.forEach((receipt) => expect(stdout).toContain(receipt))
  expect(stdout).toContain('{"row":1,"result":"created"')
  expect(stdout).toContain('{"row":2,"result":"refused"')
  expect(stdout).toContain('"status":"redirected"')
  expect(stdout).toContain('"unit_mailbox"')
  expect(stdout).toContain(`${id},2026-06-01,outcome_received`)
  expect(stdout).toContain('"reportingYear":"2026-27"')
  expect(stdout).toContain('"state":"approved"')
  expect(stdout).toContain('OFFICIAL-sar-summary-2026-27-edition-1-approved.docx')
  expect(stdout).toContain('"route":"giveOutcome"')
})
