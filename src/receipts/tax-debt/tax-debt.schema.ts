// What a browser may send → a command; what the register may be asked for.
import { z } from 'zod'
import { day, formKey, optionalWords, readAmount, versionSchema } from '../../documents/index.ts'
import { readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { zero, type Money } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { scripts, type Sign } from '../tax-rule/tax-rule.ts'
import { taxDebtText } from '../tax-debt.text.ts'
import { debtStates, type DebtCommand, type ShownState } from './tax-debt.ts'

const { errors } = taxDebtText
const taxes = ['land', 'signboard', 'house', 'local'] as const

/** Blank: null. */
export const optionalAmount = z.string().default('').transform((text, context): Money | null => {
  if (text.trim() === '') return null
  const amount = readAmount(text)
  if (typeof amount === 'string') context.addIssue({ code: 'custom', message: amount })
  return typeof amount === 'string' ? z.NEVER : amount
})

const whole = (text: string | undefined) => Number(toArabicDigits(text ?? '').replaceAll(',', '').trim())
const isSize = (size: number) => Number.isInteger(size) && size >= 1 && size <= 100_000

const sign = z.record(z.string(), z.string()).transform((row, context): Sign | undefined => {
  if (!row.width && !row.height && !row.script) return undefined
  const [width, height, script] = [whole(row.width), whole(row.height), scripts.find((each) => each === row.script)]
  if (!isSize(width)) context.addIssue({ code: 'custom', path: ['width'], message: errors.size })
  if (!isSize(height)) context.addIssue({ code: 'custom', path: ['height'], message: errors.size })
  if (script === undefined) context.addIssue({ code: 'custom', path: ['script'], message: errors.script })
  return script === undefined ? z.NEVER : { width, height, script, isMoving: row.moving === 'moving' }
})

const fields = z.object({
  taxpayerId: z.string(errors.taxpayer).refine(isId, errors.taxpayer), taxKind: z.enum(taxes, errors.taxKind),
  taxYear: z.string(errors.taxYear).transform(whole).refine((year) => Number.isInteger(year) && year >= 2500 && year <= 2700, errors.taxYear),
  assessed: optionalAmount, discount: optionalAmount.transform((amount) => amount ?? zero), noticeDate: day, dueDate: day,
  parts: z.string().default('1').refine((text) => /^[1-3]$/.test(text), errors.parts).transform(Number), opening: z.string().default(''), filedLate: z.string().default(''),
  remark: optionalWords(500), signs: z.array(sign).transform((signs) => signs.filter((each) => each !== undefined)), formKey,
})

/** A signboard's tax is reckoned from its signs; any other is told. */
function assessedOf({ opening, filedLate, ...form }: z.output<typeof fields>, context: z.RefinementCtx): DebtCommand & { formKey: string } {
  const fromSigns = form.taxKind === 'signboard' && form.signs.length > 0
  if (!fromSigns && form.assessed === null) context.addIssue({ code: 'custom', path: ['assessed'], message: form.taxKind === 'signboard' ? errors.noSign : errors.noAmount })
  return {
    ...form, assessed: fromSigns ? null : form.assessed, signs: fromSigns ? form.signs : [], isOpening: opening !== '', isFiledLate: filedLate !== '' && form.taxKind === 'signboard',
  }
}

export const newDebtSchema = z.preprocess((body) => ({ ...Object(body), signs: rowsIn(Object(body), 'signs') }), fields.transform(assessedOf))
export const warnSchema = versionSchema.extend({ warnedOn: day, warnedUntil: day })

export interface AskedDebts {
  readonly organisationId: string
  readonly taxKind: string | undefined
  readonly taxYear: number | undefined
  readonly state: ShownState | 'unpaid' | 'all'
  readonly text: string
  /** Id of the last debt of the page before. */
  readonly after: string | undefined
  readonly day: CalendarDate
  readonly typedDay: string
  readonly errors: FieldErrors
}

export function askedDebts(query: FormRequest['query'], own: string, today: CalendarDate): AskedDebts {
  const read = readThaiDate(query.day ?? '')
  return {
    organisationId: organisationIn(query, own), taxKind: taxes.find((each) => each === query.kind), taxYear: /^25[0-9]{2}$/.test(query.year ?? '') ? Number(query.year) : undefined,
    state: query.state === 'all' ? 'all' : debtStates.find((each) => each === query.state) ?? 'unpaid', text: (query.text ?? '').trim(),
    after: isId(query.after) ? query.after : undefined, day: read ?? today, typedDay: query.day ?? '',
    errors: query.day && read === undefined ? { day: errors.date } : {},
  }
}
