import nunjucks, { type Environment } from 'nunjucks'
import * as z from 'zod'
import { filters } from './filters.ts'

const compiled = z.object({ templates: z.record(z.string(), z.object({ root: z.function() }).loose()) })

/**
 * Opens the templates that were compiled when the functions were bundled. What stands in a template is escaped unless
 * it says otherwise.
 */
export const openTemplates = async (file: URL): Promise<Environment> => {
  const { templates } = compiled.parse(await import(file.href))
  const environment = new nunjucks.Environment(new nunjucks.PrecompiledLoader(Object.assign([], templates)), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  Object.entries(filters).forEach(([name, filter]) => environment.addFilter(name, filter))
  return environment
}
