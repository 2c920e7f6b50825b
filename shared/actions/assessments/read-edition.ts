import type { KeptFile } from '../../contracts/edition-item.ts'
import type { EditionName } from '../../domain/editions/edition.ts'
import type { AnnualSummary } from '../../domain/figures/summary.ts'
import type { Version } from '../../domain/figures/version.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refused, type Result } from '../../domain/result.ts'
import { fileName } from '../../reports/assessment/file-name.ts'
import type { Format } from '../../reports/assessment/format.ts'
import { readFrozen, type EditionDependencies } from './frozen.ts'

/** A file of an edition, byte for byte as it was kept, and the figures that it shows. */
export type EditionFileRead = {
  readonly file: Pick<KeptFile, 'name' | 'contentType'>
  readonly content: Uint8Array
  readonly summary: AnnualSummary
}

/** An edition as it was frozen, in one version and format. */
export const readEdition =
  (dependencies: EditionDependencies) =>
  async (name: EditionName, version: Version, format: Format): Promise<Result<EditionFileRead, Refusal>> => {
    const stored = await dependencies.editions.find(name)
    if (!stored) return refused({ kind: 'not_found' })
    const { edition, files } = stored
    const called = fileName({ year: name.year, version, edition }, format)
    const file = files.find((kept) => kept.folder === edition.state && kept.name === called)
    if (!file) throw new Error(`Edition ${edition.number} of ${edition.year} has no file ${called}`)
    const { summary } = await readFrozen(dependencies, stored, version)
    return ok({ file, content: await dependencies.files.read(file), summary })
  }
