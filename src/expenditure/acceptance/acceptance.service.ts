// A delivery from its draft to the debt it sets up, and back (§1.1, §1.4 P2–P5). Locks: acceptance → contract → counter → book.
import { attachmentSteps, nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, postVoucher, signsAlone, undoVoucher, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, minus, sum, zero } from '../../platform/money.ts'
import { acceptanceText } from '../acceptance.text.ts'
import { fineFor, judgeAcceptance, type KnownForAcceptance } from '../acceptance-form/acceptance-form.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { contractRows, findAccepted, getContract, isSigned } from '../contract/contract.repository.ts'
import { contractKey, type Contract } from '../contract/contract.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import {
  acceptanceRows, findAcceptedByLine, findContractAccounts, findFined, findLowValueAccounts, getAcceptance, insertAcceptance, moveAcceptance, updateAcceptance,
} from './acceptance.repository.ts'
import { type AcceptanceInput } from './acceptance.schema.ts'
import { acceptanceLifecycle, acceptanceName, acceptancePapers, acceptanceSource, type Acceptance, type AcceptanceCommand } from './acceptance.ts'

const { errors } = acceptanceText

/** Of a signed contract: what may be accepted of it, and where it is booked. */
export async function findKnownForAcceptance(read: OfficerRead, contractId: string): Promise<KnownForAcceptance> {
  const contract = /^[0-9]{1,18}$/.test(contractId) ? await openContract(read, contractId) : undefined
  const itemCodes = [...new Set(contract?.lines.map(({ economicCode }) => economicCode))]
  const fiscalYear = contract?.fiscalYear
  return {
    contract, today: read.today, rules: await getProcurementRules(read, contract?.signedOn ?? read.today),
    accounts: fiscalYear === undefined ? new Map() : await findExpenseAccounts(read, { itemCodes, fiscalYear }),
    lowValue: fiscalYear === undefined ? new Map() : await findLowValueAccounts(read, itemCodes, fiscalYear),
    fined: contract === undefined ? new Map() : await findFined(read, contract.organisationId, contract.id),
  }
}

async function openContract(read: OfficerRead, id: string): Promise<Contract | undefined> {
  const isOpen = await isSigned(read, id)
  return isOpen ? getContract(read, read.actor.organisationId, id) : undefined
}

/** The id of the draft; the same form sent twice gives the same one. */
export async function createAcceptance(work: OfficerWork, input: AcceptanceInput): Promise<string> {
  const earlier = await acceptanceRows.findMade(work, input.formKey)
  if (earlier !== undefined) return earlier
  const command = await mustBeSound(work, input)
  const id = await insertAcceptance(work, command, input.formKey)
  await recordChange(work, { kind: acceptanceSource, id, action: 'create', after: { total: command.total, fine: command.fine } })
  return id
}

export async function editAcceptance(work: OfficerWork, id: string, input: AcceptanceInput): Promise<void> {
  const before = await startStep(work, id, { action: 'edit', version: Number(input.version) })
  const command = await mustBeSound(work, input)
  await updateAcceptance(work, before, command)
  await recordChange(work, { kind: acceptanceSource, id, action: 'edit', before: { total: before.total, fine: before.fine }, after: { total: command.total, fine: command.fine } })
}

async function mustBeSound(work: OfficerWork, input: AcceptanceInput): Promise<AcceptanceCommand> {
  const known = await findKnownForAcceptance(work, input.contract)
  const { command, faults } = judgeAcceptance(input, known)
  if (!command || !known.contract) throw new RuleBroken(faults)
  await mustFit(work, command, known.contract)
  return command
}

/** E_COMMIT (S16, INV-15): never more than the contract, nor than its obligation on each budget line. */
async function mustFit(read: OfficerRead, { total, lines }: Pick<AcceptanceCommand, 'total' | 'lines'>, contract: Contract): Promise<void> {
  const rest = minus(contract.price, await findAccepted(read, contract.organisationId, contract.id))
  if (compare(total, rest) > 0) throw new RuleBroken({ 'lines.0.amount': errors.overContract(formatMoney(rest)) })
  const accepted = await findAcceptedByLine(read, contract.organisationId, contract.id)
  for (const lineId of new Set(lines.map(({ budgetLineId }) => budgetLineId))) {
    const funded = contract.lines.find((line) => line.lineId === lineId)
    const left = funded ? minus(funded.amount, accepted.get(lineId) ?? zero) : zero
    const asked = sum(lines.filter(({ budgetLineId }) => budgetLineId === lineId).map(({ amount }) => amount))
    if (compare(asked, left) > 0) throw new RuleBroken({ 'lines.0.line': errors.overLine(formatMoney(left)) })
  }
}

/** The committee's word, approved: AP at once. */
export async function acceptDelivery(work: OfficerWork, id: string, version: number): Promise<void> {
  const acceptance = await startStep(work, id, { action: 'accept', version })
  const contract = await holdContract(work, acceptance)
  await mustFit(work, acceptance, contract)
  await mustFineAsStored(work, acceptance, contract)
  const number = await nextNumber(work, 'INS', acceptance.fiscalYear)
  const name = acceptanceName({ ...acceptance, number })
  const posted = await postVoucher(work, {
    rules: expenditurePosting, event: 'acceptance.accepted', facts: { lists: await factsOf(work, acceptance, contract) }, type: 'AP', documentDate: acceptance.documentDate,
    source: { kind: acceptanceSource, id }, description: acceptanceText.debt(name, acceptance.title), preparedBy: acceptance.authorId,
    ...(acceptance.isAlone && { samePerson: 'small-unit' as const }),
  })
  await moveAcceptance(work, acceptance, { state: acceptance.next, number, voucherId: posted.id })
  await recordChange(work, { kind: acceptanceSource, id, action: 'accept', after: { number: name, total: acceptance.total, fine: acceptance.fine, voucher: posted.number }, isAlone: acceptance.isAlone })
}

/** Another lot of the instalment may have been accepted since the draft was made. */
async function mustFineAsStored(read: OfficerRead, acceptance: Acceptance, contract: Contract): Promise<void> {
  const known = { rules: await getProcurementRules(read, contract.signedOn), fined: await findFined(read, contract.organisationId, contract.id) }
  const fine = fineFor(acceptance, contract, known)
  if (compare(fine, acceptance.fine) !== 0) throw new RuleBroken(errors.fineChanged(formatMoney(acceptance.fine), formatMoney(fine)))
}

/** The contract as it stands now, held: two acceptances of the last rest wait for each other. */
async function holdContract(work: OfficerWork, { contractId }: Acceptance): Promise<Contract> {
  await contractRows.lock(work, contractId)
  const contract = await getContract(work, work.actor.organisationId, contractId)
  if (contract.state !== 'signed') throw new RuleBroken(errors.contract)
  return contract
}

interface Booked {
  readonly costs: readonly SlotAmount[]
  readonly owed: readonly SlotAmount[]
}

async function factsOf(work: OfficerWork, { lines, total, fiscalYear }: Acceptance, contract: Contract): Promise<Booked> {
  const ofContract = await findContractAccounts(work, lines.map(({ accountCode }) => accountCode))
  const roles = await accountsOfRoles(work, fiscalYear)
  return {
    costs: lines.map(({ accountCode, amount, budgetLineId }) => ({ accountCode, amount, budgetLineId, ...(ofContract.has(accountCode) && { subKey: contractKey(contract) }) })),
    owed: [{ accountCode: accountOf(roles, payableRole(contract)), subKey: contract.payeeId, amount: total }],
  }
}

/** Bodies of the state stand on an account of their own. */
export function payableRole({ payeeKind }: Pick<Contract, 'payeeKind'>): 'trade-payable' | 'trade-payable-state' {
  return payeeKind === 'state_body' ? 'trade-payable-state' : 'trade-payable'
}

interface ReasonForm {
  readonly version: number
  readonly reason: string
}

export async function rejectDelivery(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const acceptance = await startStep(work, id, { action: 'reject', version })
  const number = await nextNumber(work, 'INS', acceptance.fiscalYear)
  await moveAcceptance(work, acceptance, { state: acceptance.next, number, endReason: reason })
  await recordChange(work, { kind: acceptanceSource, id, action: 'reject', reason })
}

export async function cancelAcceptance(work: OfficerWork, id: string, version: number): Promise<void> {
  const acceptance = await startStep(work, id, { action: 'cancel', version })
  await moveAcceptance(work, acceptance, { state: acceptance.next })
  await recordChange(work, { kind: acceptanceSource, id, action: 'cancel' })
}

/** RX of the debt, as long as nobody has claimed upon it; of a closed year a JV of today. */
export async function reverseAcceptance(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const acceptance = await startStep(work, id, { action: 'reverse', version })
  await contractRows.lock(work, acceptance.contractId)
  const { state } = await getContract(work, acceptance.organisationId, acceptance.contractId)
  if (state !== 'signed' && state !== 'terminated') throw new RuleBroken(errors.contractEnded)
  const claims = await findClaimsOf(work, { kind: acceptanceSource, id })
  if (claims.some(({ state }) => state !== 'cancelled')) throw new RuleBroken(errors.hasClaims)
  if (acceptance.voucherId === null) throw new RangeError('an acceptance without voucher')
  const posted = await undoVoucher(work, acceptance.voucherId, reason)
  await moveAcceptance(work, acceptance, { state: acceptance.next, endReason: reason })
  await recordChange(work, { kind: acceptanceSource, id, action: 'reverse', reason, after: { voucher: posted.number }, isAlone: acceptance.isAlone })
}

export const { attach: attachToAcceptance, detach: detachFromAcceptance } = attachmentSteps({ kind: acceptanceSource, rows: acceptanceRows, get: getAcceptance, papers: acceptancePapers })

export const startStep = stepStarter({ rows: acceptanceRows, get: getAcceptance, lifecycle: acceptanceLifecycle, signsAlone })
