import { readFile } from 'node:fs/promises'
import type { APIGatewayProxyResult } from 'aws-lambda'
import * as z from 'zod'

const index = z.record(z.string(), z.object({ file: z.string(), contentType: z.string() }))

/** Style, script and pictures: made when the functions are bundled, and named by what is in them. */
export type Assets = {
  /** The address of one, by its plain name such as `service.css`. */
  readonly urlOf: (name: string) => string
  /** One by its address; nothing when it isn't there. */
  readonly answer: (path: string) => Promise<APIGatewayProxyResult | undefined>
}

const forAYear = 'public, max-age=31536000, immutable'

/** Opens the assets in a folder, which has an `index.json` of them. */
export const openAssets = async (folder: URL): Promise<Assets> => {
  const files = index.parse(JSON.parse(await readFile(new URL('index.json', folder), 'utf8')))
  const known = new Map(Object.values(files).map((each) => [`/assets/${each.file}`, each]))
  return {
    urlOf: (name) => {
      const found = files[name]
      if (!found) throw new Error(`There is no asset ${name}`)
      return `/assets/${found.file}`
    },
    answer: async (path) => {
      const found = known.get(path)
      if (!found) return undefined
      const headers = {
        'content-type': found.contentType,
        'cache-control': forAYear,
        'x-content-type-options': 'nosniff',
      }
      return { statusCode: 200, headers, body: await readFile(new URL(found.file, folder), 'utf8') }
    },
  }
}
