import { Aws } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { Protection } from '../stages.ts'

/** What is encrypted apart from everything else, so that who may read one kind of data can't therefore read another. */
export const dataClasses = {
  Cases: 'referrals and their outcomes, which SAR went where, and what is typed and not yet sent',
  Figures: 'the counters of each year',
  Contacts: 'the people whom reminders go to',
  AccessLog: 'who looked at and changed what',
  Editions: 'the frozen figures of each year and the documents made of them',
  Secrets: 'the Notify key, the receipts token and what seals the cookies of the pages',
  Operations: 'the logs, and the topic of the alarms',
  Backups: 'the copies of all tables in the backup vault',
} as const
export type DataClass = keyof typeof dataClasses

/** A key of our own for each class of data, renewed every year. */
export class Keys extends Construct {
  readonly #keys: ReadonlyMap<DataClass, Key>

  constructor(scope: Construct, id: string, { removalPolicy }: Pick<Protection, 'removalPolicy'>) {
    super(scope, id)
    const classes: DataClass[] = [
      'Cases',
      'Figures',
      'Contacts',
      'AccessLog',
      'Editions',
      'Secrets',
      'Operations',
      'Backups',
    ]
    this.#keys = new Map(
      classes.map((name) => {
        const description = `SAR outcome feedback: encrypts ${dataClasses[name]}`
        return [name, new Key(this, name, { description, enableKeyRotation: true, removalPolicy })]
      }),
    )
    letServicesUse(this.of('Operations'))
  }

  of(name: DataClass): Key {
    const key = this.#keys.get(name)
    if (!key) throw new Error(`There is no key for ${name}`)
    return key
  }
}

/** CloudWatch encrypts the logs of this account, and alarms and the budget reach their topic through its key. */
const letServicesUse = (key: Key) => {
  const allow = (principal: string, conditions: Record<string, Record<string, string>>) =>
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(principal)],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions,
      }),
    )
  const groups = `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`
  allow(`logs.${Aws.REGION}.amazonaws.com`, { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } })
  const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } }
  allow('cloudwatch.amazonaws.com', ofThisAccount)
  allow('budgets.amazonaws.com', ofThisAccount)
}
