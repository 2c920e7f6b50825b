/** Writes the documents that come from the code: `npm run docs`. A test says when they are behind. */
import { writeFile } from 'node:fs/promises'
import { lifecycleMarkdown } from '../../shared/reports/lifecycle-text.ts'

await writeFile(new URL('../../docs/lifecycle.md', import.meta.url), lifecycleMarkdown())
