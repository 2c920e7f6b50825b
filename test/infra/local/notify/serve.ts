import * as z from 'zod'
import { openOver } from './running-notify.ts'

const { url, apiKey } = await openOver(z.string().parse(process.argv[2]))
console.log(JSON.stringify({ url, apiKey }))
