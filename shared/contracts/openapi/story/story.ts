import { acknowledging, answering } from './answering.ts'
import { assessing } from './assessing.ts'
import { listing } from './listing.ts'
import { moving } from './moving.ts'
import { overseeing } from './overseeing.ts'
import { reading } from './reading.ts'
import { registering } from './registering.ts'
import type { Step } from './step.ts'

/** The examples of the document as one story, in the order in which it happened. */
export const story: readonly Step[] = [
  ...registering,
  ...acknowledging,
  ...moving,
  ...listing,
  ...answering,
  ...reading,
  ...assessing,
  ...overseeing,
]
