import { describe, expect, it } from 'vitest'
import { defaultSeed } from '../../seeds/load.ts'
import { answersByReport, linkTypeShares, subjectTypeShares } from '../../seeds/sample-year/assumptions.ts'
import { corrected, evidenceShares } from '../../seeds/sample-year/answer-assumptions.ts'
import { rare, riskRecorded } from '../../seeds/sample-year/registration-assumptions.ts'
import {
  actions,
  codesOf,
  corruptionCategories,
  criminalOutcomes,
  disciplinaryActions,
  evidenceLevels,
  intelligenceValues,
  otherConcerns,
  proceedingTypes,
  progressStages,
} from '../../shared/domain/codes.ts'
import { localDate, londonDate, type LocalDate } from '../../shared/domain/dates.ts'
import { brokenOutcomeRules } from '../../shared/domain/referral/outcome-rules.ts'
import { owedOn } from '../../shared/domain/referral/owed.ts'
import { wholeOutcome } from '../../shared/domain/referral/returns.ts'
import { referralStatuses } from '../../shared/domain/referral/referral.ts'
import { saysTheSame } from '../../shared/domain/same.ts'
import { rulesOf } from '../../shared/domain/rules.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import type { StoredReferral } from '../../shared/store/referral-item.ts'
import { lived, outcomesOf, sampleOn, shareOf, stepsOf } from './samples.ts'

/** What there is to say of how late somebody is, or was, with a referral as it stands on a day. */
const lateness = ({ referral, history }: StoredReferral, today: LocalDate): string => {
  const owed = owedOn(referral, today)
  if (owed) return `owes ${owed.what}, ${owed.overdue ? 'overdue' : 'not due yet'}`
  if (referral.status !== 'outcome_received') return referral.status
  const inTime = referral.firstReturn.on <= referral.originalFirstReturnDueOn
  const acknowledged = history.find(({ type }) => type === 'acknowledged')
  const due = history[0].acknowledgementDue.dueOn
  const acknowledgedInTime = acknowledged && londonDate(acknowledged.at) <= due
  const how = acknowledged
    ? acknowledgedInTime
      ? 'acknowledged in time'
      : 'acknowledged late'
    : 'never acknowledged'
  return `answered ${inTime ? 'in time' : 'late'}, ${how}`
}

const neverErased = (): never => {
  throw new Error('Nothing of the sample is old enough to be erased')
}

describe.each([
  ['2026-03-31', 3],
  ['2026-04-01', 1],
  ['2026-11-21', defaultSeed],
] as const)('the sample of %s, seed %d', async (today, seed) => {
  const all = await lived(sampleOn(today, seed), seed)
  const referrals = all.map(({ referral }) => referral)

  it('has referrals of every status', () => {
    expect(new Set(referrals.map(({ status }) => status))).toEqual(new Set(referralStatuses))
  })

  it('has every kind of lateness', () => {
    expect([...new Set(all.map((stored) => lateness(stored, localDate(today))))]).toEqual(
      expect.arrayContaining([
        'owes acknowledgement, not due yet',
        'owes acknowledgement, overdue',
        'owes first_return, not due yet',
        'owes first_return, overdue',
        'owes progress_update, not due yet',
        'owes progress_update, overdue',
        'answered in time, acknowledged in time',
        'answered in time, acknowledged late',
        'answered in time, never acknowledged',
        'answered late, acknowledged in time',
        'answered late, acknowledged late',
        'answered late, never acknowledged',
      ]),
    )
  })

  it('has outcomes that keep every rule', () => {
    const broken = all.flatMap(({ referral, history }) =>
      history.flatMap((event) =>
        event.type === 'outcome_given'
          ? brokenOutcomeRules(wholeOutcome(event.outcome) ?? neverErased(), {
              registration: referral.registration,
              organisation: rulesOf(referenceData, referral.registration.organisation).organisation,
              today: londonDate(event.at),
            })
          : [],
      ),
    )
    expect(broken).toEqual([])
    expect(referrals.some(({ status }) => status === 'outcome_received')).toBe(true)
  })

  it('has each organisation answered by its own unit', () => {
    const answering = all.flatMap(({ referral, history }) =>
      history.flatMap(({ by }) =>
        by.role === 'force' ? [[referral.answeringUnit, by.organisation] as const] : [],
      ),
    )
    expect(answering.filter(([unit, by]) => unit !== by)).toEqual([])
    expect(
      referrals.some(({ answeringUnit, registration }) => answeringUnit !== registration.organisation),
    ).toBe(true)
  })
})

/** How far from the rate assumed a share of so many drawn by lot is: nearly always within four standard errors. */
const errors = (found: number, assumed: number, of: number) =>
  Math.abs(found - assumed) / Math.sqrt((assumed * (1 - assumed)) / of)

describe.each([1, 2, 3])('by the rates assumed, seed %d', (seed) => {
  const sample = sampleOn('2026-11-21', seed)
  const registrations = sample.map(({ registration }) => registration)
  const firsts = sample.flatMap(({ steps }) => steps.find(({ kind }) => kind === 'give_outcome') ?? [])
  const outcomes = firsts.flatMap((step) => (step.kind === 'give_outcome' ? [step.outcome] : []))

  it('registers as assumed', () => {
    const forces = registrations.filter(
      ({ organisation }) =>
        rulesOf(referenceData, organisation).organisation.kind !== 'law_enforcement_agency',
    )
    const shares = [
      [
        shareOf(forces, ({ subjectType }) => subjectType === 'police_officer'),
        subjectTypeShares.police_officer,
      ],
      [shareOf(registrations, ({ linkType }) => linkType === 'direct'), linkTypeShares.direct],
      [shareOf(registrations, ({ risk }) => risk !== undefined), riskRecorded],
      [shareOf(registrations, ({ urgent }) => urgent), rare.urgent],
      [shareOf(registrations, ({ restricted }) => restricted), rare.restricted],
      [shareOf(registrations, (sent) => sent.containsHmrcInformation), rare.containsHmrcInformation],
    ] as const
    expect(shares.filter(([found, assumed]) => errors(found, assumed, forces.length) > 4)).toEqual([])
  })

  it('answers as assumed', () => {
    const ours = outcomes
      .filter(({ subjectConfirmed }) => subjectConfirmed.endsWith('_personnel'))
      .filter(({ subjectConfirmed }) => subjectConfirmed !== 'not_our_personnel')
    const shares = codesOf(evidenceLevels).map(
      (code) =>
        [
          code,
          shareOf(ours, ({ evidenceOfCorruption }) => evidenceOfCorruption === code),
          evidenceShares[code],
        ] as const,
    )
    expect(shares.filter(([, found, assumed]) => errors(found, assumed, ours.length) > 4)).toEqual([])
    const returns = sample.flatMap(
      ({ steps }) => steps.find(({ kind }) => kind === 'report_progress' || kind === 'give_outcome') ?? [],
    )
    const byReport = shareOf(returns, ({ kind }) => kind === 'report_progress')
    expect(errors(byReport, answersByReport, returns.length)).toBeLessThan(4)
  })

  it('has most organisations answer and some never', () => {
    const byOrganisation = [...Map.groupBy(sample, ({ registration }) => registration.organisation).values()]
    const silent = byOrganisation.filter((theirs) =>
      theirs.every(({ steps }) => steps.every(({ kind }) => kind === 'withdraw')),
    )
    expect(silent.length).toBeGreaterThanOrEqual(3)
    expect(silent.length).toBeLessThanOrEqual(6)
    const old = sample.filter(({ registration }) => registration.referredOn < '2026-04-01')
    const answered = shareOf(old, ({ steps }) =>
      steps.some(({ kind }) => kind === 'report_progress' || kind === 'give_outcome'),
    )
    expect(answered).toBeGreaterThan(0.7)
    expect(answered).toBeLessThan(0.9)
  })
})

describe('the sample that everybody sees', () => {
  const sample = sampleOn('2026-11-21', defaultSeed)
  const outcomes = outcomesOf(sample)
  const stages = stepsOf(sample).flatMap((step) =>
    step.kind === 'report_progress' ? [step.report.stage] : [],
  )

  it('has something to show for every code that tables count', () => {
    expect(new Set(outcomes.flatMap((outcome) => outcome.corruptionCategories))).toEqual(
      new Set(codesOf(corruptionCategories)),
    )
    expect(new Set(outcomes.flatMap((outcome) => outcome.actions))).toEqual(new Set(codesOf(actions)))
    expect(new Set(outcomes.flatMap((outcome) => outcome.otherConcerns))).toEqual(
      new Set(codesOf(otherConcerns)),
    )
    expect(new Set(outcomes.map((outcome) => outcome.intelligenceValue))).toEqual(
      new Set(codesOf(intelligenceValues)),
    )
    expect(new Set(stages)).toEqual(new Set([...codesOf(progressStages), undefined]))
  })
})

describe('over several seeds', () => {
  const outcomes = [1, 2, 3, 4, 5].flatMap((seed) => outcomesOf(sampleOn('2026-11-21', seed)))

  it('every way that proceedings can end comes up', () => {
    expect(new Set(outcomes.map((outcome) => outcome.proceedingType))).toEqual(
      new Set(codesOf(proceedingTypes)),
    )
    expect(new Set(outcomes.map((outcome) => outcome.disciplinaryAction))).toEqual(
      new Set(codesOf(disciplinaryActions)),
    )
    expect(new Set(outcomes.map((outcome) => outcome.criminalOutcome))).toEqual(
      new Set(codesOf(criminalOutcomes)),
    )
  })

  it('a few outcomes are corrected, each to something else', () => {
    const answered = [1, 2, 3]
      .flatMap((seed) => sampleOn('2026-04-01', seed))
      .map((referral) => outcomesOf([referral]))
      .filter(({ length }) => length > 0)
    const twice = answered.filter(({ length }) => length > 1)
    expect(twice.length / answered.length).toBeGreaterThan(corrected.share / 3)
    expect(twice.length / answered.length).toBeLessThan(corrected.share * 2)
    expect(twice.filter(([given, later]) => saysTheSame(given, later))).toEqual([])
  })
})
