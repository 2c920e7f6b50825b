import * as z from 'zod'
import { codes, localDate, organisationCode, referralId } from '../values.ts'
import { corruptionCategories } from '../../domain/codes.ts'

/** What a force said others could learn from an outcome. */
export const learningPoint = z.strictObject({
  id: referralId,
  organisation: organisationCode,
  referredOn: localDate,
  givenOn: localDate.describe('The day of the latest version of the outcome.'),
  categories: codes(corruptionCategories),
  learning: z.string(),
})

/** The latest given first. */
export const learningPoints = z.strictObject({ items: z.array(learningPoint) })
