import { describe, expect, test } from 'vitest'
import { text } from '../../../shared/contracts/values.ts'
import { errorsOf, refusing } from './parsing.ts'

const short = text(3, 5)

describe('text is counted as people count it', () => {
  test.each([
    ['letters', 'abc', 'abcde', 'abcdef'],
    ['accents, each written as one', 'âêî', 'âêîôû', 'âêîôûŵ'],
    [
      'accents, each written as two',
      'a\u0302e\u0302i\u0302',
      'a\u0302e\u0302i\u0302o\u0302u\u0302',
      'âêîôûw\u0302',
    ],
    ['Welsh', 'tŷŵ', 'tŷŵyr', 'gŵyliau'],
    ['emoji', '🙂🙂🙂', '🙂🙂🙂🙂🙂', '🙂🙂🙂🙂🙂🙂'],
    ['Arabic', 'شرط', 'شرطةة', 'شرطةةة'],
    ['Hebrew', 'שלו', 'שלום!', 'שלום!!'],
    ['Chinese', '警察局', '警察局警察', '警察局警察局'],
  ])('%s', (_, least, most, more) => {
    expect(short.parse(least)).toBe(least.normalize('NFC'))
    expect(short.parse(most)).toBe(most.normalize('NFC'))
    expect(errorsOf(short, more)).toEqual(refusing('', 'Must be 3 to 5 characters.'))
  })

  test('two ways of writing a letter are one text', () => {
    expect(short.parse('a\u0302bc')).toBe(short.parse('âbc'))
  })

  test('spaces around it do not count', () => {
    expect(short.parse('  abc \n')).toBe('abc')
    expect(errorsOf(short, '  a   ')).toEqual(refusing('', 'Must be 3 to 5 characters.'))
    expect(errorsOf(short, '     ')).toEqual(refusing('', 'Must be 3 to 5 characters.'))
    expect(errorsOf(short, '\u00A0\u2003\u3000\uFEFF')).toEqual(refusing('', 'Must be 3 to 5 characters.'))
  })

  test('within it they stay, and so do its paragraphs', () => {
    expect(short.parse('a\n\nb')).toBe('a\n\nb')
    expect(short.parse('a  b')).toBe('a  b')
  })

  test('the longest there is: 2,000 of anything', () => {
    const long = text(20, 2000)
    for (const character of ['x', 'ŵ', '🙂', 'ش']) {
      expect(errorsOf(long, character.repeat(2000))).toEqual([])
      expect(errorsOf(long, character.repeat(2001))).toEqual(refusing('', 'Must be 20 to 2,000 characters.'))
    }
  })

  test('it comes out as it went in: nothing is escaped, stripped or executed', () => {
    for (const given of ['<b>a', '=1+1', "'; --", '{{a}}', '${a}'])
      expect(text(1, 100).parse(given)).toBe(given)
  })
})
