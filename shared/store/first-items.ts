import { paginateQuery, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'

/**
 * The first items that a query finds, at most `limit` of them. Fewer only when there are no more: one read of DynamoDB
 * ends at a megabyte, however few items that is.
 */
export const firstItems = async (
  client: DynamoDBDocumentClient,
  query: Omit<QueryCommandInput, 'Limit'>,
  limit: number,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const found: Readonly<Record<string, unknown>>[] = []
  for await (const { Items = [] } of paginateQuery({ client }, { ...query, Limit: limit })) {
    found.push(...Items)
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}
