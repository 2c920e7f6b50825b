import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, test } from 'vitest'
import { referralChange } from '../../../shared/contracts/stream.ts'
import { given, registering } from '../../support/referrals.ts'

const { history, referral } = given(registering())
const NewImage = marshall({ id: referral.id, version: 1, history }, { removeUndefinedValues: true })
const record = {
  eventID: 'e-1',
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: '100',
    Keys: { id: { S: referral.id } },
    NewImage,
    StreamViewType: 'NEW_IMAGE',
  },
}

describe('a change of the referrals table', () => {
  test('carries the referral as it then was', () => {
    expect(referralChange.parse(record).dynamodb.NewImage).toEqual(NewImage)
  })

  test.each([
    [
      'no new image, as of something deleted',
      { ...record, dynamodb: { ...record.dynamodb, NewImage: undefined } },
    ],
    ['no sequence number', { ...record, dynamodb: { ...record.dynamodb, SequenceNumber: undefined } }],
    [
      'an attribute of two kinds',
      { ...record, dynamodb: { ...record.dynamodb, NewImage: { id: { S: 'x', N: '1' } } } },
    ],
    [
      'an attribute not as DynamoDB writes it',
      { ...record, dynamodb: { ...record.dynamodb, NewImage: { id: 'x' } } },
    ],
  ])('damaged is refused: %s', (_, damaged) => {
    expect(referralChange.safeParse(damaged).success).toBe(false)
  })
})
