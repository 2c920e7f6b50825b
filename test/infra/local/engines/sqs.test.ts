import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { expect, onTestFinished, test } from 'vitest'
import { startSqs } from '../../../../infra/local/engines/sqs.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { fixtureDeployment } from '../support/fixture.ts'
import { listeningAddresses } from '../support/listening.ts'

const start = async (dataDir = dataDirectory()) => {
  const engine = await startSqs(dataDir)
  onTestFinished(engine.stop)
  await engine.prepareQueues(fixtureDeployment(engine.queuesUrl).queues)
  const QueueUrl = `${engine.queuesUrl}/jobs.fifo`
  return {
    ...engine,
    send: (body: string) =>
      engine.client.send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: body,
          MessageGroupId: body,
          MessageDeduplicationId: body,
        }),
      ),
    receive: async (WaitTimeSeconds = 20) => {
      const { Messages = [] } = await engine.client.send(
        new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds }),
      )
      return Messages.map(({ Body }) => Body)
    },
  }
}

test('listens on 127.0.0.1 only, and gives queues addresses there', async () => {
  const { endpoint, queuesUrl } = await start()
  expect(queuesUrl).toBe(`${endpoint}/000000000000`)
  const port = Number(new URL(endpoint).port)
  expect(listeningAddresses([process.pid]).filter((address) => address.port === port)).toEqual([
    { address: '127.0.0.1', port },
  ])
})

test('keeps messages across starts, and offers again at once what the last run had taken', async () => {
  const dataDir = dataDirectory()
  const first = await start(dataDir)
  await first.send('a')
  await first.send('b')
  expect(await first.receive()).toEqual(['a'])
  expect(first.count('jobs.fifo')).toBe(2)
  await first.stop()

  // The queue's own visibility timeout is six minutes: longer than this test may take.
  const second = await start(dataDir)
  expect(second.count('jobs.fifo')).toBe(2)
  const bodies = [...(await second.receive()), ...(await second.receive())]
  expect(new Set(bodies)).toEqual(new Set(['a', 'b']))
})

test('a queue from an earlier run gets the attributes that the template has now', async () => {
  const dataDir = dataDirectory()
  const first = await start(dataDir)
  await first.stop()
  const second = await start(dataDir)
  const queues = fixtureDeployment(second.queuesUrl).queues
  const changed = queues.map((queue) => ({
    ...queue,
    attributes: { ...queue.attributes, MessageRetentionPeriod: '600' },
  }))
  await expect(second.prepareQueues(changed)).resolves.toBeUndefined()
})
