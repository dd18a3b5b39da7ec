import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable, refusals, select, type Control, type ErrorSummary, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { employeeText } from '../employee.text.ts'
import { type PayDeduction } from '../pay-rule/pay-rule.ts'
import { payeeChooser } from '../payee-meant/payee-meant.ts'
import { employeePaths, payCreditorPaths as paths } from '../payroll.paths.ts'
import { type PayCreditor } from './pay-creditor.ts'

const text = employeeText.creditors

export interface CreditorPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly lineTable: LineTable
  readonly action: string
  readonly controls: readonly Control[] | undefined
}

export interface ShownCreditors {
  readonly creditors: readonly PayCreditor[]
  readonly deductions: readonly PayDeduction[]
  readonly officer: Officer
  readonly typed: { readonly code: string; readonly payee: string }
}

export function creditorPage({ creditors, deductions, officer, typed }: ShownCreditors, errors: FieldErrors = {}): CreditorPage {
  const mayEdit = officer.permissions.has('expense.payroll:edit')
  const nameOf = (code: string) => deductions.find((each) => each.code === code)?.name ?? code
  return {
    title: text.title, breadcrumb: [{ text: employeeText.listTitle, href: employeePaths.list }, { text: text.title }], pageHeader: { title: text.title, lead: text.lead }, ...refusals(errors),
    action: paths.list,
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty,
      columns: [
        { label: text.code, kind: 'text' }, { label: text.payee, kind: 'text', isRowHeader: true }, { label: text.state, kind: 'status' },
        ...(mayEdit ? [{ label: text.actions, kind: 'actions' as const }] : []),
      ],
      rows: creditors.map((each) => [
        nameOf(each.code), each.name, { status: each.isActive ? text.active : text.inactive },
        ...(mayEdit ? [{ buttons: [{ text: each.isActive ? text.deactivate : text.activate, about: each.name, action: paths.use(each.id), version: String(each.version) }] }] : []),
      ]),
    }),
    controls: mayEdit ? [
      { select: select({
        name: 'code', label: text.code, required: true, value: typed.code, error: errors.code,
        options: [{ value: '', text: employeeText.choose }, ...deductions.filter(({ creditor }) => creditor === 'one' || creditor === 'named').map(({ code, name }) => ({ value: code, text: name }))],
      }) },
      { field: field({ name: 'payee', label: text.payee, hint: text.payeeHint, required: true, value: typed.payee, error: errors.payee, width: 'long', list: payeeChooser }) },
    ] : undefined,
  }
}
