import { buildAssets } from './assets.ts'
import { compileTemplates } from './templates.ts'

/** What lies beside the code of the pages: their templates, compiled, and their assets with an index of them. */
export const filesOfPages = async () => {
  const [templates, assets] = await Promise.all([compileTemplates(), buildAssets()])
  return [
    { name: 'templates.mjs', content: () => templates },
    ...[...assets].map(([file, text]) => ({ name: `assets/${file}`, content: () => text })),
  ]
}
