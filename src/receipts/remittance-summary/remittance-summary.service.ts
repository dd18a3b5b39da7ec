// A day summed up, confirmed, posted; and undone (budget-and-receipts §4.6, §4.3).
// Locks: summary → slips by day → receipts with cheques by id → budget lines → counters → month and balances.
import { nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { postVoucher, reverseVoucher, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { tellBudget, untellBudget } from '../day-budget/day-budget.service.ts'
import { mustNotBeSigned, mustTakeSlips } from '../day-close/day-close.service.ts'
import { findIncomeTotals, findMoneyPlaces } from '../money-in/money-in.repository.ts'
import { numberName } from '../receipts.names.ts'
import { receiptsPosting } from '../receipts.posting.ts'
import { receiptsText } from '../receipts.text.ts'
import { findSlipsOf, moveReceipts } from '../remittance/remittance.repository.ts'
import { mustNotBeClaimedBack } from '../receipt/receipt.service.ts'
import { mustStillBeThere } from '../still-there/still-there.service.ts'
import { findBouncedOf } from '../returned-cheque/returned-cheque.repository.ts'
import {
  findStanding, getStored, insertSummary, moveSlips, moveSummary, summaryRows, takeSlips, type StoredSummary,
} from './remittance-summary.repository.ts'
import { postingFacts, summaryLifecycle, type Summary, type SummaryCommand } from './remittance-summary.ts'

const { errors } = receiptsText
const kind = 'remittance-summary'

const startStep = stepStarter({ rows: summaryRows, get: getStored, lifecycle: summaryLifecycle, signsAlone })

export async function getSummary(read: OfficerRead, organisationId: string, id: string): Promise<Summary> {
  return withSlips(read, await getStored(read, organisationId, id))
}

async function withSlips(read: OfficerRead, stored: StoredSummary): Promise<Summary> {
  const { organisationId, id } = stored
  const slips = await findSlipsOf(read, { organisationId, summaryId: id })
  const ofSlips = { organisationId, remittanceIds: slips.map((slip) => slip.id) }
  return {
    ...stored, slips, incomes: await findIncomeTotals(read, ofSlips), places: await findMoneyPlaces(read, ofSlips),
    late: stored.state === 'draft' ? await findSlipsOf(read, { organisationId, waitingOn: stored.summaryDate, state: 'received' }) : [],
  }
}

/** The id of the draft, which takes all received slips of the day; the same form sent twice gives the same one. */
export async function prepareSummary(work: OfficerWork, command: SummaryCommand & { formKey: string }): Promise<string> {
  const earlier = await summaryRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  await mustTakeSlips(work, { date: command.summaryDate, field: 'summaryDate' })
  const standing = await findStanding(work, command.summaryDate)
  const day = formatThaiDate(command.summaryDate)
  if (standing) throw new RuleBroken({ summaryDate: errors.dayHasSummary(day, numberName('RSV', standing)) })
  const id = await insertSummary(work, command)
  const taken = await takeSlips(work, { id, summaryDate: command.summaryDate })
  if (taken === 0) throw new RuleBroken({ summaryDate: errors.noSlip })
  await recordChange(work, { kind, id, action: 'create', after: { date: command.summaryDate, slips: taken } })
  return id
}

/** Takes the slips that were received after the draft was made. */
export async function gatherSlips(work: OfficerWork, id: string, version: number): Promise<void> {
  const summary = await startStep(work, id, { action: 'gather', version })
  const taken = await takeSlips(work, summary)
  await moveSummary(work, summary, { state: summary.next })
  await recordChange(work, { kind, id, action: 'gather', after: { slips: taken } })
}

/** Handed in and not yet received: its money would lie in no book tonight, and the day takes it no more. */
async function mustHaveNoOpenSlip(work: OfficerWork, { organisationId, summaryDate }: StoredSummary): Promise<void> {
  const open = await findSlipsOf(work, { organisationId, waitingOn: summaryDate, state: 'submitted' })
  if (open.length > 0) throw new RuleBroken(errors.openSlips(open.map((slip) => numberName('RMT', slip)).join(', ')))
}

export async function cancelSummary(work: OfficerWork, id: string, version: number): Promise<void> {
  const summary = await startStep(work, id, { action: 'cancel', version })
  await moveSummary(work, summary, { state: summary.next })
  await moveSlips(work, id, { to: 'received', freed: true })
  await recordChange(work, { kind, id, action: 'cancel' })
}

/** Number, voucher, and everything below it in one transaction. */
export async function confirmSummary(work: OfficerWork, id: string, version: number): Promise<void> {
  const stored = await startStep(work, id, { action: 'confirm', version })
  const summary = await withSlips(work, stored)
  if (summary.late.length > 0) throw new RuleBroken(errors.lateSlips(summary.late.map((slip) => numberName('RMT', slip)).join(', ')))
  if (summary.slips.length === 0) throw new RuleBroken(errors.noSlip)
  await mustHaveNoOpenSlip(work, summary)
  await mustNotBeSigned(work, { date: summary.summaryDate, field: '' })
  await tellBudget(work, toldOf(summary))
  const number = await nextNumber(work, 'RSV', summary.fiscalYear)
  const posted = await postDay(work, { ...summary, number }, stored.isAlone)
  await moveSummary(work, summary, { state: stored.next, number, voucherId: posted.id, isAlone: stored.isAlone })
  await moveSlips(work, id, { to: 'summarised' })
  await moveReceipts(work, summary.slips.map((slip) => slip.id), { from: 'remitted', to: 'summarised' })
  const slips = summary.slips.map((slip) => numberName('RMT', slip)).join(', ')
  const name = numberName('RSV', { ...summary, number })
  const after = { number: name, voucher: posted.number, total: summary.total, slips }
  await recordChange(work, { kind, id, action: 'confirm', after, isAlone: stored.isAlone })
}

const toldOf = ({ id, summaryDate: date, incomes }: Pick<Summary, 'id' | 'summaryDate' | 'incomes'>) => (
  { source: { kind, id }, date, description: receiptsText.dayName(formatThaiDate(date)), incomes })

function postDay(work: OfficerWork, summary: Summary, isAlone: boolean) {
  return postVoucher(work, {
    rules: receiptsPosting, event: 'remittance-summary.confirmed', type: 'RV', facts: postingFacts(summary),
    documentDate: summary.summaryDate,
    source: { kind, id: summary.id }, preparedBy: summary.authorId, ...(isAlone && { samePerson: 'small-unit' as const }),
    description: receiptsText.summary.voucherDescription(numberName('RSV', summary), formatThaiDate(summary.summaryDate)),
  })
}

/** On the day of the original, so that its month must still be open; slips and receipts stand as before the confirmation. */
export async function reverseSummary(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const summary = await startStep(work, id, { action: 'reverse', version: form.version })
  if (!summary.voucher) throw new Error(`confirmed summary ${id} without voucher`)
  const { slips, incomes } = await withSlips(work, summary)
  await mustNotBeSigned(work, { date: summary.summaryDate, field: '' })
  await mustKeepCheques(work, slips.map((slip) => slip.id))
  await untellBudget(work, toldOf({ ...summary, incomes }))
  const reversal = await reverseVoucher(work, summary.voucher.id, { reason: form.reason, documentDate: summary.summaryDate })
  await mustStillBeThere(work, reversal.id, summary.summaryDate)
  await moveSummary(work, summary, { state: summary.next })
  await moveReceipts(work, slips.map((slip) => slip.id), { from: 'summarised', to: 'remitted' })
  await mustNotBeClaimedBack(work, incomes.flatMap(({ receiptIds }) => receiptIds))
  await moveSlips(work, id, { to: 'received', freed: true })
  await recordChange(work, { kind, id, action: 'reverse', reason: form.reason, after: { voucher: reversal.number }, isAlone: summary.isAlone })
}

/** RE-7: what came back was in the books; its entry is reversed first, or its payer would owe what no receipt says was paid. */
async function mustKeepCheques(work: OfficerWork, slipIds: readonly string[]): Promise<void> {
  const bounced = await findBouncedOf(work, slipIds)
  if (bounced.length > 0) throw new RuleBroken(errors.undoFirst(bounced.map((entry) => numberName('MNE', entry))))
}
