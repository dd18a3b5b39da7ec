/** เลขประจำตัวประชาชน: thirteen digits of which the last one checks the others. Never written to logs; shown masked. */
import { toArabicDigits } from './thai.ts'

export type CitizenId = string & { readonly brand: 'CitizenId' }

// First digits 1–8 name the category of person; 0 and 9 never belong to a user account.
const shape = /^[1-8][0-9]{12}$/
const separators = /[\s\u200B-\u200D\uFEFF\u2010-\u2015-]/g

export function isCitizenId(text: string): text is CitizenId {
  return shape.test(text) && checkDigit(text) === Number(text[12])
}

/** Accepts what people type: Thai digits, spaces, dashes. */
export function readCitizenId(text: string): CitizenId | undefined {
  const digits = toArabicDigits(text).replace(separators, '')
  return isCitizenId(digits) ? digits : undefined
}

export function citizenId(text: string): CitizenId {
  const id = readCitizenId(text)
  // The text itself stays out of the message: messages end in logs.
  if (id === undefined) throw new RangeError('Not a citizen id')
  return id
}

/** The printed form, 1-2345-67890-12-1. */
export function formatCitizenId(id: CitizenId): string {
  return grouped(id)
}

/** x-xxxx-xxxx0-12-1, from the number or its last four digits: enough for its owner to recognise, too little for anybody else. */
export function maskCitizenId(id: string): string {
  return grouped('x'.repeat(9) + id.slice(-4))
}

function grouped(text: string): string {
  return [text.slice(0, 1), text.slice(1, 5), text.slice(5, 10), text.slice(10, 12), text.slice(12)].join('-')
}

/** Tax ids are thirteen digits checked in the same way, whatever the first of them is. */
export function readTaxId(text: string): string | undefined {
  const digits = toArabicDigits(text).replace(separators, '')
  return /^[0-9]{13}$/.test(digits) && checkDigit(digits) === Number(digits[12]) ? digits : undefined
}

function checkDigit(text: string): number {
  const weighted = Array.from(text.slice(0, 12), (digit, index) => Number(digit) * (13 - index))
  const total = weighted.reduce((sum, part) => sum + part, 0)
  return (11 - (total % 11)) % 10
}
