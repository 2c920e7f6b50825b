import { expect, test } from 'vitest'
import * as z from 'zod'
import * as items from '../../../shared/contracts/items.ts'

/** Every kind of event as it is stored; a new one belongs here too. */
const { registered, acknowledged, progressReported, outcomeGiven, redirected, withdrawn } = items
const { dateExtended, datesRecalculated, reminded, retained, erased } = items
const events = [
  registered,
  acknowledged,
  progressReported,
  outcomeGiven,
  redirected,
  withdrawn,
  dateExtended,
  datesRecalculated,
  reminded,
  retained,
  erased,
]

const part = z.looseObject({
  type: z.string().optional(),
  maxLength: z.int().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
})

type Text = { readonly name: string; readonly mayBeNull: boolean }

/** Codes of organisations are looked up, whatever is sent; all else that has a length is written by people. */
const isWritten = (name: string, schema: unknown): boolean =>
  name === 'sarReference' || (name !== 'organisation' && part.parse(schema).maxLength !== undefined)

const textsIn = (schema: unknown): readonly Text[] => {
  const { properties = {}, anyOf = [], oneOf = [] } = part.parse(schema)
  const own = Object.entries(properties).flatMap(([name, property]) => {
    const { anyOf: choices = [property] } = part.parse(property)
    const mayBeNull = choices.some((each) => part.parse(each).type === 'null')
    const written = choices.some((each) => isWritten(name, each))
    return written ? [{ name, mayBeNull }] : textsIn(property)
  })
  return [...own, ...[...anyOf, ...oneOf].flatMap(textsIn)]
}

test('whatever people write into a history can be erased', () => {
  const texts = events.flatMap((event) => textsIn(z.toJSONSchema(event, { unrepresentable: 'any' })))
  expect(new Set(texts.map(({ name }) => name))).toEqual(
    new Set(['sarReference', 'handlingConditions', 'localReference', 'rationale', 'learning']),
  )
  expect(texts.filter(({ mayBeNull }) => !mayBeNull)).toEqual([])
})
