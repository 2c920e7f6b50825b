import { describe, expect, test } from 'vitest'
import { claimsFor } from '../../../functions/pre-token/claims.ts'
import { principalOf } from '../../../shared/contracts/claims.ts'
import { tokenRequest } from '../../../shared/contracts/token-request.ts'
import { known, machine, ofPool, person, signedInBy } from './support.ts'

const claims = (request: unknown) => claimsFor(tokenRequest.parse(request), known)

const ofKent = { role: 'force', organisation: 'kent', restricted: 'false' }
const restricted = { ...ofKent, restricted: 'true' }

describe('somebody who signed in by a provider', () => {
  test.each([
    ['kent', 'force', ofKent],
    ['kent', 'force.restricted', restricted],
    ['kent', '[force, force.restricted]', restricted],
    ['kent', '["force.restricted"]', restricted],
    ['kent', '[All staff, force, VPN]', ofKent],
    ['nca', 'ukfiu', { role: 'ukfiu' }],
    ['nca', 'sta_author', { role: 'sta_author' }],
    ['nca', 'force', { ...ofKent, organisation: 'nca' }],
    ['home-office', 'auditor', { role: 'auditor' }],
  ])('%s, which says "%s", may be that there', (provider, roles, expected) => {
    const found = claims(person({ ...signedInBy(provider), 'custom:roles': roles }))
    expect(found).toEqual({ name: 'Pat Brook', ...expected })
  })

  test.each([
    ['a force that names an office', 'kent', 'ukfiu'],
    ['a force that names another force', 'kent', 'force.metropolitan'],
    ['a force that names itself in full', 'kent', 'force.kent'],
    ['an office that the provider may not name people to', 'nca', 'auditor'],
    ['a provider of offices that claims to be a force', 'home-office', 'force'],
    ['a provider that nobody knows', 'atlantis', 'force'],
    ['a provider with the name of what every object has', 'constructor', 'ukfiu'],
    ['two roles', 'nca', '[ukfiu, sta_author]'],
    ['an office and a force', 'nca', '[ukfiu, force]'],
    ['other capital letters', 'kent', 'Force'],
    ['more than the name', 'kent', 'force.restricted.all'],
    ['one name inside another', 'kent', 'workforce'],
    ['an empty list', 'kent', '[]'],
    ['nothing', 'kent', ''],
  ])('%s: gets nothing', (_, provider, roles) => {
    expect(claims(person({ ...signedInBy(provider), 'custom:roles': roles }))).toBeUndefined()
  })

  test.each([
    ['no word about what they may be', signedInBy('kent')],
    ['a role of their own making', { ...signedInBy('kent'), 'custom:role': 'ukfiu', role: 'ukfiu' }],
    ['an organisation of their own making', { ...signedInBy('home-office'), 'custom:organisation': 'kent' }],
  ])('with %s: gets nothing', (_, attributes) => {
    expect(claims(person(attributes))).toBeUndefined()
  })

  test('gains nothing by a group of the user pool, in which all who come by a provider are', () => {
    const groups = ['eu-west-2_example_kent', 'ukfiu']
    const found = claims(person({ ...signedInBy('kent'), 'custom:roles': 'force' }, groups))
    expect(found).toEqual({ name: 'Pat Brook', ...ofKent })
  })

  test.each([
    ['two providers', JSON.stringify([{ providerName: 'nca' }, { providerName: 'kent' }])],
    ['no provider', '[]'],
    ['what is no list', '{"providerName":"nca"}'],
    ['what is no JSON', 'nca'],
  ])('linked with %s: gets nothing', (_, identities) => {
    const attributes = { ...signedInBy('nca'), identities, 'custom:roles': 'ukfiu' }
    expect(claims(person(attributes))).toBeUndefined()
  })
})

describe("somebody of the user pool's own", () => {
  test.each([
    [['ukfiu'], { role: 'ukfiu' }],
    [['sta_approver'], { role: 'sta_approver' }],
    [['force.kent'], ofKent],
    [['force.kent', 'force.kent.restricted'], restricted],
    [['testers', 'auditor'], { role: 'auditor' }],
  ])('in the groups %j may be that', (groups, expected) => {
    expect(claims(person(ofPool, groups))).toEqual({ name: 'Pat Brook', ...expected })
  })

  test.each([
    ['no group', []],
    ['two offices', ['ukfiu', 'auditor']],
    ['two forces', ['force.kent', 'force.surrey']],
    ['an office and a force', ['ukfiu', 'force.kent']],
    ['a force that there is not', ['force.atlantis']],
    ['a force without a name', ['force']],
    ['a name cut short', ['force.']],
    ['a name with more after it', ['force.kent\n.restricted']],
    ['other capital letters', ['UKFIU']],
  ])('in %s: gets nothing', (_, groups) => {
    expect(claims(person(ofPool, groups))).toBeUndefined()
  })

  test('gains nothing by what they write about themselves', () => {
    const forged = { ...ofPool, 'custom:roles': 'ukfiu', 'custom:role': 'ukfiu', role: 'ukfiu' }
    expect(claims(person(forged))).toBeUndefined()
  })

  test('gains nothing by being linked with a provider', () => {
    const linked = { ...signedInBy('nca'), ...ofPool, 'custom:roles': 'ukfiu' }
    expect(claims(person(linked, ['ukfiu']))).toBeUndefined()
  })

  test.each(['', '  '])('with the name "%s" gets nothing: nobody acts unnamed', (name) => {
    expect(claims(person({ ...ofPool, name }, ['ukfiu']))).toBeUndefined()
  })

  test.each([
    ['only the scope to use the service', ['sar-outcomes/use']],
    ['no scope', []],
    ['the scope of another API', ['sar-outcomes/use', 'elsewhere/ukfiu']],
    ['a scope of two forces', ['sar-outcomes/force.kent', 'sar-outcomes/force.surrey']],
    ['a scope of no force', ['sar-outcomes/use', 'sar-outcomes/force.atlantis']],
    ['a scope that is only like ours', ['sar-outcomes/use', 'x-sar-outcomes/ukfiu']],
    ['the scope of the walk alone', ['sar-outcomes/use', 'sar-outcomes/canary']],
  ])('with %s is nothing', (_, scopes) => {
    expect(claims(machine(...scopes))).toBeUndefined()
  })
})

test('the walk through the service is marked by its scope, and a person can not be marked so', () => {
  const asked = machine('sar-outcomes/use', 'sar-outcomes/force.nca', 'sar-outcomes/canary')
  const expected = {
    ...ofKent,
    organisation: 'nca',
    name: 'The service’s own check (system)',
    canary: 'true',
  }
  expect(claims(asked)).toEqual(expected)
  expect(principalOf({ sub: '1', ...claims(asked) })).toMatchObject({ isCanary: true })
  expect(claims(person({ ...ofPool, canary: 'true' }, ['ukfiu', 'canary']))).toEqual({
    name: 'Pat Brook',
    role: 'ukfiu',
  })
})

test('an occasion that Cognito does not have gets no token', () => {
  const request = { ...person(ofPool, ['ukfiu']), triggerSource: 'TokenGeneration_Anything' }
  expect(() => claims(request)).toThrow('triggerSource')
})

test.each([
  person(ofPool, ['auditor']),
  person({ ...signedInBy('kent'), 'custom:roles': 'force.restricted' }),
])('the claims are those that the handlers read', (request) => {
  const found = claims(request)
  expect(principalOf({ sub: 'b5e1', ...found })).toMatchObject({
    id: 'b5e1',
    name: 'Pat Brook',
    role: found?.['role'],
  })
})
