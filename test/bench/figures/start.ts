import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startService } from '../../support/service.ts'
import { short, type Row } from '../row.ts'
import { memoryMB } from '../support/process.ts'

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url))
/** MB of all files under a folder. */
const sizeOf = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  let bytes = 0
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  }
  return bytes / 1e6
}

/** Long enough for what a start leaves behind to be collected. */
const untilIdle = 5000

const startWith = async (sample: 'none' | 'default') => {
  const began = performance.now()
  const service = await startService({ environment: { SAMPLE: sample } })
  const seconds = (performance.now() - began) / 1000
  await setTimeout(untilIdle)
  const memory = memoryMB(service.pid())
  await service.close()
  return { seconds, memory }
}

/** Figure 12: from the command to an answer of `/health`, and what the service then holds while nobody asks anything. */
export const start = async (): Promise<readonly Row[]> => {
  const empty = await startWith('none')
  const sample = await startWith('default')
  return [
    {
      figure: 12,
      what: 'start to /health, without the sample year',
      target: '≤ 5 s',
      measured: `${short(empty.seconds)} s`,
      met: empty.seconds <= 5,
    },
    {
      figure: 12,
      what: 'first start with the sample year',
      target: '',
      measured: `${short(sample.seconds)} s`,
      met: null,
    },
    {
      figure: 12,
      what: 'memory when idle',
      target: '≤ 400 MB',
      measured: `${short(empty.memory)} MB; ${short(sample.memory)} after loading the sample year`,
      met: empty.memory <= 400,
    },
    {
      figure: 12,
      what: 'size of node_modules, with all that tests need',
      target: '',
      measured: `${short(await sizeOf(modules))} MB`,
      met: null,
    },
  ]
}
