import { BatchWriteCommand, paginateScan, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { describe } from 'vitest'
import { countReferral } from '../../../shared/actions/count-referral.ts'
import { eraseReferral } from '../../../shared/actions/erase-referral.ts'
import { readHistory } from '../../../shared/actions/read-history.ts'
import { rebuildFigures } from '../../../shared/actions/rebuild-figures.ts'
import { reconcileFigures } from '../../../shared/actions/reconcile-every-year.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { tally } from '../../../shared/domain/figures/tally.ts'
import type { Referral } from '../../../shared/domain/referral/referral.ts'
import { reportingYearOf } from '../../../shared/domain/reporting-year.ts'
import { draftsStore } from '../../../shared/store/drafts-store.ts'
import { figuresRebuild } from '../../../shared/store/figures-rebuild.ts'
import { figuresStore, ledger } from '../../../shared/store/figures-store.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { acknowledging, givingOutcome, reminding, ukfiuOfficer } from '../../support/referrals.ts'
import { createTables } from '../../support/tables.ts'
import { officeOf, test, type Office } from './reminders/office.ts'

/*
 * What docs/runbook.md says under "Put a table back to a point in time", rehearsed. This engine has no point-in-time
 * recovery of its own: a copy of the items as they are at that moment stands for it.
 */

const year = reportingYearOf(localDate('2026-06-01'))
const [answered, owing, late, old] = ['R-0000-0001', 'R-0000-0002', 'R-0000-0003', 'R-0000-0004']
const digest = { kind: 'digest', organisation: 'kent', on: '2026-06-12' }

const itemsOf = async (client: DynamoDBDocumentClient, TableName: string) => {
  const items: Record<string, unknown>[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) items.push(...Items)
  return items
}

const put = async (
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly Record<string, unknown>[],
) => {
  const puts = items.map((Item) => ({ PutRequest: { Item } }))
  await client.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }))
}

type Tables = Parameters<typeof officeOf>[0] & Awaited<ReturnType<typeof createTables>>

/** Counts what the stream would bring. */
const countAll = async (tables: Tables) => {
  const figures = ledger({ ...tables, generation: 1 })
  for await (const page of referralStore(tables).every()) {
    for (const referral of page) await countReferral({ figures })(referral)
  }
}

const recount = async (tables: Tables) => {
  const referrals: Referral[] = []
  for await (const page of referralStore(tables).every()) referrals.push(...page)
  return tally(referrals.filter(({ registration }) => reportingYearOf(registration.referredOn) === year))
}

const receiptsOf = async (tables: Tables, id: string) => {
  const history = await readHistory({ referrals: referralStore(tables) })(ukfiuOfficer, id)
  return history.ok ? history.value.map(({ receipt }) => receipt) : []
}

const sarOf = async (tables: Tables, id: string) =>
  (await referralStore(tables).find(id))?.referral.registration.sarReference

const eraseOld = async (tables: Tables, { dependencies }: Office) => {
  const stores = {
    ...dependencies,
    referrals: referralStore(tables),
    sarRegister: sarRegister(tables),
    drafts: draftsStore(tables),
  }
  const done = await eraseReferral(stores)(ukfiuOfficer, old, { reason: 'no_longer_needed' })
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
}

const begin = async ({ name, register }: Office) => {
  await name('kent')
  await register(answered, 'kent', '2026-04-07', {}, givingOutcome('2026-05-20'))
  await register(owing, 'kent', '2026-04-07', {}, acknowledging('2026-04-08'), reminding('2026-06-05'))
  await register(late, 'kent', '2026-04-07', {}, acknowledging('2026-04-08'), reminding('2026-06-05'))
  await register(old, 'kent', '2024-04-08', {}, givingOutcome('2024-05-20', { concludedOn: '2024-05-17' }))
}

describe('a table put back to the moment before it was damaged', () => {
  test('has every receipt of before, figures that agree with it, and sends no reminder twice', async ({
    expect,
    tables,
    office,
    notify,
    clock,
  }) => {
    const { client } = tables
    await begin(office)
    await countAll(tables)
    const receipts = await Promise.all([answered, owing, late, old].map((id) => receiptsOf(tables, id)))
    const copies = {
      referrals: await itemsOf(client, tables.referrals),
      sarRegister: await itemsOf(client, tables.sarRegister),
    }

    // After that moment the morning's reminders go out, a force answers, and something is erased.
    await office.send(digest)
    const mails = office.sent('kent')
    await office.change(late, givingOutcome('2026-06-12 09:00'))
    await eraseOld(tables, office)
    expect(await sarOf(tables, old)).toBeNull()
    await countAll(tables)

    const beside = await createTables(client)
    await put(client, beside.referrals, copies.referrals)
    await put(client, beside.sarRegister, copies.sarRegister)
    const restored = { ...tables, referrals: beside.referrals, sarRegister: beside.sarRegister }
    const { dependencies, send, recorded, change } = officeOf(restored, notify, clock)
    const upkeep = {
      ...dependencies,
      referrals: referralStore(restored),
      figures: figuresStore(restored),
      rebuild: figuresRebuild(restored),
    }

    expect(await Promise.all([answered, owing, late, old].map((id) => receiptsOf(restored, id)))).toEqual(
      receipts,
    )
    expect((await reconcileFigures(upkeep)()).length).toBeGreaterThan(0)
    expect(await rebuildFigures(upkeep)()).toBe(4)
    expect(await reconcileFigures(upkeep)()).toEqual([])
    expect(await upkeep.figures.yearTallies(year)).toEqual(await recount(restored))

    expect(await sarOf(restored, old)).toBe('SAR-KENT-R-0000-0004')
    await eraseOld(restored, office)
    expect(await sarOf(restored, old)).toBeNull()

    expect(await recorded(owing)).toEqual(['2026-06-05 overdue'])
    await send(digest)
    expect(mails.length).toBeGreaterThan(0)
    expect(office.sent('kent')).toEqual(mails)
    expect(await recorded(owing)).toEqual(['2026-06-05 overdue', '2026-06-12 chase'])

    // The answer of after that moment is given again, and counts although its version was counted before.
    await change(late, givingOutcome('2026-06-12 11:00'))
    const again = await referralStore(restored).find(late)
    for (const each of await upkeep.figures.ledgersInUse()) {
      if (again) await countReferral({ figures: each })(again.referral)
    }
    expect((await recount(restored))[0]?.counters['evidence:none']).toBe(2)
    expect((await upkeep.figures.yearTallies(year))[0]?.counters['evidence:none']).toBe(2)
  })
})
