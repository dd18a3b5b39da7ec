// A claim as it is keyed, held against budget, chart, registers and the rules of tax; and the draft that is made of it.
import { findBudgetLines, budgetLineName, getBudgetNames, readBudgetLine, type LineWithBalance } from '../../budget/index.ts'
import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { accountsOfRoles, judgeJournalLines, type TypedJournalLine } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { readBaht, sum, zero, type Money } from '../../platform/money.ts'
import { findDepartments, saveUnitKey } from '../../registers/index.ts'
import { claimKindCodes, claimKinds, mayBeKeptBack, namesUnit, type ClaimKind } from '../claim-kind/claim-kind.ts'
import { findSentTo } from '../claim-lines/claim-lines.repository.ts'
import { isBlankRow, judgeRows, type KnownLines, type TypedRow } from '../claim-lines/claim-lines.ts'
import { dayFaults } from '../claim-origins.ts'
import { claimRows, getClaim, insertClaim, updateClaim } from '../claim/claim.repository.ts'
import { asEdited, channels, claimLifecycle, claimSource, totalsOf, type Claim, type ClaimCommand, type ClaimDeduction, type ClaimLine } from '../claim/claim.ts'
import { findSameBill } from '../claim-step/claim-step.repository.ts'
import { submitClaim, twinName } from '../claim-step/claim-step.service.ts'
import { faultsOf, referenceFaults, taxFaults } from '../claim-step/claim-step.ts'
import { judgeRefund, type CollectedReceipt } from '../claim-refund/claim-refund.ts'
import { findCollected } from '../claim-refund/claim-refund.service.ts'
import { standingFaults } from '../claim-standing/claim-standing.service.ts'
import { claimText } from '../claim.text.ts'
import { findWithholdingRules, getRate } from '../deduction/deduction.repository.ts'
import { deduct, rulesFor } from '../deduction/deduction.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { chosenAccount } from '../payee-account/payee-account.service.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'
import { onlyMeant, payeeText, type PayeeMeant } from '../payee-meant/payee-meant.ts'
import { readPeople, usualRule, withheldLine, type People, type Reckoned } from './claim-form.ts'
import { type ClaimInput } from './claim-form.schema.ts'

const { errors } = claimText
const mostLinesOfAYear = 20_000
const longestTitle = 300

export async function reckon(read: OfficerRead, input: ClaimInput, { kind, claimId }: { readonly kind: ClaimKind; readonly claimId: string | undefined }): Promise<Reckoned> {
  const on = readThaiDate(input.documentDate) ?? read.today
  const known = await findKnownLines(read, { rows: input.rows, kind, on })
  const payee = await payeeIn(read, input)
  const account = await accountIn(read, input, payee.payee?.id ?? null)
  const receipt = kind === 'C9' ? await findCollected(read, { named: input.receipt, on, claimId }) : undefined
  const lines = receipt === undefined ? await linesIn(read, input, known) : refundIn(input, receipt)
  const others = await deductionsIn(read, input, on)
  const tax = await taxOf(read, { input, kind, on, payee: payee.payee, lines: lines.lines, others: others.deductions })
  const people = readPeople(claimKinds[kind].payees === 'one' ? '' : input.pasted)
  const command: ClaimCommand = {
    ...headOf(input, { kind, on }), receiptId: typeof receipt === 'object' ? receipt.id : null, payeeId: payee.payee?.id ?? null, payeeAccountId: account.id, sourceCode: lines.sourceCode, withholdingRule: input.rule === '' ? null : input.rule,
    lines: lines.lines, deductions: [...withheldLine(tax.rule, tax.figures), ...others.deductions], payees: people.payees,
  }
  const faults = {
    ...await headFaults(read, input, command), ...payee.faults, ...account.faults, ...tax.faults, ...await standingAt(read, input.rows, { ...command, id: claimId }), ...lines.faults, ...others.faults, ...peopleFaults(people),
  }
  return { kind, on, receipt: typeof receipt === 'object' ? receipt : undefined, payee: payee.payee, rules: tax.rules, known, command, figures: tax.figures, faults: { ...faultsUnless(faults, command, read), ...faults } }
}

/** Lines in their order stand in the rows that are not blank. */
async function standingAt(read: OfficerRead, rows: readonly TypedRow[], claim: ClaimCommand & { readonly id: string | undefined }): Promise<FieldErrors> {
  const places = rows.flatMap((row, index) => (isBlankRow(row) ? [] : [index]))
  const faults = await standingFaults(read, claim)
  return Object.fromEntries(Object.entries(faults).map(([name, message]) => [name.replace(/[0-9]+/, (line) => String(places[Number(line)] ?? line)), message]))
}

/** What only makes sense once every cell was read. */
function faultsUnless(faults: FieldErrors, command: ClaimCommand, read: OfficerRead): FieldErrors {
  const whole = { ...taxFaults(command), ...faultsOf(command, read.today) }
  const isRead = Object.keys(faults).every((name) => !/^(lines|deductions|pasted)/.test(name))
  return isRead ? whole : {}
}

function headOf(input: ClaimInput, { kind, on }: { readonly kind: ClaimKind; readonly on: CalendarDate }): Omit<ClaimCommand, 'lines' | 'deductions' | 'payees' | 'payeeId' | 'payeeAccountId' | 'sourceCode' | 'withholdingRule'> {
  return {
    kind, claimDate: on, departmentId: input.department === '' ? null : input.department, channel: channels.find((each) => each === input.channel) ?? null,
    title: input.title, invoiceNumber: input.invoiceNumber, invoiceDate: readThaiDate(input.invoiceDate) ?? null, vat: input.vat === 'included' ? 'included' : 'none',
    orderTotal: readBaht(input.orderTotal) ?? null, contractId: null, loanId: null, receiptId: null, approvalReference: input.approvalReference, remark: input.remark,
    duplicateReason: input.duplicateReason,
  }
}

async function headFaults(read: OfficerRead, input: ClaimInput, command: ClaimCommand): Promise<FieldErrors> {
  const { title, departmentId } = command
  const departments = await findDepartments(read, read.actor.organisationId)
  const isKnown = departments.some(({ id, isActive }) => isActive && id === departmentId) || (departments.length === 0 && departmentId === null)
  const wrongDay = (text: string) => text !== '' && readThaiDate(text) === undefined
  return {
    ...(!isKnown && { department: errors.department }), ...((title === '' || title.length > longestTitle) && { title: errors.title }),
    ...((input.documentDate === '' || wrongDay(input.documentDate)) && { documentDate: errors.date }), ...(wrongDay(input.invoiceDate) && { invoiceDate: errors.date }),
    ...(input.orderTotal !== '' && readBaht(input.orderTotal) === undefined && { orderTotal: errors.amount }),
    ...tooLong(input, 'invoiceNumber', 100), ...tooLong(input, 'remark', 500), ...tooLong(input, 'duplicateReason', 300), ...tooLong(input, 'approvalReference', 200), ...referenceFaults(command),
  }
}

function tooLong(input: ClaimInput, name: 'invoiceNumber' | 'remark' | 'duplicateReason' | 'approvalReference', most: number): FieldErrors {
  return input[name].length > most ? { [name]: errors.tooLong(String(most)) } : {}
}

function peopleFaults({ faults }: People): FieldErrors {
  return faults.length === 0 ? {} : { pasted: faults.slice(0, 10).join(' · ') }
}

async function payeeIn(read: OfficerRead, { payee: typed }: ClaimInput): Promise<{ payee: PayeeMeant | undefined; faults: FieldErrors }> {
  if (typed === '') return { payee: undefined, faults: {} }
  const found = await findPayeesMeant(read, typed)
  const payee = onlyMeant(found, typed)
  if (payee) return { payee, faults: {} }
  return { payee, faults: { payee: found.length === 0 ? errors.noPayee : errors.manyPayees(found.slice(0, 5).map(payeeText).join(' · ')) } }
}

async function accountIn(read: OfficerRead, { payeeAccount, channel }: ClaimInput, payeeId: string | null): Promise<{ readonly id: string | null; readonly faults: FieldErrors }> {
  const found = await chosenAccount(read, { payeeId, chosen: payeeAccount, isTransferred: channel === 'transfer' })
  return 'wrong' in found ? { id: null, faults: { payeeAccount: found.wrong } } : { id: found.id, faults: {} }
}

export interface AskedLines {
  readonly rows: readonly TypedRow[]
  readonly kind: ClaimKind
  readonly on: CalendarDate
}

/** Lines of the day's year with what is left of them, and the accounts of those that were typed. */
export async function findKnownLines(read: OfficerRead, { rows, kind, on }: AskedLines): Promise<KnownLines> {
  const { organisationId } = read.actor
  const fiscalYear = fiscalYearOf(on)
  const lines = claimKinds[kind].budget === 'none' ? [] : await findBudgetLines(read, { organisationId, fiscalYear }, mostLinesOfAYear)
  const meant = rows.map((row) => readBudgetLine(lines, row.line)).flatMap((line) => (typeof line === 'string' ? [] : [line.economicCode]))
  const { classes } = await getBudgetNames(read, organisationId, fiscalYear)
  const accounts = await findExpenseAccounts(read, { itemCodes: [...new Set(meant)], fiscalYear })
  return { kind, on, lines, classes, accounts, units: namesUnit(kind, read.actor.organisationKind) ? await findSentTo(read) : [] }
}

interface FoundLines {
  readonly lines: readonly ClaimLine[]
  readonly faults: FieldErrors
  readonly sourceCode: string | null
}

/** On lines of the budget, or on accounts where money of others is paid out. */
async function linesIn(read: OfficerRead, { rows }: ClaimInput, known: KnownLines): Promise<FoundLines> {
  const isBeyond = claimKinds[known.kind].budget === 'none' || (claimKinds[known.kind].budget === 'either' && rows.every((row) => row.line === ''))
  if (!isBeyond) return judgeRows(rows, known)
  const { lines, faults } = await judgeAccounts(read, { rows, on: known.on, cells: 'lines' })
  const { accounts: allowed } = claimKinds[known.kind]
  const wrong = Object.fromEntries(lines.flatMap(({ accountCode, row }) => (
    allowed?.some((prefix) => accountCode.startsWith(prefix)) ? [] : [[`lines.${row}.account`, errors.accountOfKind]])))
  const none = lines.length === 0 && Object.keys(faults).length === 0 ? { 'lines.0.account': errors.noLines } : {}
  return { lines: lines.map(({ row: _row, ...line }) => line), faults: { ...faults, ...wrong, ...none }, sourceCode: null }
}

/** Lines of the receipt; without one there is nothing to judge them by. */
function refundIn({ rows }: ClaimInput, receipt: CollectedReceipt | string): FoundLines {
  return typeof receipt === 'string' ? { lines: [], faults: { receipt }, sourceCode: null } : { ...judgeRefund(rows, receipt), sourceCode: null }
}

interface AccountRows {
  readonly rows: readonly TypedRow[]
  readonly on: CalendarDate
  readonly cells: 'lines' | 'deductions'
}

/** Account and key as the journals read them; the amount is what they call debit. */
async function judgeAccounts(read: OfficerRead, { rows, on, cells }: AccountRows): Promise<{ lines: (ClaimLine & { row: number })[]; faults: FieldErrors }> {
  const typed = rows.map((row): TypedJournalLine => ({ account: row.account, key: row.key, counterparty: row.unit, debit: row.amount, credit: '', memo: row.description }))
  const { lines, faults } = await judgeJournalLines(read, { rows: typed, fiscalYear: fiscalYearOf(on), isOpening: false })
  const places = rows.flatMap((row, index) => (isBlankRow(row) || Object.keys(faults).some((name) => name.startsWith(`lines.${index}.`)) ? [] : [index]))
  return {
    lines: lines.map((line, index) => ({
      row: places[index] ?? 0, budgetLineId: null, accountCode: line.accountCode, subKey: line.subKey, counterpartyId: line.counterpartyId, fundCode: null, revenueCode: null,
      description: line.memo, amount: line.amount, source: null,
    })),
    faults: Object.fromEntries(Object.entries(faults).map(([name, message]) => [name.replace(/^lines/, cells).replace(/debit$|credit$/, 'amount').replace(/memo$/, 'description').replace(/counterparty$/, 'unit'), message])),
  }
}

async function deductionsIn(read: OfficerRead, { deductions: rows }: ClaimInput, on: CalendarDate): Promise<{ deductions: ClaimDeduction[]; faults: FieldErrors }> {
  if (rows.every(isBlankRow)) return { deductions: [], faults: {} }
  const { lines, faults } = await judgeAccounts(read, { rows, on, cells: 'deductions' })
  const { 'staff-advance': loan = '' } = await accountsOfRoles(read, fiscalYearOf(on))
  const wrong = lines.flatMap(({ accountCode, row }) => (accountCode === loan || mayBeKeptBack(accountCode) ? [] : [[`deductions.${row}.account`, errors.deductionAccount] as const]))
  return { faults: { ...faults, ...Object.fromEntries(wrong) }, deductions: lines.map(({ accountCode, subKey, description, amount }) => (
    { kind: accountCode === loan ? 'loan' : 'deposit', accountCode, subKey, description, base: null, rate: null, ruleCode: null, amount })) }
}

interface AskedTax {
  readonly input: ClaimInput
  readonly kind: ClaimKind
  readonly on: CalendarDate
  readonly payee: PayeeMeant | undefined
  readonly lines: readonly ClaimLine[]
  readonly others: readonly ClaimDeduction[]
}

/** Money of others that is paid out, and money to own units, is nobody's income. Of a batch the tax of each was reckoned elsewhere: a progressive rule, its sum typed. */
async function taxOf(read: OfficerRead, { input, kind, on, payee, lines, others }: AskedTax) {
  const isBatch = claimKinds[kind].payees !== 'one' && input.payee === '' && input.pasted !== ''
  const isTaxed = (payee !== undefined || isBatch) && kind !== 'C8' && kind !== 'C9' && kind !== 'C13'
  const known = isTaxed ? rulesFor(await findWithholdingRules(read), { kind: payee?.kind ?? 'individual', on }) : []
  const rules = isBatch ? known.filter(({ rate, accountCode }) => rate === null && accountCode !== null) : known
  const rule = input.rule === '' ? usualRule(rules, { kind, payee }) : rules.find(({ code }) => code === input.rule)
  const typedTax = readBaht(input.typedTax)
  const gross: Money = sum(lines.map(({ amount }) => amount))
  const figures = deduct({
    gross, vat: input.vat === 'included' ? 'included' : 'none', vatPercent: await getRate(read, 'vat-percent', on), rule, orderTotal: readBaht(input.orderTotal) ?? null,
    typedTax: typedTax ?? zero, others: others.map(({ amount }) => amount),
  })
  const faults = {
    ...(isTaxed && input.rule !== '' && !rule && { rule: errors.rule }),
    ...(rule?.rate === null && (typedTax === undefined || typedTax < 0n || typedTax > gross) && { typedTax: errors.typedTax }),
  }
  return { rules, rule, figures, faults }
}

/** The kind named in the address or in the form, of those a clerk may key. */
export function keyedKind(text: string | undefined): ClaimKind | undefined {
  return claimKindCodes.find((code) => code === text && claimKinds[code].isKeyed)
}

/** The id of the draft; the same form sent twice gives the same one. */
export async function createClaim(work: OfficerWork, input: ClaimInput, { formKey, isSubmitted }: { readonly formKey: string; readonly isSubmitted: boolean }): Promise<string> {
  const earlier = await claimRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const command = await soundCommand(work, input, undefined)
  const id = await insertClaim(work, { ...command, origin: null, formKey })
  const { gross, net } = totalsOf(command)
  await recordChange(work, { kind: claimSource, id, action: 'create', after: { title: command.title, gross, net } })
  if (isSubmitted) await submitClaim(work, id, 1)
  return id
}

export async function editClaim(work: OfficerWork, id: string, form: { readonly input: ClaimInput; readonly version: number; readonly isSubmitted: boolean }): Promise<void> {
  await claimRows.lock(work, id)
  const claim = await getClaim(work, work.actor.organisationId, id)
  mustBeCurrent(claim, form.version)
  claimLifecycle.step(work.actor, asEdited(claim), 'edit')
  const command = claim.origin === null ? await soundCommand(work, form.input, claim) : await headChanged(work, form.input, claim)
  await updateClaim(work, claim, command)
  const before = { title: claim.title, gross: claim.gross, net: claim.net }
  const { gross, net } = totalsOf(command)
  await recordChange(work, { kind: claimSource, id, action: 'edit', before, after: { title: command.title, gross, net } })
  if (form.isSubmitted) await submitClaim(work, id, form.version + 1)
}

/** A number once given stays in its year and with its department; lines of another document stay in its year. */
function keptFaults(command: ClaimCommand, claim: Claim | undefined): FieldErrors {
  if (!claim || (claim.number === null && claim.origin === null)) return {}
  const ofYear = claim.number === null ? errors.originYear : errors.otherYear
  return {
    ...(fiscalYearOf(command.claimDate) !== claim.fiscalYear && { documentDate: ofYear(String(claim.fiscalYear)) }),
    ...(claim.number !== null && command.departmentId !== claim.departmentId && { department: errors.keptDepartment }),
  }
}

async function soundCommand(work: OfficerWork, input: ClaimInput, claim: Claim | undefined): Promise<ClaimCommand> {
  const kind = keyedKind(input.kind)
  if (!kind) throw new RuleBroken({ kind: errors.kind })
  const { command, faults, known } = await reckon(work, input, { kind, claimId: claim?.id })
  await mustBeSound(work, { ...faults, ...keptFaults(command, claim) }, { ...command, id: claim?.id })
  for (const unit of known.units.filter(({ id }) => command.lines.some(({ counterpartyId }) => counterpartyId === id))) await saveUnitKey(work, unit)
  return command
}

/** What another desk drafted keeps its lines; when, by whom and how it is claimed is the department's. */
async function headChanged(work: OfficerWork, input: ClaimInput, claim: Claim): Promise<ClaimCommand> {
  const head = headOf(input, { kind: claim.kind, on: readThaiDate(input.documentDate) ?? claim.claimDate })
  const { departmentId, claimDate, channel, title, invoiceNumber, invoiceDate, remark, duplicateReason } = head
  const account = await accountIn(work, input, claim.payeeId)
  const command = { ...claim, payeeAccountId: account.id, departmentId, claimDate, channel, title, invoiceNumber, invoiceDate, remark, duplicateReason }
  const faults = { ...await headFaults(work, input, command), ...account.faults, ...faultsOf(command, work.today), ...await dayFaults(work, { ...claim, claimDate }), ...keptFaults(command, claim) }
  await mustBeSound(work, faults, command)
  return command
}

/** W_DUP_INVOICE: a bill that was claimed before wants a reason. */
export async function sameBillFaults(read: OfficerRead, command: ClaimCommand & { readonly id?: string | undefined }): Promise<FieldErrors> {
  const [twin] = command.duplicateReason === '' ? await findSameBill(read, command) : []
  return twin ? { duplicateReason: errors.sameBill(twinName(twin)) } : {}
}

async function mustBeSound(work: OfficerWork, faults: FieldErrors, command: Parameters<typeof sameBillFaults>[1]): Promise<void> {
  const refused = { ...faults, ...await sameBillFaults(work, command) }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
}

/** Names of the control lines of a stored claim. */
export async function namesOfLines(read: OfficerRead, claim: Claim): Promise<ReadonlyMap<string, string>> {
  if (claim.lines.every(({ budgetLineId }) => budgetLineId === null)) return new Map()
  const lines: LineWithBalance[] = await findBudgetLines(read, { organisationId: claim.organisationId, fiscalYear: claim.fiscalYear }, mostLinesOfAYear)
  return new Map(lines.map((line) => [line.id, budgetLineName(line)]))
}
