// The form of a claim as finished strings, in the order of the paper: who asks, for whom, on which lines, what is deducted.
import { budgetLineList, budgetLineOptions, readBudgetLine } from '../../budget/index.ts'
import { accountChooser, keyChooser } from '../../ledger/index.ts'
import { fiscalYearOf, formatThaiDateField } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, lineEditor, money, refusals, select, type Control, type EditorColumn, type ErrorSummary, type LineEditor, type Option, type PageHeader, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { readPercent } from '../../platform/percent.ts'
import { type Department } from '../../registers/index.ts'
import { claimKindCodes, claimKinds, type ClaimKind } from '../claim-kind/claim-kind.ts'
import { channels, type Claim } from '../claim/claim.ts'
import { claimText as text } from '../claim.text.ts'
import { type WithholdingRule } from '../deduction/deduction.ts'
import { claimPaths as paths } from '../expenditure.paths.ts'
import { accountName, type PayeeAccount } from '../payee-account/payee-account.ts'
import { payeeChooser } from '../payee-meant/payee-meant.ts'
import { accountText, choicesOf } from '../expense-account/expense-account.ts'
import { type ClaimInput } from './claim-form.schema.ts'
import { usualRule, type Reckoned } from './claim-form.ts'

const { fields, lines: words } = text
const accountList = 'claim-accounts'

export interface ClaimFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly kind: string
  readonly fiscalYear: string
  readonly head: readonly Control[]
  readonly bill: readonly Control[]
  readonly editors: readonly LineEditor[]
  readonly people: Control | undefined
  /** Many people are the rule of this kind, or were pasted: their box stands open. */
  readonly hasPeople: boolean
  readonly foot: readonly Control[]
  readonly figures: SummaryList
  readonly words: { readonly reckon: string; readonly save: string; readonly submit: string }
}

export interface FormChoices {
  readonly reckoned: Reckoned
  readonly departments: readonly Department[]
  /** Of the payee that was typed: those money may go to now. */
  readonly accounts: readonly PayeeAccount[]
  readonly claim: Claim | undefined
  readonly more: number | undefined
}

export function formPage(input: ClaimInput, choices: FormChoices, errors: FieldErrors = {}): ClaimFormPage {
  const { claim, reckoned } = choices
  const title = `${claim ? text.editTitle : text.newTitle} · ${text.kinds[reckoned.kind]}`
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: claim ? paths.edit(claim.id) : paths.new, cancelHref: claim ? paths.show(claim.id) : paths.list, formKey: input.formKey, version: input.version, kind: reckoned.kind,
    fiscalYear: String(fiscalYearOf(reckoned.on)), head: headControls(input, choices, errors), bill: billControls(input, choices, errors),
    editors: isDrafted(choices) ? [] : editorsOf(input, choices, errors), people: isDrafted(choices) ? undefined : peopleControl(input, reckoned.kind, errors),
    hasPeople: claimKinds[reckoned.kind].payees === 'batch' || input.pasted !== '' || errors.pasted !== undefined,
    foot: footControls(input, reckoned.kind, errors), figures: figuresOf(choices), words: { reckon: text.reckon, save: text.saveDraft, submit: text.saveAndSubmit },
  }
}

/** Money of others, a refund of income, money to an own unit: nobody's income, so nothing is withheld. */
function isUndeducted(kind: ClaimKind): boolean {
  return kind === 'C8' || kind === 'C9' || kind === 'C13'
}

/** Its lines come from another document. */
function isDrafted({ claim }: FormChoices): boolean {
  return claim !== undefined && claim.origin !== null
}

function headControls(input: ClaimInput, { departments, reckoned, claim, accounts }: FormChoices, errors: FieldErrors): Control[] {
  const { payees } = claimKinds[reckoned.kind]
  const options = [{ value: '', text: text.choose }, ...departments.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, text: name }))]
  const by = [{ value: '', text: text.choose }, ...channels.map((channel) => ({ value: channel, text: text.channels[channel] }))]
  const payee = { name: 'payee', label: fields.payee, hint: fields.payeeHint, value: input.payee, error: errors.payee, width: 'full', list: payeeChooser } as const
  return [
    ...(departments.length === 0 ? [] : [{ select: select({ name: 'department', label: fields.department, options, value: input.department, error: errors.department, required: true }) }]),
    { date: date({ name: 'documentDate', label: fields.documentDate, value: input.documentDate, error: errors.documentDate, required: true }) },
    ...(reckoned.kind === 'C9' ? [{ field: field({ name: 'receipt', label: fields.receipt, hint: fields.receiptHint, value: input.receipt, error: errors.receipt, required: true, maxLength: 40 }) }] : []),
    ...(payees === 'batch' || claim?.origin ? [] : [{ field: field({ ...payee, required: payees === 'one' }) }]),
    { field: field({ name: 'title', label: fields.title, value: input.title, error: errors.title, required: true, width: 'full', maxLength: 300 }) },
    { select: select({ name: 'channel', label: fields.channel, options: by, value: input.channel, error: errors.channel }) },
    ...accountControl(input, accounts, errors),
  ]
}

/** Known once the payee is: without script after the figures were asked for. */
function accountControl(input: ClaimInput, accounts: readonly PayeeAccount[], errors: FieldErrors): Control[] {
  if (accounts.length === 0 && input.payeeAccount === '' && errors.payeeAccount === undefined) return []
  const options = [{ value: '', text: text.choose }, ...accounts.map((account) => ({ value: account.id, text: accountName(account) }))]
  return [{ select: select({ name: 'payeeAccount', label: fields.payeeAccount, hint: fields.payeeAccountHint, options, value: input.payeeAccount, error: errors.payeeAccount, width: 'full' }) }]
}

function billControls(input: ClaimInput, { reckoned, claim }: FormChoices, errors: FieldErrors): Control[] {
  const { kind, rules } = reckoned
  const isDone = claim !== undefined && claim.origin !== null
  const bill = [
    { field: field({ name: 'invoiceNumber', label: fields.invoiceNumber, value: input.invoiceNumber, error: errors.invoiceNumber, maxLength: 100 }) },
    { date: date({ name: 'invoiceDate', label: fields.invoiceDate, value: input.invoiceDate, error: errors.invoiceDate }) },
    ...(input.duplicateReason !== '' || errors.duplicateReason !== undefined
      ? [{ field: field({ name: 'duplicateReason', label: fields.duplicateReason, value: input.duplicateReason, error: errors.duplicateReason, width: 'full', maxLength: 300 }) }] : []),
  ]
  if (isDone || isUndeducted(kind)) return bill
  const vat = (['none', 'included'] as const).map((value) => ({ value, text: text.vat[value] }))
  const isOwed = reckoned.payee === undefined || usualRule(rules, reckoned) !== undefined
  const rule = [{ value: '', text: isOwed ? text.usualRule : text.noUsualRule }, ...rules.map((each) => ({ value: each.code, text: text.rule(each.incomeType, rateText(each)) }))]
  return [
    ...bill, { select: select({ name: 'vat', label: fields.vat, options: vat, value: input.vat || 'none', error: errors.vat }) },
    { select: select({ name: 'rule', label: fields.rule, options: rule, value: input.rule, error: errors.rule, width: 'long' }) },
    { money: money({ name: 'orderTotal', label: fields.orderTotal, hint: fields.orderTotalHint, value: input.orderTotal, error: errors.orderTotal }) },
    ...(rules.some(({ rate }) => rate === null) ? [{ money: money({ name: 'typedTax', label: fields.typedTax, value: input.typedTax, error: errors.typedTax }) }] : []),
  ]
}

function rateText({ rate }: WithholdingRule): string {
  return rate === null ? text.progressive : text.percent(readPercent(rate) ?? rate)
}

function editorsOf(input: ClaimInput, choices: FormChoices, errors: FieldErrors): LineEditor[] {
  const { kind, known } = choices.reckoned
  const addRows = { name: 'moreLines', value: '3', label: words.more }
  const amount = { name: 'amount', label: words.amount, kind: 'money', isTotalled: true } as const
  const description = { name: 'description', label: words.description, kind: 'text' } as const
  const account = { name: 'account', label: words.plainAccount, kind: 'text', list: accountChooser.id } as const
  const key = { name: 'key', label: words.key, kind: 'text', list: keyChooser.id } as const
  const total = formatMoney(sum(choices.reckoned.command.lines.map((line) => line.amount)))
  const lists = [accountChooser, keyChooser]
  const blanks = (rows: readonly unknown[], least: number) => choices.more ?? Math.max(1, least - rows.length)
  const lines = { name: 'lines', caption: words.caption, errors, blankRows: blanks(input.rows, 3), totals: { amount: total }, addRows }
  if (kind === 'C9') return [lineEditor({ ...lines, ...refundEditor(input, choices.reckoned), columns: [...refundColumns, description, amount] })]
  const unit = known.units.length === 0 ? [] : [unitColumn(known)]
  return [
    lineEditor(claimKinds[kind].budget === 'none'
      ? { ...lines, columns: [account, key, ...unit, description, amount], rows: input.rows.map((row) => ({ ...row })), lists }
      : {
        ...lines, columns: [...budgetColumns(kind, known), description, amount], rows: input.rows.map((row) => ({ ...row, account: namedAccount(row.account, known), available: availableIn(row.line, known) })),
        lists: [{ id: budgetLineList, options: budgetLineOptions(known.lines) }, { id: accountList, options: accountOptions(choices.reckoned) }],
      }),
    ...(isUndeducted(kind) ? [] : [lineEditor({
      name: 'deductions', caption: words.deductions, columns: [account, key, description, amount], errors, rows: input.deductions.map((row) => ({ ...row })),
      blankRows: blanks(input.deductions, 1), addRows, lists: claimKinds[kind].budget === 'none' ? [] : lists,
    })]),
  ]
}

/** A code alone says little: its name follows it in the box. */
function namedAccount(typed: string, { accounts }: Reckoned['known']): string {
  const account = [...accounts.values()].flatMap(choicesOf).find(({ code }) => code === typed)
  return account ? accountText(account) : typed
}

/** What the server knows of the typed line; script asks anew when it changes. */
function availableIn(typed: string, { lines }: Reckoned['known']): string {
  const line = readBudgetLine(lines, typed)
  return typeof line === 'string' ? '' : formatMoney(line.balance.available)
}

const receiptLines = 'receipt-lines'
const refundColumns: readonly EditorColumn[] = [
  { name: 'account', label: words.receiptLine, kind: 'text', list: receiptLines }, { name: 'available', label: words.returnable, kind: 'output' },
]

/** Lines of the receipt by name, each with what may still go back. */
function refundEditor({ rows }: ClaimInput, { receipt }: Reckoned) {
  const lines = receipt?.lines ?? []
  return {
    rows: rows.map((row) => {
      const line = lines.find(({ number, name }) => row.account === number || row.account === name)
      return { ...row, account: line?.name ?? row.account, available: line ? formatMoney(line.left) : '' }
    }),
    lists: [{ id: receiptLines, options: lines.filter(({ isIncome }) => isIncome).map(({ name, left }) => ({ value: name, text: formatMoney(left) })) }],
  }
}

function unitColumn({ units }: Reckoned['known']): EditorColumn {
  return { name: 'unit', label: words.unit, kind: 'text', options: [{ value: '', text: text.choose }, ...units.map(({ id, name }) => ({ value: id, text: name }))] }
}

function budgetColumns(kind: ClaimKind, known: Reckoned['known']): EditorColumn[] {
  return [
    { name: 'line', label: words.line, kind: 'text', list: budgetLineList },
    { name: 'available', label: words.available, kind: 'output', ask: paths.available, of: 'line' },
    kind === 'C13' ? unitColumn(known) : { name: 'account', label: words.account, kind: 'text', list: accountList },
    ...(claimKinds[kind].budget === 'either' ? [{ name: 'key', label: words.key, kind: 'text' as const, list: keyChooser.id }] : []),
  ]
}

/** What the items of the typed lines may be booked to. */
function accountOptions({ known }: Reckoned): Option[] {
  return [...known.accounts.values()].flatMap(choicesOf).map((account) => ({ value: accountText(account), text: '' }))
}

function peopleControl(input: ClaimInput, kind: ClaimKind, errors: FieldErrors): Control | undefined {
  if (claimKinds[kind].payees === 'one') return undefined
  return { field: field({ name: 'pasted', label: fields.pasted, hint: fields.pastedHint, value: input.pasted, error: errors.pasted, rows: 5, width: 'full', required: claimKinds[kind].payees === 'batch' }) }
}

function footControls(input: ClaimInput, kind: ClaimKind, errors: FieldErrors): Control[] {
  const { needsReference } = claimKinds[kind]
  const reference = { name: 'approvalReference', label: fields.approvalReference, hint: needsReference === 'earlier-year' ? fields.referenceHint : undefined, required: needsReference === 'always', value: input.approvalReference, error: errors.approvalReference, maxLength: 200, width: 'full' } as const
  return [
    ...(needsReference ? [{ field: field(reference) }] : []),
    { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 500, width: 'full' }) },
  ]
}

/** As of what was typed: what the payee will get. */
function figuresOf({ reckoned, claim }: FormChoices): SummaryList {
  const isDone = claim !== undefined && claim.origin !== null
  const { command, figures } = reckoned
  const rows = isDone
    ? { gross: claim.gross, deducted: claim.deducted, net: claim.net }
    : { gross: sum(command.lines.map(({ amount }) => amount)), ...(isUndeducted(reckoned.kind) ? {} : { base: figures.base, withholding: figures.withholding, others: figures.others }), net: figures.net }
  return { items: Object.entries(rows).map(([name, amount]) => ({ label: labelOf(name), text: formatMoney(amount), isMoney: true })) }
}

function labelOf(name: string): string {
  return Object.entries(text.figures).find(([key]) => key === name)?.[1] ?? name
}

export interface KindsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly kinds: readonly { readonly text: string; readonly hint: string; readonly href: string }[]
}

/** Kinds a clerk may key; the others come from their own documents. */
export function kindsPage(): KindsPage {
  const hints: Readonly<Partial<Record<ClaimKind, string>>> = text.kindHints
  return {
    title: text.chooseTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }], pageHeader: { title: text.chooseTitle },
    kinds: claimKindCodes.filter((code) => claimKinds[code].isKeyed).map((code) => ({ text: text.kinds[code], hint: hints[code] ?? '', href: paths.newOf(code) })),
  }
}

export function blankInput(kind: ClaimKind, given: { readonly blank: ClaimInput; readonly today: Parameters<typeof formatThaiDateField>[0]; readonly department: string }): ClaimInput {
  return { ...given.blank, kind, vat: 'none', documentDate: formatThaiDateField(given.today), department: given.department }
}
