/** Thai text as the office types it: digits, look-alike letters, invisible spaces, dictionary order. */

const thaiZero = 0x0e50

/** ๐–๙ become 0–9; everything else stays. */
export function toArabicDigits(text: string): string {
  return text.replace(/[\u0E50-\u0E59]/g, (digit) => String(digit.charCodeAt(0) - thaiZero))
}

/** 0–9 become ๐–๙, for official prints. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(thaiZero + Number(digit)))
}

// Zero-width signs, and control characters that are no space: the database takes no NUL.
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F\u200B-\u200D\uFEFF]/g
// Sara am (U+0E33) typed as two keys; its tone mark may stand before or between them.
const splitSaraAm = /([\u0E48-\u0E4B]?)\u0E4D([\u0E48-\u0E4B]?)\u0E32/g

/** One spelling for what looks the same: NFC, one sara am, no invisible characters, single spaces (line breaks become spaces too). */
export function normalizeThai(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(splitSaraAm, '$1$2\u0E33')
    .replace(/\s+/g, ' ')
    .trim()
}

/** As a set, for the database to strip in the same way. */
export const toneMarks = '\u0E48\u0E49\u0E4A\u0E4B'

/** For searching only: the text without its four tone marks. */
export function stripToneMarks(text: string): string {
  return text.replace(/[\u0E48-\u0E4B]/g, '')
}

const collator = new Intl.Collator('th')

/** Order of the Thai dictionary, the same as COLLATE "th-TH-x-icu": a leading vowel counts after its consonant. */
export function thaiCompare(a: string, b: string): number {
  return collator.compare(a, b)
}
