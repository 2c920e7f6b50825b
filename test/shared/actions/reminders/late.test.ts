import { describe } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { reportingProgress } from '../../../support/referrals.ts'
import { both, digest, one, today, two, twoDue } from './due.ts'
import { holder, test } from './office.ts'

const dying = () => Promise.reject(new Error('killed'))

describe('a day of reminders', () => {
  test('that comes when its day is over sends nothing: the next working day has what is still due', async ({
    expect,
    office,
    clock,
  }) => {
    await twoDue(office)
    clock.at = '2026-06-13 10:00'
    await office.send(digest)
    expect(office.sent('kent')).toEqual([])
    clock.at = '2026-06-15 08:00'
    for (const on of [today, '2026-06-15', today]) await office.send({ ...digest, on })
    expect(office.sent('kent')).toEqual(both)
    expect(await office.recorded(two)).toEqual(['2026-06-15 referred'])
  })

  test('that was sent, but not recorded before its day was over, is recorded then', async ({
    expect,
    office,
    clock,
  }) => {
    await twoDue(office)
    const { referrals } = office.dependencies
    const append = dying
    await expect(office.send(digest, { referrals: { ...referrals, append } })).rejects.toThrow('killed')
    clock.at = '2026-06-15 08:00'
    for (const on of [today, '2026-06-15']) await office.send({ ...digest, on })
    expect(office.sent('kent')).toEqual(both)
    expect(await office.recorded(one)).toContain(`${today} chase`)
  })

  test('that was half sent and set aside leaves to the next day only those who were not told', async ({
    expect,
    office,
    notify,
    clock,
  }) => {
    await twoDue(office)
    notify.faults.set([
      { kind: 'none', times: 1 },
      { kind: 'server_error', times: 1 },
    ])
    await expect(office.send(digest)).rejects.toThrow('GOV.UK Notify')
    clock.at = '2026-06-15 08:00'
    for (const on of ['2026-06-15', today]) await office.send({ ...digest, on })
    expect(office.sent('kent')).toEqual(both)
    expect(await office.recorded(one)).toContain('2026-06-15 chase')
    expect(await office.recorded(two)).toEqual(['2026-06-15 referred'])
  })

  test('that was sent to a shared address and not recorded is not sent again on the next', async ({
    expect,
    office,
    clock,
  }) => {
    await twoDue(office, holder('head_of_unit', 'unit_mailbox@kent.police.example'))
    const { referrals } = office.dependencies
    const append = dying
    await expect(office.send(digest, { referrals: { ...referrals, append } })).rejects.toThrow('killed')
    clock.at = '2026-06-15 08:00'
    await office.send({ ...digest, on: '2026-06-15' })
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one} ${two}`])
    expect(await office.recorded(one)).toContain('2026-06-15 chase')
  })

  test('whose e-mail was before the referral changed does not count for what is due since', async ({
    expect,
    office,
    clock,
  }) => {
    await twoDue(office)
    await office.send(digest)
    await office.change(one, reportingProgress('2026-06-12 10:00', '2026-06-13'))
    clock.at = '2026-06-15 08:00'
    await office.send({ ...digest, on: '2026-06-15' })
    expect(office.sent('kent')).toEqual([...both, `unit_mailbox ${one}`])
    expect(await office.recorded(one)).toContain('2026-06-15 overdue')
  })

  test('on which nothing is to be told but something was passed over writes that down', async ({
    expect,
    office,
    clock,
  }) => {
    clock.at = '2026-05-01 08:00'
    await office.name('kent')
    await office.register(one, 'kent', '2026-03-02', {}, reportingProgress('2026-03-03', '2026-06-03'))
    const { dueForReminder } = office.dependencies.referrals
    const inIndex = async () => (await dueForReminder('kent', localDate('2026-05-01'))).map(({ id }) => id)
    expect(await inIndex()).toEqual([one])
    for (const _ of [1, 2]) await office.send({ ...digest, on: '2026-05-01' })
    expect(await inIndex()).toEqual([])
    expect(office.sent('kent')).toEqual([])
    expect((await office.dependencies.referrals.find(one))?.history.slice(2)).toEqual([
      expect.objectContaining({ sent: [], passedOver: [{ owed: 'progress_update', rung: 'cut_off' }] }),
    ])
  })
})
