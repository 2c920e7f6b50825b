import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const found = (): string | undefined => {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

const run = promisify(execFile)

/** A file as LibreOffice writes it in another format, from its bytes. `name` has the ending that says what it is. */
export type Convert = (name: string, bytes: Uint8Array, to: string) => Promise<Uint8Array>

const converting =
  (program: string): Convert =>
  async (name, bytes, to) => {
    const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'))
    try {
      const source = join(folder, basename(name))
      await writeFile(source, bytes)
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      const asked = ['--headless', '--convert-to', to, '--outdir', join(folder, 'out'), source]
      await run(program, [profile, ...asked], { timeout: 90_000, killSignal: 'SIGKILL' })
      const [made] = await readdir(join(folder, 'out'))
      if (made === undefined) throw new Error(`LibreOffice made nothing of ${name} as ${to}`)
      return await readFile(join(folder, 'out', made))
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }

const program = found()

/** LibreOffice where this machine has it, each time with a profile of its own and 90 seconds at the most. */
export const libreOffice: Convert | undefined = program === undefined ? undefined : converting(program)
