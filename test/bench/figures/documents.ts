import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { builtins } from '../../../infra/bundling/builtins.ts'
import { median, short, type Row } from '../row.ts'

const source = fileURLToPath(new URL('../documents/child.ts', import.meta.url))
const outdir = fileURLToPath(new URL('../../../build/bench/documents', import.meta.url))

/** As the functions are built, so that no time goes into TypeScript. */
const buildChild = () =>
  build({
    entryPoints: [source],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    external: ['vitest'],
    plugins: [builtins],
    logLevel: 'error',
  })
const Written = z.object({ cold: z.number(), warm: z.number(), memory: z.number() })

const targets = {
  docx: { target: '≤ 400 ms cold', met: ({ cold }: { readonly cold: number }) => cold <= 400 },
  xlsx: { target: '', met: () => null },
  html: { target: '≤ 100 ms warm', met: ({ warm }: { readonly warm: number }) => warm <= 100 },
} as const

const write = async (format: string) => {
  const started = spawn(process.execPath, [join(outdir, 'child.mjs'), format], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return Written.parse(JSON.parse(await text(started.stdout)))
}

/** Figure 13: a year's summary as a file, in a fresh process and then again. */
export const documents = async (): Promise<readonly Row[]> => {
  await buildChild()
  const rows: Row[] = []
  for (const [format, { target, met }] of Object.entries(targets)) {
    const all = [await write(format), await write(format), await write(format)]
    const cold = median(all.map((each) => each.cold))
    const warm = median(all.map((each) => each.warm))
    const memory = median(all.map((each) => each.memory))
    rows.push({
      figure: 13,
      what: `a year as ${format}`,
      target,
      measured: `${short(cold)} ms cold, ${short(warm)} warm, ${short(memory)} MB`,
      met: met({ cold, warm }),
    })
  }
  return rows
}
