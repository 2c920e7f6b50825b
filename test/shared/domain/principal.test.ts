import { describe, expect, test } from 'vitest'
import { actorOf } from '../../../shared/domain/principal.ts'
import { forceOfficer, ukfiuOfficer } from '../../support/referrals.ts'

describe('what the history keeps of a caller', () => {
  test('who, in which role, and of which force', () => {
    expect(actorOf(forceOfficer('kent'))).toEqual({
      id: 'force-kent',
      name: 'Officer of kent',
      role: 'force',
      organisation: 'kent',
    })
  })

  test('an office has no organisation, and nobody is remembered by what they may see', () => {
    expect(actorOf(ukfiuOfficer)).toEqual({ id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' })
    expect(actorOf(forceOfficer('kent'))).not.toHaveProperty('maySeeRestricted')
  })
})
