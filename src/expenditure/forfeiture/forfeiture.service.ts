// An order of forfeiture from its draft into the books (acceptance S22). Locks: forfeiture → contract → budget lines → counters → book.
import { attachmentSteps, nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, postVoucher, signsAlone, undoVoucher } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney } from '../../platform/money.ts'
import { cancelFineReceipt, revenueCodeOf } from '../../receipts/index.ts'
import { findIncomeCode } from '../acceptance/acceptance.repository.ts'
import { issueContractFine } from '../acceptance-claim/acceptance-claim.service.ts'
import { contractRows, getContract, isContractIn } from '../contract/contract.repository.ts'
import { endContract } from '../contract/contract.service.ts'
import { contractKey, securedStates, type Contract } from '../contract/contract.ts'
import { findRefundable } from '../contract-money/contract-money.service.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { forfeitureText } from '../forfeiture.text.ts'
import { forfeitureRows, getForfeiture, insertForfeiture, moveForfeiture } from './forfeiture.repository.ts'
import { forfeitureLifecycle, forfeitureName, forfeiturePapers, forfeitureSource, type Forfeiture, type NewForfeiture } from './forfeiture.ts'

const startStep = stepStarter({ rows: forfeitureRows, get: getForfeiture, lifecycle: forfeitureLifecycle, signsAlone })
const { errors } = forfeitureText

/** The id of the draft; the same form sent twice gives the same one. */
export async function createForfeiture(work: OfficerWork, given: NewForfeiture): Promise<string> {
  const earlier = await forfeitureRows.findMade(work, given.formKey)
  if (earlier !== undefined) return earlier
  if (compareDates(given.documentDate, work.today) > 0) throw new RuleBroken({ documentDate: errors.future })
  if (!await isContractIn(work, given.contract, securedStates)) throw new RuleBroken({ contract: errors.contract })
  await mustBeHeld(work, await getContract(work, work.actor.organisationId, given.contract), given)
  const id = await insertForfeiture(work, given)
  await recordChange(work, { kind: forfeitureSource, id, action: 'create', after: { order: given.orderReference, amount: given.amount } })
  return id
}

/** The balance of this contract is the limit (E_SUBLEDGER_NEG), less what claims are giving back. */
async function mustBeHeld(read: OfficerRead, contract: Contract, { amount }: Pick<Forfeiture, 'amount'>): Promise<void> {
  const { security } = await findRefundable(read, contract)
  if (compare(amount, security) > 0) throw new RuleBroken({ amount: errors.overHeld(formatMoney(security)) })
}

/** JV and receipt of the forfeited money; the contract is closed and its unspent obligation free. */
export async function postForfeiture(work: OfficerWork, id: string, version: number): Promise<void> {
  const forfeiture = await startStep(work, id, { action: 'post', version })
  await contractRows.lock(work, forfeiture.contractId)
  const contract = await getContract(work, forfeiture.organisationId, forfeiture.contractId)
  await mustBeHeld(work, contract, forfeiture)
  if (contract.state !== 'closed') await endContract(work, contract)
  const number = await nextNumber(work, 'FRF', forfeiture.fiscalYear)
  const source = { kind: forfeitureSource, id }
  const roles = await accountsOfRoles(work, forfeiture.fiscalYear)
  const penalty = accountOf(roles, 'contract-penalty')
  await issueContractFine(work, contract, { source, date: forfeiture.documentDate, amount: forfeiture.amount, description: forfeitureText.receipt })
  const posted = await postVoucher(work, {
    rules: expenditurePosting, event: 'security.forfeited', type: 'JV', documentDate: forfeiture.documentDate, source, preparedBy: forfeiture.authorId,
    facts: { slots: { held: { accountCode: accountOf(roles, 'security-held'), subKey: contractKey(contract) }, penalty: { accountCode: penalty, revenueCode: revenueCodeOf(await findIncomeCode(work, penalty)) } }, amounts: { forfeited: forfeiture.amount } }, description: forfeitureText.booked(forfeiture.orderReference, contractKey(contract)),
    ...(forfeiture.isAlone && { samePerson: 'small-unit' as const }),
  })
  await moveForfeiture(work, forfeiture, { state: forfeiture.next, number, voucherId: posted.id })
  await recordChange(work, { kind: forfeitureSource, id, action: 'post', after: { number: forfeitureName({ ...forfeiture, number }), amount: forfeiture.amount, voucher: posted.number }, isAlone: forfeiture.isAlone })
}

interface ReasonForm {
  readonly version: number
  readonly reason: string
}

export async function cancelForfeiture(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const forfeiture = await startStep(work, id, { action: 'cancel', version })
  await moveForfeiture(work, forfeiture, { state: forfeiture.next, endReason: reason })
  await recordChange(work, { kind: forfeitureSource, id, action: 'cancel', reason })
}

/** RX and the receipt with it; the money is held again. The contract stays closed until somebody opens it again. */
export async function reverseForfeiture(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const forfeiture = await startStep(work, id, { action: 'reverse', version })
  if (forfeiture.voucherId === null) throw new RangeError('a forfeiture without voucher')
  const posted = await undoVoucher(work, forfeiture.voucherId, reason)
  await cancelFineReceipt(work, { kind: forfeitureSource, id }, reason)
  await moveForfeiture(work, forfeiture, { state: forfeiture.next, endReason: reason })
  await recordChange(work, { kind: forfeitureSource, id, action: 'reverse', reason, after: { voucher: posted.number }, isAlone: forfeiture.isAlone })
}

export const { attach: attachToForfeiture, detach: detachFromForfeiture } = attachmentSteps({ kind: forfeitureSource, rows: forfeitureRows, get: getForfeiture, papers: forfeiturePapers })
