import type { PublishedRoute } from '../answers.ts'
import type { Route } from '../routes.ts'
import { queryParameters } from './components.ts'
import { parameterExamples } from './examples.ts'
import type { Operation } from './operations/operation.ts'
import { schemaRef, type Part } from './schemas.ts'

type Note = { readonly description: string; readonly schema: Part }

const inPaths: Readonly<Record<string, Note>> = {
  id: { description: 'The reference of the referral.', schema: schemaRef('ReferralId') },
  code: { description: 'The code of the organisation.', schema: schemaRef('OrganisationCode') },
  n: {
    description: 'The number of the edition within its year.',
    schema: { type: 'string', pattern: String.raw`^[1-9]\d{0,2}$` },
  },
  year: { description: 'The reporting year.', schema: schemaRef('ReportingYear') },
}

const inQueries: Readonly<Record<string, string>> = {
  organisation: 'Only referrals to this organisation.',
  status: 'Only referrals of this status.',
  overdue: 'Only open referrals that are due soon, overdue or very overdue.',
  referredFrom: 'Only what was referred on this day or later.',
  referredTo: 'Only what was referred on this day or earlier.',
  limit: 'How many there are on a page.',
  canary:
    'Whether the log of days has what the service’s own check asked for: `shown`, or `left_out`. The log of a referral or a principal always has it.',
  cursor: 'Where to go on: the `next` of the page before, unchanged.',
  year: "The reporting year; this year's when none is named.",
  referral: 'Only requests that showed or changed this referral. Not together with `principal`.',
  principal: 'Only requests of this person or system, by its id. Not together with `referral`.',
  asAt: 'The London day at whose end the figures stand; today when none is named.',
  category: 'Only what concerns this category of corruption.',
  version: 'The internal version, or the one that withholds what somebody could be told from.',
  from: 'Only this day and later, in London.',
  to: 'Only this day and earlier, in London.',
}

const ifMatch: Note = {
  description:
    'The `ETag` of the referral as you last read it. A correction needs it; the first outcome may do without.',
  schema: { type: 'string', pattern: String.raw`^"[1-9]\d{0,8}"$` },
}

const asText = (text: string): string => text

const pathParameters = (name: PublishedRoute, { path }: Route): Part[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => {
    const examples = parameterExamples(name, 'path', parameter, asText)
    return {
      name: parameter,
      in: 'path',
      required: true,
      ...inPaths[parameter],
      ...(examples && { examples }),
    }
  })

const queryParametersOf = (name: PublishedRoute, { query }: Operation): Part[] =>
  query === undefined
    ? []
    : queryParameters(query).map(([parameter, schema]) => {
        const read = schema['type'] === 'integer' ? Number : asText
        const examples = parameterExamples(name, 'query', parameter, read)
        const description = inQueries[parameter]
        return { name: parameter, in: 'query', description, schema, ...(examples && { examples }) }
      })

const headerParameters = (name: PublishedRoute, { changesVersion }: Operation): Part[] => {
  if (!changesVersion) return []
  const examples = parameterExamples(name, 'headers', 'If-Match', asText)
  return [{ name: 'If-Match', in: 'header', ...ifMatch, ...(examples && { examples }) }]
}

/** What a route takes beside its body. `Accept` is not among them: the media types of its answers say what there is. */
export const parametersOf = (name: PublishedRoute, route: Route, operation: Operation): readonly Part[] => [
  ...pathParameters(name, route),
  ...queryParametersOf(name, operation),
  ...headerParameters(name, operation),
]
