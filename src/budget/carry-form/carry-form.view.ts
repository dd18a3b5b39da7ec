// The form of a carry-forward as finished strings: which money of which year, until when, and every amount that is still unspent.
import { formatThaiDateField, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, select, type Control } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { type Approval } from '../approver/approver.ts'
import { budgetText } from '../budget.text.ts'
import { carryPaths as paths } from '../budget.paths.ts'
import { carryVariants, yearToCarry, type Carry, type CarryVariant } from '../carry/carry.ts'
import { type CarryInput } from '../carry/carry.schema.ts'
import { deskText } from '../desk.text.ts'
import { formFrame, headControls } from '../desk/desk.view.ts'
import { type Names } from '../settings/settings.ts'
import { gridOf, type GridForm } from '../unspent-form/unspent-form.view.ts'
import { isOf, keyOf, type Unspent } from '../unspent/unspent.ts'
import { carryText as text, yearEndText } from '../year-end.text.ts'

const { fields } = text

export interface AskedMoney {
  readonly fiscalYear: FiscalYear
  readonly variant: CarryVariant
}

export interface CarryFormGiven {
  readonly carry: Carry | undefined
  readonly asked: AskedMoney
  readonly unspent: readonly Unspent[]
  readonly names: Names
  readonly approval: Approval
  readonly today: CalendarDate
}

export function carryForm(input: CarryInput, given: CarryFormGiven, errors: FieldErrors): GridForm {
  const { carry, asked, unspent, names, approval } = given
  return {
    ...formFrame({ paths, text }, { document: carry, input, fiscalYear: asked.fiscalYear, errors }),
    controls: [...chosen(given), ...headControls(input, errors), untilControl(input, errors)], check: carry ? undefined : text.check, hint: text.hint,
    checkedTitle: undefined, checked: { items: [{ label: text.checked.approver, text: deskText.approval(budgetText.approvers[approval.approver], approval.reference) }] },
    grid: gridOf({
      unspent, names, keyOf, caption: text.caption, empty: text.none,
      asked: [{ name: 'amount', label: fields.amount, kind: 'money' }, { name: 'reason', label: fields.reason, kind: 'text' }],
      valueOf: (row, name) => {
        const each = unspent[row]
        const typed = each && input.rows.find(({ of }) => of === keyOf(each))
        return (name === 'amount' ? typed?.amount : typed?.reason) ?? ''
      },
    }, errors),
  }
}

/** Chosen before the list is shown; a draft keeps them, and posts them with everything else. */
function chosen({ carry, asked, today }: CarryFormGiven): Control[] {
  const now = yearToCarry(today)
  const years = carry ? [carry.fiscalYear] : [...new Set([asked.fiscalYear, now + 1, now, now - 1])].sort((a, b) => b - a)
  const variants = carry ? [asked.variant] : carryVariants
  return [
    { select: select({ name: 'year', label: fields.year, options: years.map((year) => ({ value: String(year), text: String(year) })), value: String(asked.fiscalYear), width: 'short' }) },
    { select: select({ name: 'variant', label: fields.variant, options: variants.map((variant) => ({ value: variant, text: yearEndText.variants[variant] })), value: asked.variant }) },
  ]
}

function untilControl(input: CarryInput, errors: FieldErrors): Control {
  return { date: date({ name: 'untilDate', label: fields.untilDate, value: input.untilDate, error: errors.untilDate, required: true }) }
}

export interface Starting {
  readonly formKey: string
  readonly today: CalendarDate
  readonly until: string
}

export function startingInput({ fiscalYear, variant }: AskedMoney, { formKey, today, until }: Starting): CarryInput {
  return {
    documentDate: formatThaiDateField(today), title: text.titleOf(yearEndText.variants[variant], String(fiscalYear)), reason: '', untilDate: until, year: '', variant: '',
    formKey, version: '', rows: [],
  }
}

/** A stored draft in the boxes. */
export function inputOf(carry: Carry, unspent: readonly Unspent[]): CarryInput {
  const until = carry.lines[0]?.untilDate
  return {
    documentDate: formatThaiDateField(carry.documentDate), title: carry.title, reason: carry.reason, untilDate: until ? formatThaiDateField(until) : '', year: '',
    variant: '', formKey: '', version: String(carry.version), rows: carry.lines.flatMap((line) => {
      const each = unspent.find((one) => isOf(line, one))
      return each ? [{ of: keyOf(each), amount: formatMoney(line.amount), reason: line.explanation }] : []
    }),
  }
}
