export const kentPolice = {
  code: 'kent',
  name: 'Kent Police',
  kind: 'territorial_police_force',
  bankHolidays: 'england-and-wales',
  respondedToBy: 'kent',
  conductRegulations: true,
  barredList: true,
}
export const borderForce = {
  code: 'border-force',
  name: 'Border Force',
  kind: 'law_enforcement_agency',
  bankHolidays: 'england-and-wales',
  respondedToBy: 'nca',
  conductRegulations: false,
  barredList: false,
}

/** Who is named at Kent Police, */
export const holders = [
  { role: 'unit_mailbox', email: 'psd@kent.example' },
  { role: 'head_of_unit', email: 'head.psd@kent.example' },
]
/** and how they are then on record. */
export const contacts = holders.map((holder) => ({ ...holder, lastVerifiedOn: '2026-07-14' }))
