import { mustBeCurrent, recordChange, type TrailValues } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { type Channel } from '../claim/claim.ts'
import { findPayeeAccounts } from '../payee-account/payee-account.service.ts'
import { isUsable, type PayeeAccount } from '../payee-account/payee-account.ts'
import { payeeText } from '../payee.text.ts'
import { findPayees, getPayee, insertPayee, payeeRows, setPayeeUse, updatePayee } from './payee.repository.ts'
import { payeeSource, shownTaxId, unfitness, type ListedPayee, type Payee, type PayeeCommand, type PayeeKind } from './payee.ts'

/** The same form sent twice makes one payee. */
export async function createPayee(work: OfficerWork, { formKey, ...command }: PayeeCommand & { readonly formKey?: string }): Promise<string> {
  const earlier = formKey === undefined ? undefined : await payeeRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const id = await insertPayee(work, command, formKey ?? null)
  await keepKey(work, { ...command, id })
  await recordChange(work, { kind: payeeSource, id, action: 'create', after: factsOf(command) })
  return id
}

/** Papers already made keep what they were made with: a tax row holds the kind of its day, a voucher its key. */
export async function correctPayee(work: OfficerWork, id: string, { version, ...command }: PayeeCommand & { readonly version: number }): Promise<void> {
  const before = await getForChange(work, id, version)
  await updatePayee(work, before, command)
  await keepKey(work, { ...command, id })
  await recordChange(work, { kind: payeeSource, id, action: 'edit', before: factsOf(before), after: factsOf(command) })
}

/** Out of use: offered in no new claim; open claims are paid no more until it is in use again. */
export async function usePayee(work: OfficerWork, id: string, { version, isActive }: { readonly version: number; readonly isActive: boolean }): Promise<void> {
  const payee = await getForChange(work, id, version)
  await setPayeeUse(work, payee, isActive)
  await recordChange(work, { kind: payeeSource, id, action: isActive ? 'activate' : 'deactivate' })
}

async function getForChange(work: OfficerWork, id: string, version: number): Promise<Payee> {
  await payeeRows.lock(work, id)
  const payee = await getPayee(work, work.actor.organisationId, id)
  mustBeCurrent(payee, version)
  return payee
}

/** Debts stand under the payee's key; one out of use can still be paid what is owed, so its key stays open. */
async function keepKey(work: OfficerWork, { id, name }: Pick<Payee, 'id' | 'name'>): Promise<void> {
  await saveSubLedgerKey(work, { kind: 'payee', key: id, name, registerId: id, isOpen: true })
}

function factsOf(command: PayeeCommand): TrailValues {
  return { ...command, kind: payeeText.kinds[command.kind], taxId: shownTaxId(command) }
}

const mostChoices = 20

/** What the chooser of a form proposes: in use, by part of the name or the first digits of the tax id. */
export async function payeeChoices(read: OfficerRead, search: string, kind?: PayeeKind): Promise<ListedPayee[]> {
  if (search === '') return []
  const filter = { organisationId: read.actor.organisationId, search, kind, isActive: true, after: undefined }
  return (await findPayees(read, filter, mostChoices)).items
}

/** E_PAYEE_UNVERIFIED: refuses naming what is missing. Answers with the bank accounts that may be used now. */
export async function mustBePayable(work: OfficerRead, payeeId: string, channel: Channel): Promise<PayeeAccount[]> {
  const payee = await getPayee(work, work.actor.organisationId, payeeId)
  const verified = (await findPayeeAccounts(work, payee.organisationId, payeeId)).filter(({ state }) => state === 'verified')
  const accounts = verified.map((account) => ({ ...account, isUsable: isUsable(account, work.now) }))
  const unfit = unfitness({ payee, accounts }, channel)
  if (unfit) throw new RuleBroken(payeeText.errors.unfit(payee.name, payeeText.errors.why[unfit]))
  return verified.filter((account) => isUsable(account, work.now))
}
