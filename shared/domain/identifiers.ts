import { codesOf } from './codes.ts'
import { hasBankAccount } from './identifiers/bank-account.ts'
import { hasDateOfBirth } from './identifiers/date-of-birth.ts'
import { hasEmailAddress } from './identifiers/email-address.ts'
import { hasNationalInsuranceNumber } from './identifiers/national-insurance-number.ts'
import { plainText } from './identifiers/plain-text.ts'
import { hasPostcode } from './identifiers/postcode.ts'
import { hasTelephoneNumber } from './identifiers/telephone-number.ts'

/** What free text may not carry, each with the name people know it by, in the order a refusal lists them. */
export const identifierKinds = {
  email_address: 'an e-mail address',
  telephone_number: 'a telephone number',
  national_insurance_number: 'a National Insurance number',
  bank_account: 'a sort code with an account number',
  postcode: 'a postcode',
  date_of_birth: 'a date of birth',
} as const
export type IdentifierKind = keyof typeof identifierKinds

const detectors: Readonly<Record<IdentifierKind, (plain: string) => boolean>> = {
  email_address: hasEmailAddress,
  telephone_number: hasTelephoneNumber,
  national_insurance_number: hasNationalInsuranceNumber,
  bank_account: hasBankAccount,
  postcode: hasPostcode,
  date_of_birth: hasDateOfBirth,
}

/**
 * Which kinds of identifier a free text carries, each at most once, in the order of `identifierKinds`; none for text
 * that is fit to keep. Any text is taken, of any length: the work grows in proportion to it.
 *
 * It is there to stop a slip of the pen and not a determined writer, and where a reading is doubtful it lets
 * professional prose through. Knowingly not caught:
 * - names, streets, vehicle registrations, and passport, driving licence, NHS and card numbers;
 * - an e-mail address with a bare "at" ("sam at example.com"), unless dots or a provider's name give it away;
 * - a foreign or short telephone number without a +, an 00 or a label, and a landline number written in one run after
 *   a word such as "log" or "reference";
 * - a telephone number stuck to a word, or with a stroke or a comma in it, a postcode with a hyphen or a full stop for
 *   its space, and a National Insurance number that another figure follows;
 * - a National Insurance number without its last letter or with a prefix that is never given out, unless labelled;
 * - a sort code or an account number alone, or the two far apart;
 * - the first half of a postcode, or one in small letters that ends like an ordinal ("b1 2nd");
 * - an age, a year of birth, or a birth date that nothing beside it says is one;
 * - figures written as words, in another script's numerals, or with a letter O for a nought.
 */
export const identifiersIn = (text: string): readonly IdentifierKind[] => {
  const plain = plainText(text)
  return codesOf(identifierKinds).filter((kind) => detectors[kind](plain))
}

const list = new Intl.ListFormat('en-GB')

/**
 * The sentence that tells a writer what to take out of a free text, or undefined when there is nothing. It names the
 * kinds found and never repeats the value, so that it is safe to show and to log.
 */
export const identifierRefusal = (text: string): string | undefined => {
  const found = identifiersIn(text).map((kind) => identifierKinds[kind].replace(/^an? /, 'the '))
  return found.length === 0 ? undefined : `Take out ${list.format(found)}: identities do not belong here.`
}
