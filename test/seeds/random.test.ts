import { describe, expect, it } from 'vitest'
import { randomFor } from '../../seeds/sample-year/random.ts'

const drawn = (seed: number, ...name: string[]) => {
  const random = randomFor(seed, ...name)
  return Array.from({ length: 20 }, () => random.whole(0, 1_000_000))
}

describe('draws', () => {
  it('are the same for the same seed and name, and others for another', () => {
    expect(drawn(1, 'a', 'b')).toEqual(drawn(1, 'a', 'b'))
    expect(drawn(1, 'a', 'b')).not.toEqual(drawn(2, 'a', 'b'))
    expect(drawn(1, 'a', 'b')).not.toEqual(drawn(1, 'ab'))
  })

  it('take in both ends of a range', () => {
    const random = randomFor(1, 'ends')
    expect(new Set(Array.from({ length: 200 }, () => random.whole(3, 5)))).toEqual(new Set([3, 4, 5]))
  })

  it('never bring what has no share, and everything that has one', () => {
    const random = randomFor(1, 'shares')
    const found = Array.from({ length: 500 }, () => random.byShare({ often: 8, rarely: 1, never: 0 }))
    expect(new Set(found)).toEqual(new Set(['often', 'rarely']))
    expect(found.filter((key) => key === 'often').length).toBeGreaterThan(350)
  })

  it('bring what is certain and not what is impossible', () => {
    const random = randomFor(1, 'certain')
    expect(random.each({ always: 1, never: 0 })).toEqual(['always'])
    expect([random.happens(1), random.happens(0)]).toEqual([true, false])
  })

  it('shuffle without losing any', () => {
    const cards = Array.from({ length: 30 }, (_, card) => card)
    const shuffled = randomFor(1, 'cards').shuffled(cards)
    expect(shuffled).not.toEqual(cards)
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(cards)
  })

  it('from nothing are a fault', () => {
    const random = randomFor(1, 'nothing')
    expect(() => random.oneOf([])).toThrow('Nothing to choose from for nothing')
    expect(() => random.byShare({ never: 0 })).toThrow('Nothing to choose from')
  })
})
