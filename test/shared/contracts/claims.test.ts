import { describe, expect, test } from 'vitest'
import { principalOf } from '../../../shared/contracts/claims.ts'

const person = { sub: 'u-1', name: 'A Person' }
const ofForce = { ...person, role: 'force', organisation: 'kent' }

describe('whom a verified token speaks of', () => {
  test.each(['ukfiu', 'sta_author', 'sta_approver', 'auditor'])('somebody with the role %s', (role) => {
    expect(principalOf({ ...person, role, scope: 'sar-outcomes/use' })).toEqual({
      id: 'u-1',
      name: 'A Person',
      role,
    })
  })

  test.each([
    ['true', true],
    ['false', false],
    [undefined, false],
  ])('somebody of a force, restricted %j', (restricted, maySeeRestricted) => {
    expect(principalOf({ ...ofForce, ...(restricted && { restricted }) })).toEqual({
      id: 'u-1',
      name: 'A Person',
      role: 'force',
      organisation: 'kent',
      maySeeRestricted,
    })
  })

  test('an organisation gives an office no more than it has', () => {
    expect(principalOf({ ...person, role: 'auditor', organisation: 'kent', restricted: 'true' })).toEqual({
      id: 'u-1',
      name: 'A Person',
      role: 'auditor',
    })
  })
})

describe('nobody', () => {
  test.each([
    ['no claims', undefined],
    ['empty claims', {}],
    ['no role', person],
    ['an unknown role', { ...person, role: 'admin' }],
    ['a role of another case', { ...person, role: 'UKFIU' }],
    ['two roles', { ...person, role: ['ukfiu', 'force'] }],
    ['a force without an organisation', { ...person, role: 'force' }],
    ['a force with an empty one', { ...ofForce, organisation: '' }],
    ['restricted said oddly', { ...ofForce, restricted: 'TRUE' }],
    ['restricted not as text', { ...ofForce, restricted: true }],
    ['no subject', { name: 'A Person', role: 'ukfiu' }],
    ['an empty subject', { ...person, sub: '', role: 'ukfiu' }],
    ['text', 'ukfiu'],
  ])('%s', (_, claims) => {
    expect(principalOf(claims)).toBeUndefined()
  })
})
