/** A step that was taken: how long it took, and what was wrong if anything was. No content of an answer is in it. */
export type Taken = { readonly step: string; readonly milliseconds: number; readonly wrong?: string }

export type Walked = { readonly ok: boolean; readonly milliseconds: number; readonly steps: readonly Taken[] }

/** Something to do, and what it gives to the steps after it. Throws, saying what it wanted, when it did not come off. */
export type Step = <Given>(name: string, act: () => Promise<Given>) => Promise<Given>

const since = (from: number) => Math.round(performance.now() - from)

class CutShort extends Error {}

/** Takes steps one after another until one does not come off; those after it are not tried. */
export const walk = async (take: (step: Step) => Promise<void>): Promise<Walked> => {
  const steps: Taken[] = []
  const began = performance.now()
  const step: Step = async (name, act) => {
    const from = performance.now()
    try {
      const given = await act()
      steps.push({ step: name, milliseconds: since(from) })
      return given
    } catch (error) {
      steps.push({ step: name, milliseconds: since(from), wrong: messageOf(error) })
      throw new CutShort()
    }
  }
  try {
    await take(step)
  } catch (error) {
    if (!(error instanceof CutShort)) throw error
  }
  return { ok: steps.every(({ wrong }) => wrong === undefined), milliseconds: since(began), steps }
}

/** A schema that does not fit names the place and no value; a parser of JSON quotes what it read, so it says nothing. */
const messageOf = (error: unknown): string => {
  if (error instanceof SyntaxError) return 'The answer could not be read'
  return (error instanceof Error ? error.message : String(error)).slice(0, 500)
}
