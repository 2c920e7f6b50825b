import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Chart } from './chart.ts'
import { bytesOf } from './picture-files.ts'

type Ready = { readonly fonts: Uint8Array[] }

const load = async (): Promise<Ready> => {
  const [wasm, ...fonts] = await Promise.all([
    bytesOf('index_bg.wasm'),
    bytesOf('Arimo_400Regular.ttf'),
    bytesOf('Arimo_700Bold.ttf'),
  ])
  await initWasm(wasm)
  return { fonts }
}

let loading: Promise<Ready> | undefined

/** Loaded once, when first needed: most requests want no picture, and the renderer may be started only once. */
const ready = (): Promise<Ready> => (loading ??= load())

/** The pixels of a print for each unit of a chart. */
const scale = 2

/** A chart as a PNG on white, twice as wide and high as the chart, for Word. The same chart gives the same bytes. */
export const chartPng = async ({ svg }: Chart): Promise<Uint8Array> => {
  const { fonts } = await ready()
  const renderer = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: fonts, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
  })
  try {
    return renderer.render().asPng()
  } finally {
    renderer.free()
  }
}
