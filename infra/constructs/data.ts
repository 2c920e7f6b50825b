import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import {
  accessDayIndex,
  accessLogTable,
  accessPersonIndex,
  contactsTable,
  draftsTable,
  dueIndex,
  editionsTable,
  figuresTable,
  organisationIndex,
  referralsTable,
  remindersIndex,
  sarRegisterTable,
  signInsTable,
  upkeepTable,
} from '../../shared/store/tables.ts'
import type { Protection } from '../stages.ts'
import type { DataClass, Keys } from './keys.ts'
import type { ServiceFunction } from './service-function.ts'

type Keying = { readonly partitionKey: string; readonly sortKey?: string }
type Index = Required<Keying> & { readonly name: string; readonly projected: readonly string[] }

const text = (name: string) => ({ name, type: AttributeType.STRING })

const keyReading = ['kms:Decrypt', 'kms:DescribeKey']
const keyWriting = [
  ...keyReading,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
]

export type DataProps = { readonly keys: Keys; readonly protection: Protection }

/** The tables, each under the key of its class of data. Who may do what to them is granted here and nowhere else. */
export class Data extends Construct {
  readonly referrals: Table
  readonly sarRegister: Table
  readonly figures: Table
  readonly editions: Table
  readonly contacts: Table
  readonly upkeep: Table
  readonly signIns: Table
  readonly drafts: Table
  readonly accessLog: Table
  readonly keys: Keys
  readonly #keyOf = new Map<Table, Key>()
  readonly #protection: Protection

  constructor(scope: Construct, id: string, { keys, protection }: DataProps) {
    super(scope, id)
    this.keys = keys
    this.#protection = protection
    this.referrals = this.#table('Referrals', 'Cases', referralsTable, { stream: StreamViewType.NEW_IMAGE })
    addIndex(this.referrals, dueIndex)
    addIndex(this.referrals, remindersIndex)
    addIndex(this.referrals, organisationIndex)
    this.sarRegister = this.#table('SarRegister', 'Cases', sarRegisterTable)
    this.figures = this.#table('Figures', 'Figures', figuresTable)
    this.editions = this.#table('Editions', 'Editions', editionsTable)
    this.contacts = this.#table('Contacts', 'Contacts', contactsTable)
    this.upkeep = this.#table('Upkeep', 'Cases', upkeepTable)
    const expiring = { timeToLiveAttribute: draftsTable.expires }
    this.drafts = this.#table('Drafts', 'Cases', draftsTable, expiring)
    const forgetting = { timeToLiveAttribute: signInsTable.expires }
    this.signIns = this.#table('SignIns', 'Contacts', signInsTable, forgetting)
    this.accessLog = this.#table('AccessLog', 'AccessLog', accessLogTable)
    addIndex(this.accessLog, accessPersonIndex)
    addIndex(this.accessLog, accessDayIndex)
  }

  /** Every table, for what is to be done with all of them. */
  get tables(): readonly Table[] {
    return [...this.#keyOf.keys()]
  }

  /** Read what else is encrypted with the key of a class. */
  letDecrypt(reader: ServiceFunction, name: DataClass) {
    reader.mayDo(keyReading, this.keys.of(name).keyArn)
  }

  /** Write what else is encrypted with the key of a class. */
  letEncrypt(writer: ServiceFunction, name: DataClass) {
    writer.mayDo(['kms:GenerateDataKey'], this.keys.of(name).keyArn)
  }

  /** Read items of a table by their keys. */
  letRead(reader: ServiceFunction, ...tables: readonly Table[]) {
    this.#let(reader, 'dynamodb:GetItem', keyReading, tables)
  }

  /** Read items of a table by their keys, many at a time. */
  letReadMany(reader: ServiceFunction, table: Table) {
    this.#let(reader, 'dynamodb:BatchGetItem', keyReading, [table])
  }

  /** Query a table by its own key. */
  letQuery(reader: ServiceFunction, ...tables: readonly Table[]) {
    this.#let(reader, 'dynamodb:Query', keyReading, tables)
  }

  /** Query some indexes of a table. */
  letQueryIndexes(reader: ServiceFunction, table: Table, ...indexes: readonly Pick<Index, 'name'>[]) {
    reader.mayDo(['dynamodb:Query'], ...indexes.map(({ name }) => `${table.tableArn}/index/${name}`))
    reader.mayDo(keyReading, ...this.#keysOf([table]))
  }

  /** Read through whole tables. */
  letScan(reader: ServiceFunction, ...tables: readonly Table[]) {
    this.#let(reader, 'dynamodb:Scan', keyReading, tables)
  }

  /** Write and delete items many at a time, which can have no condition. */
  letWriteBatches(writer: ServiceFunction, table: Table) {
    this.#let(writer, 'dynamodb:BatchWriteItem', keyWriting, [table])
  }

  /** Put whole items; inside a transaction too, which needs no permission of its own. */
  letPut(writer: ServiceFunction, ...tables: readonly Table[]) {
    this.#let(writer, 'dynamodb:PutItem', keyWriting, tables)
  }

  /** Delete items by their keys. */
  letDelete(writer: ServiceFunction, ...tables: readonly Table[]) {
    this.#let(writer, 'dynamodb:DeleteItem', keyWriting, tables)
  }

  /** Change attributes of items. */
  letUpdate(writer: ServiceFunction, ...tables: readonly Table[]) {
    this.#let(writer, 'dynamodb:UpdateItem', keyWriting, tables)
  }

  /** Follow the changes of the referrals. Answers with the stream's ARN. */
  letFollowReferrals(reader: ServiceFunction) {
    const stream = this.referrals.tableStreamArn
    if (stream === undefined) throw new Error('The referrals table has no stream')
    reader.mayDo(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      stream,
    )
    reader.mayDo(keyReading, ...this.#keysOf([this.referrals]))
    return stream
  }

  #let(who: ServiceFunction, action: string, forKey: readonly string[], tables: readonly Table[]) {
    who.mayDo([action], ...tables.map(({ tableArn }) => tableArn))
    who.mayDo(forKey, ...this.#keysOf(tables))
  }

  #keysOf(tables: readonly Table[]): readonly string[] {
    return tables.flatMap((table) => this.#keyOf.get(table)?.keyArn ?? [])
  }

  #table(id: string, name: DataClass, { partitionKey, sortKey }: Keying, more: Partial<TableProps> = {}) {
    const encryptionKey = this.keys.of(name)
    const table = new Table(this, id, {
      partitionKey: text(partitionKey),
      ...(sortKey !== undefined && { sortKey: text(sortKey) }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: this.#protection.deletionProtection,
      removalPolicy: this.#protection.removalPolicy,
      ...more,
    })
    this.#keyOf.set(table, encryptionKey)
    return table
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
