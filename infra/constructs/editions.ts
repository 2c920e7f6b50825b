import { Duration } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import { protections } from '../stages.ts'
import type { Data } from './data.ts'
import type { ServiceFunction } from './service-function.ts'

export type EditionsProps = { readonly data: Data; readonly settings: Settings }

/** With a leap year more than there can be, so that no day of the years is missing. */
const daysOf = (years: number) => Duration.days(Math.ceil(years * 365.25) + 1)

/** Everything that is kept lies under this. */
const kept = 'editions/*'

/**
 * The files of the year's editions, frozen figures and what was made of them: put once, never replaced, and under a lock
 * for years. Nothing of the service may delete, and the bucket itself refuses whoever tries.
 */
export class Editions extends Construct {
  readonly #bucket: Bucket
  readonly #data: Data

  constructor(scope: Construct, id: string, { data, settings }: EditionsProps) {
    super(scope, id)
    this.#data = data
    const { editionsLocked, removalPolicy } = protections[settings.stage]
    const locked = editionsLocked ? daysOf(settings.editionRetentionYears) : Duration.days(1)
    this.#bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(locked),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS,
      encryptionKey: data.keys.of('Editions'),
      bucketKeyEnabled: true,
      enforceSSL: true,
      removalPolicy,
    })
    this.#refuse('Deletions', {
      actions: ['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion'],
    })
    // A put that does not ask whether there is one already could hide what was kept behind a newer version.
    this.#refuse('Replacements', {
      actions: ['s3:PutObject'],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    })
  }

  get bucketName() {
    return this.#bucket.bucketName
  }

  letKeep(writer: ServiceFunction) {
    writer.mayDo(['s3:PutObject'], this.#bucket.arnForObjects(kept))
    this.#data.letEncrypt(writer, 'Editions')
    this.#data.letDecrypt(writer, 'Editions')
  }

  letRead(reader: ServiceFunction) {
    reader.mayDo(['s3:GetObject'], this.#bucket.arnForObjects(kept))
    this.#data.letDecrypt(reader, 'Editions')
  }

  #refuse(sid: string, what: { readonly actions: string[]; readonly conditions?: Record<string, unknown> }) {
    const resources = [this.#bucket.arnForObjects('*')]
    this.#bucket.addToResourcePolicy(
      new PolicyStatement({ sid, effect: Effect.DENY, principals: [new AnyPrincipal()], resources, ...what }),
    )
  }
}
