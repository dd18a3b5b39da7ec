// A slip from draft to the hands of finance, and back (budget-and-receipts §4.5).
// Locks: the slip's row, then receipts by id, then the counter.
import { nextNumber, recordChange, stepStarter, type TrailValues } from '../../documents/index.ts'
import { maySignAlone, signsAlone } from '../../ledger/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { Forbidden, RuleBroken } from '../../platform/errors.ts'
import { isZero } from '../../platform/money.ts'
import { mustBeOpen, mustTakeSlips } from '../day-close/day-close.service.ts'
import { findIncomeTotals, findMoneyPlaces } from '../money-in/money-in.repository.ts'
import { cashOf } from '../money-in/money-in.ts'
import { numberName, paperName } from '../receipts.names.ts'
import { receiptsText } from '../receipts.text.ts'
import {
  findReceiptsOf, getStored, insertRemittance, lockReceipts, moveReceipts, moveRemittance, remittanceRows, setReceipts, updateRemittance,
  type StoredRemittance,
} from './remittance.repository.ts'
import { mayDo, remittanceLifecycle, totalOf, unfitness, type Remittance, type RemittanceCommand, type SlipReceipt } from './remittance.ts'

const { errors } = receiptsText
const kind = 'remittance'

const startStep = stepStarter({
  rows: remittanceRows, get: getStored, lifecycle: remittanceLifecycle, signsAlone,
  guard: (officer, slip, action) => { if (!mayDo(officer, slip, action)) throw new Forbidden(errors.notYours) },
})

export async function getRemittance(read: OfficerRead, organisationId: string, id: string): Promise<Remittance> {
  const stored = await getStored(read, organisationId, id)
  const slips = { organisationId, remittanceIds: [id] }
  const receipts = await findReceiptsOf(read, organisationId, id)
  return { ...stored, receipts, incomes: await findIncomeTotals(read, slips), places: await findMoneyPlaces(read, slips) }
}

/** The id of the draft; the same form sent twice gives the same one. */
export async function createRemittance(work: OfficerWork, command: RemittanceCommand & { formKey: string }): Promise<string> {
  const earlier = await remittanceRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const receipts = await mustFit(work, command, undefined)
  const id = await insertRemittance(work, command)
  await setReceipts(work, id, command.receiptIds)
  await mustPlaceCash(work, id, command)
  await recordChange(work, { kind, id, action: 'create', after: factsOf(command, receipts) })
  return id
}

export async function editRemittance(work: OfficerWork, id: string, command: RemittanceCommand & { version: number }): Promise<void> {
  const slip = await startStep(work, id, { action: 'edit', version: command.version })
  const receipts = await mustFit(work, command, slip)
  await updateRemittance(work, slip, command)
  await setReceipts(work, id, command.receiptIds)
  await mustPlaceCash(work, id, command)
  const before = { date: slip.slipDate, total: slip.total }
  await recordChange(work, { kind, id, action: 'edit', before, after: factsOf(command, receipts) })
}

async function mustFit(work: OfficerWork, command: RemittanceCommand, slip: StoredRemittance | undefined): Promise<SlipReceipt[]> {
  await mustTakeSlips(work, { date: command.slipDate, field: 'slipDate' })
  mustKeepYear(command, slip)
  await mustBeOwnAccount(work, command)
  const receipts = await lockReceipts(work, command.receiptIds)
  const known = new Map(receipts.map((receipt) => [receipt.id, receipt]))
  const wanted = { ...command, id: slip?.id, authorId: work.actor.userId }
  for (const id of command.receiptIds) {
    const receipt = known.get(id)
    const unfit = unfitness(receipt, wanted)
    if (unfit) throw new RuleBroken({ receiptIds: errors.unfit[unfit](receipt ? paperName(receipt.paper) : '') })
  }
  if (isZero(totalOf(receipts))) throw new RuleBroken({ receiptIds: errors.onlyCancelled })
  return receipts
}

/** A number once taken belongs to its fiscal year. */
function mustKeepYear(command: RemittanceCommand, slip: StoredRemittance | undefined): void {
  const hasMoved = slip && slip.number !== null && fiscalYearOf(command.slipDate) !== slip.fiscalYear
  if (hasMoved) throw new RuleBroken({ slipDate: errors.otherYear(numberName('RMT', slip)) })
}

async function mustBeOwnAccount(work: OfficerWork, { cashBankAccountId }: RemittanceCommand): Promise<void> {
  if (cashBankAccountId === null) return
  const own = await findBankAccounts(work, { activeOnly: true })
  if (!own.some((account) => account.id === cashBankAccountId)) throw new RuleBroken({ cashPlace: errors.bank })
}

/** Cash goes to a bank account or stays in the safe: somebody must have said which. */
async function mustPlaceCash(work: OfficerWork, id: string, { isCashPlaced }: RemittanceCommand): Promise<void> {
  if (isCashPlaced) return
  const places = await findMoneyPlaces(work, { organisationId: work.actor.organisationId, remittanceIds: [id] })
  if (!isZero(cashOf(places))) throw new RuleBroken({ cashPlace: errors.cashPlace })
}

function factsOf(command: RemittanceCommand, receipts: readonly SlipReceipt[]): TrailValues {
  const names = receipts.map((receipt) => paperName(receipt.paper)).join(', ')
  const recorders = [...new Set(receipts.map((receipt) => receipt.recorder))].join(', ')
  return { date: command.slipDate, total: totalOf(receipts), receipts: names, recorders }
}

/** Takes the number at the first submission; a slip that came back keeps it. */
export async function submitRemittance(work: OfficerWork, id: string, version: number): Promise<void> {
  const slip = await startStep(work, id, { action: 'submit', version })
  await mustTakeSlips(work, { date: slip.slipDate, field: '' })
  if (isZero(slip.total)) throw new RuleBroken(errors.onlyCancelled)
  const number = slip.number ?? await nextNumber(work, 'RMT', slip.fiscalYear)
  await moveRemittance(work, slip, { state: slip.next, number, submitted: true, returnReason: null })
  await moveReceipts(work, [id], { from: 'recorded', to: 'remitted' })
  const after = { number: numberName('RMT', { ...slip, number }), total: slip.total }
  await recordChange(work, { kind, id, action: 'submit', after })
}

/** Frees its receipts for another slip; a number already taken stays in the register. */
export async function cancelRemittance(work: OfficerWork, id: string, version: number): Promise<void> {
  const slip = await startStep(work, id, { action: 'cancel', version })
  await moveRemittance(work, slip, { state: slip.next })
  await setReceipts(work, id, [])
  await recordChange(work, { kind, id, action: 'cancel', before: { total: slip.total } })
}

/** Finance has counted the money. Never by who brought it, nor by who took any of it from a payer, but in a small unit, whose trail tells it. */
export async function receiveRemittance(work: OfficerWork, id: string, version: number): Promise<void> {
  const slip = await startStep(work, id, { action: 'receive', version })
  const receipts = await findReceiptsOf(work, slip.organisationId, id)
  const isOwn = receipts.some((receipt) => receipt.authorId === work.actor.userId)
  if (isOwn && !await maySignAlone(work)) throw new RuleBroken(errors.ownReceipts)
  await mustTakeSlips(work, { date: slip.slipDate, field: '' })
  await moveRemittance(work, slip, { state: slip.next, receivedBy: work.actor.userId })
  await recordChange(work, { kind, id, action: 'receive', after: { total: slip.total }, isAlone: slip.isAlone || isOwn })
}

export async function returnRemittance(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const slip = await startStep(work, id, { action: 'return', version: form.version })
  if (slip.summary) throw new RuleBroken(errors.inSummary(numberName('RSV', slip.summary)))
  await mustBeOpen(work, { date: slip.slipDate, field: '' })
  await moveRemittance(work, slip, { state: slip.next, returnReason: form.reason, receivedBy: null })
  await moveReceipts(work, [id], { from: 'remitted', to: 'recorded' })
  await recordChange(work, { kind, id, action: 'return', reason: form.reason })
}
