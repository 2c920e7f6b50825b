import { describe } from 'vitest'
import { instantAt, localDate } from '../../../../shared/domain/dates.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { acknowledging, reminding } from '../../../support/referrals.ts'
import { holder, test, type Office } from './office.ts'
import { Died, mortal, type Death } from './mortal.ts'

/** Organisations with the same holidays that answer for themselves, one for each death. */
const units = [...referenceData.organisations.values()]
  .filter(
    ({ code, respondedToBy, bankHolidays }) => code === respondedToBy && bankHolidays === 'england-and-wales',
  )
  .map(({ code }) => code)

const today = '2026-06-12'
const idAt = (unit: string, place: number) =>
  `R-${String(units.indexOf(unit)).padStart(4, '0')}-${String(place).padStart(4, '0')}`

type Kind = {
  readonly prepare: (office: Office, unit: string) => Promise<void>
  readonly message: (unit: string) => object
  readonly mails: (unit: string) => readonly string[]
  readonly records: readonly (readonly string[])[]
}

const silence = acknowledging('2026-04-07 11:00')

const digest: Kind = {
  prepare: async ({ name, register }, unit) => {
    await name(unit)
    await register(idAt(unit, 1), unit, '2026-04-07', {}, silence, reminding('2026-06-05'))
    await register(idAt(unit, 2), unit, '2026-06-11')
    await register(idAt(unit, 3), unit, '2026-02-16', {}, acknowledging('2026-06-11 11:00'))
  },
  message: (organisation) => ({ kind: 'digest', organisation, on: today }),
  mails: (unit) => [
    `unit_mailbox ${idAt(unit, 1)} ${idAt(unit, 2)}`,
    `head_of_unit ${idAt(unit, 1)}`,
    `chief_officers_office ${idAt(unit, 3)}`,
    `manager ${idAt(unit, 3)}`,
  ],
  records: [[`2026-06-05 overdue`, `${today} chase`], [`${today} referred`], [`${today} final_escalation`]],
}

const refusedAddress: Kind = {
  ...digest,
  prepare: async (office, unit) => {
    await digest.prepare(office, unit)
    await office.name(unit, holder('unit_mailbox', `psd@${unit}-.example`))
  },
  mails: (unit) => [`head_of_unit ${idAt(unit, 1)} ${idAt(unit, 2)}`, ...digest.mails(unit).slice(2)],
}

const urgent: Kind = {
  prepare: async ({ name, register }, unit) => {
    await name(unit)
    await register(idAt(unit, 1), unit, today, { urgent: true })
  },
  message: (organisation) => ({ kind: 'urgent', organisation, referral: idAt(organisation, 1) }),
  mails: (unit) => [`unit_mailbox ${idAt(unit, 1)}`],
  records: [[`${today} referred`]],
}

const changedAt = instantAt(Date.parse('2026-06-11T09:00:00Z'))
const newHead = (unit: string, email = `new_head@${unit}.police.example`) => ({
  ...holder('head_of_unit', email),
  briefingDueSince: changedAt,
})

const briefing: Kind = {
  prepare: async ({ name, register }, unit) => {
    await name(unit, newHead(unit))
    await register(idAt(unit, 1), unit, '2026-06-01')
  },
  message: (organisation) => ({ kind: 'briefing', organisation, role: 'head_of_unit', changedAt }),
  mails: (unit) => [`new_head ${idAt(unit, 1)}`],
  records: [[]],
}

const returned: Kind = {
  prepare: async (office, unit) => {
    await digest.prepare(office, unit)
    await office.send(digest.message(unit))
    const [mailbox] = await office.contacts.of(unit)
    if (mailbox) await office.contacts.markFailing(unit, mailbox, localDate(today))
  },
  message: (organisation) => ({
    kind: 'returned',
    organisation,
    reference: `reminder/${organisation}/${today}/unit_mailbox`,
  }),
  mails: (unit) => [...digest.mails(unit), `head_of_unit ${idAt(unit, 2)}`],
  records: digest.records,
}

const kinds: readonly (readonly [string, Kind])[] = [
  ['a digest', digest],
  ['a digest with an address that is refused', refusedAddress],
  ['an urgent notice', urgent],
  ['a briefing', briefing],
  ['a digest that came back', returned],
]

describe('a sender that dies at any step, and is started again, has sent each e-mail once:', () => {
  test.for(kinds)('%s', { timeout: 60_000 }, async ([, kind], { expect, office, clock }) => {
    clock.at = `${today} 08:00`
    const { prepare, message, mails, records } = kind
    let deaths = 0
    for (let unit = 0; ; unit += 1) {
      const code = units[unit] ?? ''
      const death: Death = { step: Math.floor(unit / 2) + 1, when: unit % 2 === 0 ? 'before' : 'after' }
      await prepare(office, code)
      const { dependencies } = mortal(office.dependencies, death)
      const died = await office.send(message(code), dependencies).then(
        () => false,
        (fault: unknown) => fault instanceof Died,
      )
      if (died) deaths += 1
      await office.send(message(code))
      await office.send(message(code))
      expect([code, death, office.sent(code).toSorted()]).toEqual([code, death, mails(code).toSorted()])
      const told = await Promise.all(records.map((_, place) => office.recorded(idAt(code, place + 1))))
      expect([code, death, told]).toEqual([code, death, records])
      if (!died) break
    }
    expect(deaths).toBeGreaterThan(1)
  })
})
