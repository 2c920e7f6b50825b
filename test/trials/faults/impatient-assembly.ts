import { mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'

const templateName = 'SarOutcomes.template.json'
const resource = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() })
const template = z.looseObject({ Resources: z.record(z.string(), resource) })

/** The same assembly, except that every function that answers somebody is given so few seconds. */
export const withTimeout = async (assembly: string, seconds: number): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'impatient-'))
  const others = (await readdir(assembly)).filter((name) => name !== templateName)
  await Promise.all(others.map((name) => symlink(join(assembly, name), join(folder, name))))
  const read = template.parse(JSON.parse(await readFile(join(assembly, templateName), 'utf8')))
  const isAnswering = (timeout: unknown) => typeof timeout === 'number' && timeout > seconds && timeout < 30
  const changed = Object.entries(read.Resources).map(([id, each]) => [
    id,
    each.Type === 'AWS::Lambda::Function' && isAnswering(each.Properties?.['Timeout'])
      ? { ...each, Properties: { ...each.Properties, Timeout: seconds } }
      : each,
  ])
  const written = { ...read, Resources: Object.fromEntries(changed) }
  await writeFile(join(folder, templateName), JSON.stringify(written))
  return folder
}
