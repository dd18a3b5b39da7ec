// The tables of the law that deductions are reckoned by: the same for the whole country.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PayeeKind, type WithholdingRule } from './deduction.ts'

export async function findWithholdingRules(read: OfficerRead): Promise<WithholdingRule[]> {
  const rows: RuleRow[] = await read.db('withholding_rules').orderBy('code')
  return rows.map((row) => ({
    code: row.code, payeeKind: row.payee_kind, incomeType: row.income_type, rate: row.rate, threshold: fromNumeric(row.threshold), thresholdOf: row.threshold_of,
    base: row.base, form: row.form, accountCode: row.account_code, isDefault: row.is_default, validFrom: calendarDate(row.valid_from),
    validUntil: row.valid_until === null ? null : calendarDate(row.valid_until),
  }))
}

interface RuleRow {
  code: string
  payee_kind: PayeeKind
  income_type: string
  rate: string | null
  threshold: string
  threshold_of: 'payment' | 'order'
  base: 'before-vat' | 'gross'
  form: string | null
  account_code: string | null
  is_default: boolean
  valid_from: string
  valid_until: string | null
}

/** A percentage or an amount of the law on a day: 'vat-percent', 'sso-ceiling'. */
export async function getRate(read: OfficerRead, code: string, on: CalendarDate): Promise<string> {
  const row: { value: string } | undefined = await read.db('expenditure_rates').where({ code }).where('valid_from', '<=', on).orderBy('valid_from', 'desc').first('value')
  if (!row) throw new RangeError(`no rate ${code} on ${on}`)
  return row.value
}
