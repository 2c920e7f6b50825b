/**
 * What the service costs in a month, worked out from what its requests are measured to cost: `npm run bench:costs` prints
 * the tables of docs/costs.md.
 */
import { arithmetic, fixed, forEachSystem, volumes } from './costs/model.ts'
import { measureUnits } from './costs/measure.ts'

const dollars = (amount: number) =>
  amount < 10 ? amount.toFixed(2) : Math.round(amount).toLocaleString('en-GB')
const row = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)

const units = await measureUnits()
console.log('### What a referral takes in its life\n')
row(['', 'times', 'write units', 'read units'])
row(['---', '---:', '---:', '---:'])
for (const { what, times, written, read } of units) row([what, times.toFixed(2), written, read])

console.log('\n### A month, in US dollars\n')
row(['', ...volumes.map(({ name }) => name)])
row(['---', ...volumes.map(() => '---:')])
const months = volumes.map(({ perYear }) => arithmetic(units, perYear))
for (const [place, { what }] of (months[0] ?? []).entries())
  row([what, ...months.map((lines) => dollars(lines[place]?.dollars ?? 0))])
const standing = Object.values(fixed).reduce((all, { count, dollars: each }) => all + count * each, 0)
row(['what is there without any request', ...months.map(() => dollars(standing))])
row([
  '**together**',
  ...months.map((lines) => `**${dollars(lines.reduce((all, line) => all + line.dollars, standing))}**`),
])

console.log('\n### What is there without any request\n')
row(['', 'how many', 'each', 'dollars a month'])
row(['---', '---:', '---:', '---:'])
for (const { what, count, dollars: each } of Object.values(fixed))
  row([what, count, each, dollars(count * each)])
row(['**together**', '', '', `**${dollars(standing)}**`])

console.log(`\nEach system of a force that signs in by itself: ${dollars(forEachSystem)} dollars a month.`)
process.exit(0)
