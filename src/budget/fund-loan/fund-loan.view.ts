// The form, the facts and the memo of a loan as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, money, type Control, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, zero, type Money } from '../../platform/money.ts'
import { loanPaths as paths } from '../budget.paths.ts'
import { approverName, formFrame, headControls, memoPage, type FormPage, type MemoPrint } from '../desk/desk.view.ts'
import { type FundRules } from '../fund-lines/fund-lines.ts'
import { fundEditor, fundTable } from '../fund-lines/fund-lines.view.ts'
import { loanText as text } from '../fund.text.ts'
import { type Names } from '../settings/settings.ts'
import { termsOf, type LoanBox, type LoanInput } from './fund-loan.schema.ts'
import { type Loan } from './fund-loan.ts'

const { fields } = text

export interface LoanFormAround {
  readonly document: Loan | undefined
  readonly fiscalYear: number
  readonly rules: FundRules
  readonly total: Money
  readonly errors: FieldErrors
  readonly isAgain: boolean
}

export function formPage(input: LoanInput, around: LoanFormAround): FormPage {
  return {
    ...formFrame({ paths, text }, { ...around, input }), controls: controlsOf(input, around.errors), hint: text.hint, editors: [fundEditor(input.lines, around)],
    check: undefined, checkedTitle: undefined, checked: undefined,
  }
}

type OwnBox = Exclude<LoanBox, 'documentDate' | 'title' | 'reason'>

function controlsOf(input: LoanInput, errors: FieldErrors): Control[] {
  const asked = (name: OwnBox) => ({ name, label: fields[name], value: input[name], error: errors[name], required: true })
  return [
    ...headControls(input, errors), { field: field({ ...asked('lender'), width: 'full', maxLength: 200 }) },
    { field: field({ ...asked('contractNumber'), width: 'long', maxLength: 100 }) }, { date: date(asked('contractDate')) },
    { field: field({ ...asked('rate'), width: 'short', inputmode: 'decimal', suffix: text.percent }) },
    { field: field({ ...asked('months'), width: 'short', inputmode: 'numeric', suffix: text.monthsUnit }) },
    { field: field({ ...asked('ordinance'), width: 'full', maxLength: 200 }) }, { money: money(asked('total')) },
  ]
}

export function termItems(loan: Loan): SummaryItem[] {
  const { lender, contractNumber, contractDate, rate, months, ordinance } = termsOf(loan)
  const facts: readonly (readonly [string, string])[] = [
    [fields.lender, lender], [fields.contractNumber, contractNumber], [fields.contractDate, formatThaiDate(contractDate)], [fields.rate, text.rate(rate)],
    [fields.months, `${months} ${text.monthsUnit}`], [fields.ordinance, ordinance],
  ]
  return facts.map(([label, words]) => ({ label, text: words }))
}

export interface Paper {
  readonly names: Names
  readonly organisation: string
  readonly mark: string
}

export function memo(loan: Loan, { names, organisation, mark }: Paper): MemoPrint {
  const total = loan.total ?? zero
  const { lender, contractNumber, contractDate, rate, months, ordinance } = termsOf(loan)
  return memoPage(loan, {
    title: text.paper.title, backHref: paths.show(loan.id), organisation, mark, background: text.paper.background(ordinance, loan.reason),
    facts: text.paper.facts({ lender, contract: contractNumber, day: formatThaiDate(contractDate), rate, months: String(months) }),
    lineTable: fundTable(loan, { names, isLinked: false }), proposal: text.paper.proposal(approverName(loan), formatMoney(total), bahtText(total)),
  })
}
