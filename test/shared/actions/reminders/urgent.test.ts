import { describe } from 'vitest'
import { digest, one, refused, today } from './due.ts'
import { holder, test } from './office.ts'

describe('an urgent referral', () => {
  const message = { kind: 'urgent', organisation: 'kent', referral: one }

  test('is told of at once and not again in the digest', async ({ expect, office }) => {
    await office.name('kent')
    await office.register(one, 'kent', today, { urgent: true })
    await office.send(message)
    await office.send(message)
    await office.send(digest)
    await office.send({ ...digest, on: '2026-06-15' })
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one}`])
    expect(await office.recorded(one)).toEqual([`${today} referred`])
  })

  test('whose e-mail was sent but could not be recorded is not told of again in the digest', async ({
    expect,
    office,
    clock,
  }) => {
    await office.name('kent', holder('unit_mailbox', refused))
    await office.register(one, 'kent', today, { urgent: true })
    const { referrals } = office.dependencies
    const append = () => Promise.reject(new Error('killed'))
    await expect(office.send(message, { referrals: { ...referrals, append } })).rejects.toThrow('killed')
    clock.at = '2026-06-15 08:00'
    await office.send({ ...digest, on: '2026-06-15' })
    await office.send(message)
    expect(office.sent('kent')).toEqual([`head_of_unit ${one}`])
    expect(await office.recorded(one)).toEqual(['2026-06-15 referred'])
  })

  test('that the digest told of first has no e-mail of its own any more', async ({ expect, office }) => {
    await office.name('kent')
    await office.register(one, 'kent', '2026-06-11', { urgent: true })
    await office.send(digest)
    await office.send(message)
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one}`])
  })

  test('is told of at once in the weeks of the cut-off too, and of the cut-off with the digest', async ({
    expect,
    office,
    clock,
  }) => {
    clock.at = '2026-04-08 10:00'
    await office.name('kent')
    await office.register(one, 'kent', '2026-03-31', { urgent: true })
    await office.send(message)
    expect(await office.recorded(one)).toEqual(['2026-04-08 referred'])
    await office.send({ ...digest, on: '2026-04-09' })
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one}`, `unit_mailbox ${one}`, `head_of_unit ${one}`])
    expect(await office.recorded(one)).toContain('2026-04-09 cut_off')
  })

  test('of an organisation whose mailbox is refused goes to the next up', async ({ expect, office }) => {
    await office.name('kent', holder('unit_mailbox', refused))
    await office.register(one, 'kent', today, { urgent: true })
    await office.send(message)
    expect(office.sent('kent')).toEqual([`head_of_unit ${one}`])
  })
})
