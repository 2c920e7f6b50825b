import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import {
  accessDayIndex,
  accessLogTable,
  accessPersonIndex,
  contactsTable,
  dueIndex,
  figuresTable,
  organisationIndex,
  referralsTable,
  remindersIndex,
  sarRegisterTable,
  upkeepTable,
} from '../../shared/store/tables.ts'
import type { ServiceFunction } from './service-function.ts'

type Keys = { readonly partitionKey: string; readonly sortKey?: string }
type Index = Required<Keys> & { readonly name: string; readonly projected: readonly string[] }

const text = (name: string) => ({ name, type: AttributeType.STRING })

const keyReading = ['kms:Decrypt', 'kms:DescribeKey']
const keyWriting = [
  ...keyReading,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
]

/** The tables and the key they are encrypted with. Who may do what to them is granted here and nowhere else. */
export class Data extends Construct {
  readonly referrals: Table
  readonly sarRegister: Table
  readonly figures: Table
  readonly contacts: Table
  readonly upkeep: Table
  readonly accessLog: Table
  readonly #key: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.#key = new Key(this, 'Key', {
      description: 'Encrypts the tables of the SAR outcome feedback service',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.referrals = this.#table('Referrals', referralsTable, { stream: StreamViewType.NEW_IMAGE })
    addIndex(this.referrals, dueIndex)
    addIndex(this.referrals, remindersIndex)
    addIndex(this.referrals, organisationIndex)
    this.sarRegister = this.#table('SarRegister', sarRegisterTable)
    this.figures = this.#table('Figures', figuresTable)
    this.contacts = this.#table('Contacts', contactsTable)
    this.upkeep = this.#table('Upkeep', upkeepTable)
    this.accessLog = this.#table('AccessLog', accessLogTable)
    addIndex(this.accessLog, accessPersonIndex)
    addIndex(this.accessLog, accessDayIndex)
  }

  /** Read items of a table by their keys. */
  letRead(reader: ServiceFunction, ...tables: readonly Table[]) {
    reader.mayDo(['dynamodb:GetItem'], ...tables.map(({ tableArn }) => tableArn))
    reader.mayDo(keyReading, this.#key.keyArn)
  }

  /** Query a table by its own key. */
  letQuery(reader: ServiceFunction, ...tables: readonly Table[]) {
    reader.mayDo(['dynamodb:Query'], ...tables.map(({ tableArn }) => tableArn))
    reader.mayDo(keyReading, this.#key.keyArn)
  }

  /** Query some indexes of a table. */
  letQueryIndexes(reader: ServiceFunction, { tableArn }: Table, ...indexes: readonly Pick<Index, 'name'>[]) {
    reader.mayDo(['dynamodb:Query'], ...indexes.map(({ name }) => `${tableArn}/index/${name}`))
    reader.mayDo(keyReading, this.#key.keyArn)
  }

  /** Put whole items; inside a transaction too, which needs no permission of its own. */
  letPut(writer: ServiceFunction, ...tables: readonly Table[]) {
    writer.mayDo(['dynamodb:PutItem'], ...tables.map(({ tableArn }) => tableArn))
    writer.mayDo(keyWriting, this.#key.keyArn)
  }

  /** Change attributes of items. */
  letUpdate(writer: ServiceFunction, ...tables: readonly Table[]) {
    writer.mayDo(['dynamodb:UpdateItem'], ...tables.map(({ tableArn }) => tableArn))
    writer.mayDo(keyWriting, this.#key.keyArn)
  }

  /** Follow the changes of the referrals. Answers with the stream's ARN. */
  letFollowReferrals(reader: ServiceFunction) {
    const stream = this.referrals.tableStreamArn
    if (stream === undefined) throw new Error('The referrals table has no stream')
    reader.mayDo(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      stream,
    )
    reader.mayDo(keyReading, this.#key.keyArn)
    return stream
  }

  #table(id: string, { partitionKey, sortKey }: Keys, more: Partial<TableProps> = {}) {
    return new Table(this, id, {
      partitionKey: text(partitionKey),
      ...(sortKey !== undefined && { sortKey: text(sortKey) }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...more,
    })
  }
}

const addIndex = (table: Table, { name, partitionKey, sortKey, projected }: Index) => {
  table.addGlobalSecondaryIndex({
    indexName: name,
    partitionKey: text(partitionKey),
    sortKey: text(sortKey),
    ...(projected.length > 0
      ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projected] }
      : { projectionType: ProjectionType.KEYS_ONLY }),
  })
}
