// What a browser may send: how many heads of which animal, and the rates of an ordinance.
import { z } from 'zod'
import { day, readAmount, words } from '../../documents/index.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { readBaht, isZero, zero, type Money } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { slaughterText } from '../slaughter.text.ts'

const { errors } = slaughterText

/** Nought is a rate: not every office has a lairage. */
const rate = z.string(errors.rate).transform((text, context): Money => {
  const typed = text.trim()
  const read = typed === '' || isNought(typed) ? zero : readAmount(typed)
  if (typeof read !== 'string') return read
  context.addIssue({ code: 'custom', message: read })
  return z.NEVER
})

function isNought(text: string): boolean {
  const amount = readBaht(text)
  return amount !== undefined && isZero(amount)
}

export const newRateSchema = z.object({
  animal: words(60, errors.animal), validFrom: day, duty: rate, slaughterhouse: rate, lairage: rate, authority: words(200, errors.authority),
}).superRefine((form, context) => {
  if ([form.duty, form.slaughterhouse, form.lairage].every(isZero)) context.addIssue({ code: 'custom', path: ['duty'], message: errors.noRate })
})

const mostHeads = 999

/** 'heads.12' of an address: so many of the animal of rate 12. Anything else is as if it had not been asked. */
export function headsIn(query: FormRequest['query']): Map<string, number> {
  const asked = Object.entries(query).flatMap(([name, text]) => {
    const [, id] = /^heads\.([0-9]{1,18})$/.exec(name) ?? []
    const heads = Number(toArabicDigits(text ?? '').trim())
    return id !== undefined && Number.isInteger(heads) && heads > 0 && heads <= mostHeads ? [[id, heads] as const] : []
  })
  return new Map(asked)
}
