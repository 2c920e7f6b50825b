import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byOrganisation, latestOfEach } from '../../../functions/aggregator/records.ts'
import { readFields } from '../../../functions/web/form/read.ts'
import { accessLogQuery } from '../../../shared/contracts/access-log.ts'
import { accessNamed } from '../../../shared/contracts/access.ts'
import { principalOf } from '../../../shared/contracts/claims.ts'
import { deliveryReceiptBody } from '../../../shared/contracts/delivery-receipt.ts'
import { reminderMessage } from '../../../shared/contracts/messages.ts'
import { referralPageQuery } from '../../../shared/contracts/paging.ts'
import { referralChange } from '../../../shared/contracts/stream.ts'
import { signedInBy, tokenRequest } from '../../../shared/contracts/token-request.ts'
import { text } from '../../../shared/contracts/values.ts'
import { identifierRefusal } from '../../../shared/domain/identifiers.ts'
import { preferred } from '../../../shared/runtime/accept.ts'
import { importRows } from '../../../shared/runtime/csv.ts'
import { versionNamed } from '../../../shared/runtime/request.ts'
import { eventWith } from '../../support/gateway-event.ts'
import { patience } from '../support/trial.ts'
import { hostileText, runs, withMutations } from './hostile.ts'
import { importTable } from './import-table.ts'

/** Every parser, given what nobody meant it to get: it answers with a value or a refusal, and never breaks. */

const anything = fc.oneof(fc.jsonValue(), hostileText, fc.constant(undefined))

const digest = { kind: 'digest', organisation: 'kent', on: '2026-06-03' }
const claims = { sub: 'x', name: 'X', role: 'force', organisation: 'kent', restricted: 'true' }
const record = {
  eventID: '1',
  dynamodb: {
    SequenceNumber: '1',
    Keys: { id: { S: 'R-7K3M-9QXD' } },
    NewImage: { organisation: { S: 'kent' }, version: { N: '1' } },
  },
}
const occasion = {
  version: '3',
  triggerSource: 'TokenGeneration_HostedAuth',
  request: { userAttributes: { identities: '[{"providerName":"kent"}]' }, groupConfiguration: null },
}

const readers: Readonly<Record<string, readonly [fc.Arbitrary<unknown>, (value: unknown) => unknown]>> = {
  'a message of the queue': [withMutations(fc.constant(digest)), (value) => reminderMessage.safeParse(value)],
  'a record of the stream': [withMutations(fc.constant(record)), (value) => referralChange.safeParse(value)],
  'the claims of a token': [withMutations(fc.constant(claims)), principalOf],
  'what asks for a token': [
    withMutations(fc.constant(occasion)),
    (value) => {
      const asked = tokenRequest.safeParse(value).data
      return asked && 'userAttributes' in asked.request ? signedInBy(asked.request) : undefined
    },
  ],
  'a receipt of Notify': [
    withMutations(fc.constant({ reference: 'reminder/kent/x', to: 'x@y.example', status: 'delivered' })),
    (value) => deliveryReceiptBody.safeParse(value),
  ],
  'a place in a list': [anything, (cursor) => referralPageQuery.safeParse({ cursor })],
  'a place in the access log': [anything, (cursor) => accessLogQuery.safeParse({ cursor })],
  'a free text': [hostileText, (value) => text(1, 2000).safeParse(value)],
}

const ofText: Readonly<Record<string, (value: string) => unknown>> = {
  'the name of a right': accessNamed,
  'a text that may name somebody': identifierRefusal,
  'what a caller takes': (accept) => preferred(accept, 'application/json', 'text/csv'),
  'a version': (version) => versionNamed(eventWith({ headers: { 'if-match': version } })),
}

describe('whatever comes as', () => {
  test.each(Object.entries(readers))(
    '%s is read or refused',
    (_, [values, read]) => {
      fc.assert(
        fc.property(values, (value) => {
          expect(() => read(value)).not.toThrow()
        }),
        runs,
      )
    },
    patience,
  )

  test.each(Object.entries(ofText))(
    '%s is read or refused',
    (_, read) => {
      fc.assert(
        fc.property(hostileText, (value) => {
          expect(() => read(value)).not.toThrow()
        }),
        runs,
      )
    },
    patience,
  )

  test(
    'a batch of the stream is put in order',
    () => {
      const change = fc.record({ id: hostileText, organisation: hostileText })
      fc.assert(
        fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
          const batch = changes.map(({ id, organisation }) => ({
            dynamodb: { Keys: { id: { S: id } }, NewImage: { organisation: { S: organisation } } },
          }))
          const ordered = byOrganisation(latestOfEach(batch)).flat()
          expect(ordered.length).toBe(new Set(changes.map(({ id }) => id)).size)
        }),
        runs,
      )
    },
    patience,
  )

  test(
    'a table to import is rows, or refused with a status of a caller’s fault',
    async () => {
      await fc.assert(
        fc.asyncProperty(importTable, async (table) => {
          const rows = await importRows(table)
          expect(rows.ok || [400, 422].includes(rows.problem.status)).toBe(true)
        }),
        runs,
      )
    },
    patience,
  )

  test(
    'a form is fields, or none',
    async () => {
      const type = fc.constantFrom(
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'multipart/form-data; boundary=',
      )
      const parts = fc
        .array(hostileText, { maxLength: 4 })
        .map((all) =>
          all
            .map((each) => `--x\r\ncontent-disposition: form-data; name="${each}"\r\n\r\n${each}\r\n`)
            .join(''),
        )
      const body = fc.oneof(
        hostileText,
        parts.map((sent) => `${sent}--x--\r\n`),
        parts,
      )
      await fc.assert(
        fc.asyncProperty(type, body, async (contentType, sent) => {
          const fields = await readFields(eventWith({ headers: { 'content-type': contentType }, body: sent }))
          expect(Object.values(fields ?? {}).every(Array.isArray)).toBe(true)
        }),
        runs,
      )
    },
    patience,
  )
})
