import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Where the files that a picture needs are in their packages, by their names: the renderer, and Arimo to write with. */
const packaged = {
  'index_bg.wasm': () => import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'),
  'Arimo_400Regular.ttf': () =>
    import.meta.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'),
  'Arimo_700Bold.ttf': () => import.meta.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'),
} as const satisfies Readonly<Record<string, () => string>>

export type PictureFile = keyof typeof packaged

/** The paths of the files in their packages. A bundle must have them all beside it, under their own names. */
export const pictureFiles = (): readonly string[] =>
  Object.values(packaged).map((url) => fileURLToPath(url()))

const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'

/** The bytes of a file from beside the bundle, or from its package where the code is not bundled. */
export const bytesOf = async (file: PictureFile): Promise<Uint8Array> => {
  try {
    return await readFile(new URL(file, import.meta.url))
  } catch (fault) {
    if (!isMissing(fault)) throw fault
    return readFile(fileURLToPath(packaged[file]()))
  }
}
