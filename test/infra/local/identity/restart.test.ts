import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openArtifacts } from '../../../../infra/local/identity/artifacts.ts'
import { openKeys, publicKeyOf } from '../../../../infra/local/identity/keys.ts'
import { StartRefused } from '../../../../infra/local/start-refused.ts'
import { verifierOf } from '../../../../infra/local/identity/verify.ts'
import { mintToken } from '../../../support/tokens.ts'

const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'identity-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}
const keyFile = (dataDir: string) => join(dataDir, 'identity', 'keys.json')

describe('the keys', () => {
  test('are made once and are for the owner’s eyes only', async () => {
    const dataDir = await newFolder()
    const made = await openKeys(dataDir)
    expect(await openKeys(dataDir)).toEqual(made)
    expect((await stat(keyFile(dataDir))).mode & 0o777).toBe(0o600)
  })

  test('verify after a restart what was signed before', async () => {
    const dataDir = await newFolder()
    const baseUrl = 'http://127.0.0.1:3000'
    await openKeys(dataDir)
    const token = await mintToken({ dataDir, baseUrl })
    const verify = verifierOf(`${baseUrl}/oauth`, await openKeys(dataDir))
    expect(await verify(`Bearer ${token}`, ['sar-outcomes/use'])).toMatchObject({ ok: true })
  })

  test('differ from one data folder to another', async () => {
    const [one, other] = await Promise.all([openKeys(await newFolder()), openKeys(await newFolder())])
    expect(publicKeyOf(one).n).not.toBe(publicKeyOf(other).n)
  })

  test('are not replaced when their file is spoilt, because that would end every session', async () => {
    const dataDir = await newFolder()
    await openKeys(dataDir)
    await writeFile(keyFile(dataDir), '{')
    await expect(openKeys(dataDir)).rejects.toThrow(StartRefused)
    expect(await readFile(keyFile(dataDir), 'utf8')).toBe('{')
  })
})

describe('sessions, codes and grants', () => {
  test('are found again after a restart, by id, session and user code', async () => {
    const dataDir = await newFolder()
    const before = openArtifacts(dataDir)
    await before.adapterFor('Session').upsert('s1', { uid: 'u1', accountId: 'ukfiu' }, 60)
    await before.adapterFor('DeviceCode').upsert('d1', { userCode: 'c1' }, 60)
    before.close()
    const after = openArtifacts(dataDir)
    const found = { uid: 'u1', accountId: 'ukfiu' }
    expect(await after.adapterFor('Session').find('s1')).toEqual(found)
    expect(await after.adapterFor('Session').findByUid('u1')).toEqual(found)
    expect(await after.adapterFor('DeviceCode').findByUserCode('c1')).toEqual({ userCode: 'c1' })
    expect(await after.adapterFor('AuthorizationCode').find('s1')).toBeUndefined()
    after.close()
  })

  test('are written over, spent, taken away and revoked with their grant', async () => {
    const artifacts = openArtifacts(await newFolder())
    const codes = artifacts.adapterFor('AuthorizationCode')
    const interactions = artifacts.adapterFor('Interaction')
    await codes.upsert('a1', { grantId: 'g1', scope: 'first' }, 60)
    await codes.upsert('a1', { grantId: 'g1', scope: 'second' }, 60)
    await codes.upsert('a2', { grantId: 'g2' }, 60)
    await interactions.upsert('i1', { grantId: 'g1' }, 60)
    await codes.consume('a1')
    expect(await codes.find('a1')).toEqual({ grantId: 'g1', scope: 'second', consumed: expect.any(Number) })
    await codes.revokeByGrantId('g1')
    expect(await codes.find('a1')).toBeUndefined()
    expect(await interactions.find('i1')).toEqual({ grantId: 'g1' })
    await codes.destroy('a2')
    expect(await codes.find('a2')).toBeUndefined()
    artifacts.close()
  })

  test('are gone once expired; one without an expiry stays', async () => {
    const artifacts = openArtifacts(await newFolder())
    const sessions = artifacts.adapterFor('Session')
    await sessions.upsert('old', { uid: 'u1' }, -1)
    await sessions.upsert('lasting', { uid: 'u2' })
    expect(await sessions.find('old')).toBeUndefined()
    expect(await sessions.findByUid('u1')).toBeUndefined()
    expect(await sessions.find('lasting')).toEqual({ uid: 'u2' })
    artifacts.close()
  })
})
