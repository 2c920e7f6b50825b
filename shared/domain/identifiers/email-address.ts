const label = '[\\p{L}\\p{N}_-]{1,63}'
const dot = String.raw`(?:\.| ?[([{]\.[)\]}] ?| ?[([{]dot[)\]}] ?| dot )`
const commonEnding = '(?:com|net|org|uk|co|gov|police|ac|nhs|eu|ie|info|email|me|cymru|wales|scot)'
const mailProvider =
  '(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|aol|btinternet|sky|protonmail|proton)'

/** Only the last character of the part before the sign is looked at: that keeps the work per character small. */
const forms = [
  // name@mail.example.com, mailto:name@example.com, "a name"@example.com
  `[\\p{L}\\p{N}_%+'"./-]@(?:${label}\\.){1,8}\\p{L}[\\p{L}\\p{N}-]{1,62}`,
  // name @ example.com
  `[\\p{L}\\p{N}_%+'-] ?@ ?(?:${label}\\.){1,8}${commonEnding}(?![\\p{L}\\p{N}])`,
  // name (at) example dot com
  `[\\p{L}\\p{N}_%+'-] ?[([{<](?:at|@)[)\\]}>] ?${label}(?:${dot}${label}){1,8}`,
  // name.surname at example.com, or at example dot com
  `(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]{1,63}[._+][\\p{L}\\p{N}]{1,63} at (?:${label}${dot}){1,8}${commonEnding}(?![\\p{L}\\p{N}])`,
  // name dot surname at example dot com
  `[\\p{L}\\p{N}] dot [\\p{L}\\p{N}]{1,63} at ${label}(?:${dot}${label}){1,8}`,
  // name at gmail dot com
  `[\\p{L}\\p{N}] at ${mailProvider} dot ${label}`,
].map((form) => new RegExp(form, 'iu'))

/** Whether plain text carries an e-mail address, also one with its sign or dots spelt out. */
export const hasEmailAddress = (plain: string): boolean => forms.some((form) => form.test(plain))
