import { describe, expect, test } from 'vitest'
import { isAllowed } from '../../checks/supply/licences.ts'
import { faultsIn, Lock, Manifest } from '../../checks/supply/lock.ts'
import { auditOf, signaturesOf } from '../../checks/supply/npm.ts'

describe('a licence', () => {
  test.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND OFL-1.1', '(MIT OR Apache-2.0)'])(
    '%s may be deployed',
    (one) => {
      expect(isAllowed(one, 'deployed')).toBe(true)
    },
  )

  test.each([
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'SEE LICENSE IN x',
    '',
    'MIT AND (MIT OR X)',
    'MIT OR X AND Y',
  ])('%s may not even be used', (one) => {
    expect(isAllowed(one, 'used')).toBe(false)
  })

  test('of a tool is not one for what is deployed', () => {
    expect([isAllowed('CC-BY-4.0', 'used'), isAllowed('CC-BY-4.0', 'deployed')]).toEqual([true, false])
  })
})

const manifest = Manifest.parse({ dependencies: { a: '1.0.0' }, allowScripts: { builder: true } })
const a = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' }
const faultsWith = (packages: object, changed: Partial<Manifest> = {}) =>
  faultsIn(
    { ...manifest, ...changed },
    Lock.parse({
      lockfileVersion: 3,
      packages: { '': { dependencies: { a: '1.0.0' } }, 'node_modules/a': a, ...packages },
    }),
  )

describe('what would be installed', () => {
  test('is as it should be with exact versions, hashes, licences and scripts that are allowed', () => {
    expect(faultsWith({ 'node_modules/builder': { ...a, dev: true, hasInstallScript: true } })).toEqual([])
    expect(faultsWith({ 'node_modules/a/node_modules/b': { license: 'MIT', inBundle: true } })).toEqual([])
  })

  test.each([
    ['has no hash', { integrity: undefined }],
    ['has no hash', { integrity: 'sha1-abc' }],
    ['does not come from the registry', { resolved: 'git+ssh://git@example.org/a.git' }],
    ['runs a script when it is installed', { hasInstallScript: true }],
    ['is under GPL-3.0-only, which nobody has allowed', { license: 'GPL-3.0-only' }],
    ['is under no licence, which nobody has allowed', { license: undefined }],
  ])('is not, where a package %s', (fault, change) => {
    expect(faultsWith({ 'node_modules/b': { ...a, ...change } })).toEqual([`node_modules/b ${fault}`])
  })

  test.each(['^1.0.0', '~1.0.0', '*', 'latest', 'github:a/a'])('is not, where %s is asked for', (range) => {
    expect(faultsWith({}, { dependencies: { a: range } })).toContain(
      `a is asked for as ${range}: name one version`,
    )
  })

  test('is not, where another version is locked than is asked for', () => {
    expect(faultsWith({}, { dependencies: { a: '1.0.1' } })).toEqual([
      'a is asked for in another version than is locked: npm install',
    ])
  })
})

describe('what the registry says', () => {
  test('of vulnerabilities passes, fails, or is not taken for an answer when there is none', () => {
    const found = { vulnerabilities: { a: { severity: 'high' } } }
    expect(auditOf({ stdout: '{"vulnerabilities":{}}' }).kind).toBe('passed')
    expect(auditOf({ stdout: JSON.stringify(found) })).toEqual({ kind: 'failed', said: 'a (high)' })
    expect(auditOf({ stdout: '{"message":"405 Method Not Allowed"}' }).kind).toBe('not looked at')
    expect(auditOf({ stdout: '' }).kind).toBe('not looked at')
  })

  test('of signatures passes, fails, or is not taken for an answer when there is none', () => {
    expect(signaturesOf({ stdout: '{"invalid":[],"missing":[]}' }).kind).toBe('passed')
    expect(signaturesOf({ stdout: '{"invalid":[],"missing":[{}]}' }).kind).toBe('failed')
    expect(signaturesOf({ stdout: '{"error":{}}' }).kind).toBe('not looked at')
  })
})
