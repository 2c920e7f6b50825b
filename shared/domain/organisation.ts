import type { Division } from './calendar.ts'

/** A receiving body and the facts about it that rules depend on. */
export type Organisation = {
  readonly code: string
  readonly name: string
  readonly kind: string
  /** Whose bank holidays count for its working days. */
  readonly bankHolidays: Division
  /** The organisation whose unit answers for it: itself, or another (Border Force is answered by the NCA). */
  readonly respondedToBy: string
  /** Whether the Police (Conduct) Regulations 2020 apply to its officers. */
  readonly conductRegulations: boolean
  /** Whether the College of Policing barred list applies to its officers. */
  readonly barredList: boolean
}
