import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { codesOf } from '../../../shared/domain/codes.ts'
import { identifierKinds, identifierRefusal, identifiersIn } from '../../../shared/domain/identifiers.ts'
import { identifying, professional } from './identifier-examples.ts'

const kinds = codesOf(identifierKinds)
const everyExample = kinds.flatMap((kind) => identifying[kind].map((example) => ({ kind, example })))
const widened = (text: string) =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))
const anExample = fc.constantFrom(...everyExample)

describe.each(kinds)('finds %s and nothing else', (kind) => {
  test.each(identifying[kind])('in: %s', (example) => {
    expect(identifiersIn(example)).toEqual([kind])
  })
})

describe('lets professional prose through', () => {
  test.each(professional)('%s', (prose) => {
    expect(identifiersIn(prose)).toEqual([])
  })

  test('also when all of it stands in one text', () => {
    expect(identifiersIn(professional.join('\n'))).toEqual([])
  })
})

describe('what is knowingly let through', () => {
  test.each([
    ['a name and a street', 'Jo Example of 12 Example Street'],
    ['the first half of a postcode', 'lives in SW1A'],
    ['a sort code alone', 'sort code 12-34-56'],
    ['an account number alone', 'account number 12345678'],
    ['a year of birth', 'born in 1980'],
    ['a date that nothing says is a birth', 'Jo Example, 01/02/1980'],
    ['a telephone number that is stuck to a word', 'call07700900123'],
    ['a telephone number with another mark in it', '0161/496 0000 and 07700, 900123'],
    ['a National Insurance number that goes on', 'QQ123456C2'],
    ['a postcode with a mark for its space', 'SW1A-1AA and SW1A.1AA'],
    ['a local telephone number without a label', 'ring 496 0000'],
    ['a foreign telephone number without + or a label', '212-555-0100'],
    ['a number labelled as a reference', 'crime number 01632960001'],
    ['a National Insurance number without its last letter', 'QQ 12 34 56'],
    ['a prefix that is never given out', 'GB 12 34 56 A, ZZ123456B and DC 12 34 56 C'],
    ['a masked number', '07700 9xxxxx and QQ ** ** ** C'],
    ['figures in words', 'oh seven seven hundred'],
    ['a letter O for a nought', 'O77OO 9OO123'],
  ])('%s', (_, text) => {
    expect(identifiersIn(text)).toEqual([])
  })
})

describe('figures that are too few or too many', () => {
  test.each([
    ['a mobile of ten', '07700 90012'],
    ['a mobile of twelve', '077009001234'],
    ['a freephone number of nine', '0800 555 11'],
    ['an international number of eight', '+1234 5678'],
    ['an international number of seventeen', '+12345678901234567'],
    ['a labelled telephone number of five', 'Tel: 49600'],
    ['a labelled telephone number of sixteen', 'Tel: 8821600123456789'],
    ['a National Insurance number of five', 'QQ 12 34 5 C'],
    ['a National Insurance number of seven', 'QQ1234567C'],
    ['a sort code of seven', 'sort code 12-34-567, account 12345678'],
    ['an account number of five', 'sort code 12-34-56, account 12345'],
    ['an account number of eleven', 'sort code 12-34-56, account 12345678901'],
    ['a sort code and account run together of thirteen', 'sort code and account number 1234561234567'],
    ['an IBAN of thirteen', 'GB33 BUKB 2020 1555 5555 5'],
    ['an IBAN of fifteen', 'GB33 BUKB 2020 1555 5555 555'],
  ])('%s', (_, text) => {
    expect(identifiersIn(text)).toEqual([])
  })
})

describe('three pairs with hyphens', () => {
  const bankDetails = (pairs: string) => `${pairs}, held in a family name, 12345678`

  test.each(['01-01-99', '31-12-99', '99-01-01', '99-12-31'])('are a date where they can be: %s', (pairs) => {
    expect(identifiersIn(bankDetails(pairs))).toEqual([])
  })

  test.each(['00-12-32', '32-12-00', '31-00-01', '31-13-01'])('are a sort code otherwise: %s', (pairs) => {
    expect(identifiersIn(bankDetails(pairs))).toEqual(['bank_account'])
  })

  test('are a sort code when they are called one, and no figures that may be a date are its account', () => {
    expect(identifiersIn(bankDetails('sort code 01-01-99'))).toEqual(['bank_account'])
    expect(identifiersIn('The sort code 01-01-99 was looked up on 20251123.')).toEqual([])
  })
})

describe('an "a" after six figures', () => {
  test.each([
    'AB 123456 a',
    'ab 123456 a, as on the payslip',
    'ab123456 a. He left.',
    'AB 12 34 56 a was given',
  ])('ends a National Insurance number: %s', (text) => {
    expect(identifiersIn(text)).toEqual(['national_insurance_number'])
  })

  test('begins what comes after, where the sentence goes on', () => {
    expect(identifiersIn('The search was logged as 123456 a year before the hearing.')).toEqual([])
  })
})

describe('a sort code and an account number', () => {
  const inBetween = (words: number) => ' and then'.repeat(words)

  test.each([
    ['a line apart', 6, ['bank_account']],
    ['two lines apart', 12, []],
  ])('that only their shape tells, %s', (_, words, found) => {
    expect(identifiersIn(`40-47-84${inBetween(words)} 12345678`)).toEqual(found)
    expect(identifiersIn(`12345678${inBetween(words)} 40-47-84`)).toEqual(found)
  })

  test.each([
    ['two lines apart', 12, ['bank_account']],
    ['a paragraph apart', 30, []],
  ])('with the sort code labelled, %s', (_, words, found) => {
    expect(identifiersIn(`sort code 01-01-99${inBetween(words)} 12345678`)).toEqual(found)
    expect(identifiersIn(`12345678${inBetween(words)} sort code 01-01-99`)).toEqual(found)
  })
})

describe('the refusal', () => {
  test.each([
    ['Ring 07700 900123.', 'Take out the telephone number: identities do not belong here.'],
    ['She was born on 1 May 1980.', 'Take out the date of birth: identities do not belong here.'],
    [
      'Ring 07700 900123 or 020 7946 0018, or write to jo@example.com.',
      'Take out the e-mail address and the telephone number: identities do not belong here.',
    ],
    [
      'QQ123456C paid from 12-34-56 12345678, at SW1A 1AA.',
      'Take out the National Insurance number, the sort code with an account number and the postcode: identities do not belong here.',
    ],
  ])('of %j', (text, refusal) => {
    expect(identifierRefusal(text)).toBe(refusal)
  })

  test('is absent when there is nothing to take out', () => {
    expect(identifierRefusal('Reviewed on 12 March 2026; nothing found.')).toBeUndefined()
    expect(identifierRefusal('')).toBeUndefined()
  })

  test('never repeats what was found', () => {
    fc.assert(
      fc.property(fc.array(anExample, { minLength: 1, maxLength: 5 }), (examples) => {
        const refusal = identifierRefusal(examples.map(({ example }) => example).join('; '))
        expect(refusal).toMatch(/^Take out the [A-Za-z, -]+: identities do not belong here\.$/)
      }),
    )
  })
})

/** No word that labels a reference: "log 02079460018" is let through on purpose. */
const words = `
  the officer and of to in was on with from by for at after between hearing panel force search system debt loan cash
  house sister business born birthday DOB telephone mobile account postcode insurance e-mail XXS99XX PC DS section
  regulation paragraph A1 M25 E1 SO15 band floor swyddog heddlu gwrandawiad cyfrif ffôn dyled ac ar yn gan o dim nid`
  .trim()
  .split(/\s+/)
const aNumber = fc.oneof(
  fc.nat(9999).map(String),
  fc.nat(99).map((number) => `(${number})`),
  fc.nat(99_999).map((number) => `£${number.toLocaleString('en-GB')}`),
  fc.nat(100).map((number) => `${number}%`),
)
const aWord = fc.constantFrom(...words)
const aPhrase = fc.oneof(
  aWord,
  fc.tuple(aWord, fc.constantFrom(',', '.', ';', ':')).map((pair) => pair.join('')),
  fc.tuple(aWord, aNumber).map((pair) => pair.join(' ')),
)
const prose = fc.array(aPhrase, { maxLength: 60 }).map((phrases) => phrases.join(' '))

describe('wherever and however', () => {
  test('prose made of ordinary words and small numbers is not refused', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(identifiersIn(text)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('an identifier is found at any place in prose', () => {
    const between = fc.constantFrom(' ', '\n', '  ', ' (', ', ', ': ', ' – ', '—', '\t')
    fc.assert(
      fc.property(anExample, prose, prose, between, ({ kind, example }, before, after, gap) => {
        expect(identifiersIn(`${before}${gap}${example} ${after}`)).toContain(kind)
      }),
      { numRuns: 2000 },
    )
  })

  test('an identifier set off in the middle of what an officer writes is found', () => {
    const around = fc.constantFrom(
      [' (', ') '],
      [' – ', ' – '],
      ['; ', ', '],
      [' "', '" '],
      ['\n\n* ', '\n\n'],
    )
    const sentence = fc.constantFrom(...professional)
    fc.assert(
      fc.property(anExample, sentence, fc.nat(), around, ({ kind, example }, text, seed, [open, close]) => {
        const spaces = Array.from(text.matchAll(/ |$/g), ({ index }) => index)
        const place = spaces[seed % spaces.length] ?? 0
        const written = `${text.slice(0, place)}${open}${example}${close}${text.slice(place)}`
        expect(identifiersIn(written)).toContain(kind)
      }),
      { numRuns: 2000 },
    )
  })

  test('an identifier is found whatever unseen characters are strewn through it', () => {
    const unseen = fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff', '\u202d', '\ufe0f')
    fc.assert(
      fc.property(
        anExample,
        fc.array(fc.tuple(fc.nat(), unseen), { maxLength: 8 }),
        ({ kind, example }, strewn) => {
          const letters = Array.from(example)
          for (const [seed, letter] of strewn) letters.splice(seed % (letters.length + 1), 0, letter)
          expect(identifiersIn(letters.join(''))).toContain(kind)
        },
      ),
    )
  })

  test('wide figures and letters are read as plain ones', () => {
    for (const { kind, example } of everyExample) expect(identifiersIn(widened(example))).toContain(kind)
  })
})

/**
 * Runs `work` and counts the characters that its regular expressions walked over. One that finds every match walks the
 * text once, and is counted when it comes to the end.
 */
const walked = (work: () => unknown) => {
  const exec = vi.spyOn(RegExp.prototype, 'exec')
  work()
  const { calls, contexts, results } = exec.mock
  const regexes = contexts.map((context: unknown) => (context instanceof RegExp ? context : /(?!)/))
  const characters = calls.map(([text], index) => {
    const found: RegExpExecArray | null = results[index]?.value ?? null
    if (regexes[index]?.global) return found ? 0 : text.length
    return found ? found.index + found[0].length : text.length
  })
  const patterns = new Set(regexes.map(({ source }) => source))
  vi.restoreAllMocks()
  return { characters: characters.reduce((sum, count) => sum + count, 0), patterns }
}

/** A pattern with each character class, escape and literal made one letter, so that only its structure is left. */
const structure = (pattern: string): string =>
  pattern.replaceAll(/\\[pP]\{[^}]{1,60}\}|\\u[0-9a-f]{4}|\\.|\[(?:\\.|[^\]\\])*\]/gi, 'x')

describe('the work grows with the text and no faster', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('no pattern repeats without a bound, but for the two that are nothing else than one repeated class', () => {
    const everything = [...everyExample.map(({ example }) => example), ...professional]
    const { patterns } = walked(() => everything.map(identifiersIn))
    const unbounded = [...patterns].filter((pattern) => /[*+]|\{\d+,\}/.test(structure(pattern)))
    expect(patterns.size).toBeGreaterThan(50)
    expect(unbounded.map(structure)).toEqual(['x+', 'x+'])
  })

  test.each([
    ['a', 'one endless word'],
    ['0', 'one endless number'],
    ['@', 'signs'],
    ['a@', 'unfinished e-mail addresses'],
    ['a.', 'unfinished domains'],
    ['a@a.', 'signs and dots'],
    ['a dot a ', 'spelt-out dots'],
    ['12-34-56 ', 'sort codes without accounts'],
    ['0161 ', 'area codes'],
    ['0 ', 'single figures'],
    ['+', 'plus signs'],
    ['DOB ', 'labels without dates'],
    ['born in ', 'births nowhere'],
    ['1 Feb ', 'dates without years'],
    ['AB 12 34 56 ', 'National Insurance numbers without an end'],
    ['SW1A 1', 'halves of postcodes'],
    ['\u200b\u00a0', 'characters nobody sees'],
    ['\ufdfa', 'one character that stands for eighteen'],
  ])('over and over %j: %s', (piece) => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length))
    const half = walked(() => identifiersIn(text(10_000))).characters
    const full = walked(() => identifiersIn(text(20_000))).characters
    expect(full).toBeGreaterThan(20_000)
    expect(full / half).toBeLessThan(2.1)
    expect(identifiersIn(text(100_000))).toEqual([])
  })
})
