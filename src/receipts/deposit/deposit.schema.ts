// What a browser may send → a command; what the register may be asked for.
import { z } from 'zod'
import { day, formKey, optionalWords, versionSchema, words } from '../../documents/index.ts'
import { readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { depositText } from '../deposit.text.ts'
import { type RowFilter, type RowPlace } from './deposit.ts'

const { errors } = depositText

/** Empty, or thirteen digits. */
export const personNumber = z.string().default('').transform((text) => toArabicDigits(text).replace(/[\s-]/g, '')).refine((text) => /^([0-9]{13})?$/.test(text), errors.number)

const fields = z.object({
  depositor: words(200, errors.depositor), depositorNumber: personNumber, reference: words(200, errors.reference),
  dueDate: z.string().default('').pipe(z.union([z.literal('').transform(() => null), day])), remark: optionalWords(500),
})

export const newDepositSchema = fields.extend({ formKey, kindCode: z.string(errors.kind) })
export const editDepositSchema = fields.extend(versionSchema.shape)

export interface AskedDeposits extends RowFilter {
  readonly organisationId: string
  readonly until: CalendarDate
  readonly typedUntil: string
  /** The last row of the page before. */
  readonly after: RowPlace | undefined
  readonly errors: FieldErrors
}

export function askedDeposits(query: FormRequest['query'], own: string, today: CalendarDate): AskedDeposits {
  const until = readThaiDate(query.until ?? '')
  return {
    organisationId: organisationIn(query, own), until: until ?? today, typedUntil: query.until ?? '', kind: query.kind || undefined,
    state: query.state === 'closed' || query.state === 'all' ? (query.state === 'closed' ? 'closed' : undefined) : 'open',
    text: (query.text ?? '').trim(), after: placeIn(query.after),
    errors: query.until && until === undefined ? { until: errors.date } : {},
  }
}

function placeIn(text: string | undefined): RowPlace | undefined {
  const [, kind, key] = /^([A-Z]{2}[0-9]{2})_(.{0,60})$/.exec(text ?? '') ?? []
  return kind === undefined || key === undefined ? undefined : { kind, key }
}
