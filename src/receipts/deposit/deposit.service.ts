// Items of เงินรับฝาก and their register, a question to the books.
import { mustBeCurrent, nextNumber, printedNumber, recordChange } from '../../documents/index.ts'
import { balancesByKey } from '../../ledger/index.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { minus, sum, type Money } from '../../platform/money.ts'
import { depositText } from '../deposit.text.ts'
import { depositRows, findDepositKinds, findDeposits, findKeyNames, getDeposit, insertDeposit, updateDeposit } from './deposit.repository.ts'
import { keyName, registerRows, takesItems, type Deposit, type DepositCommand, type RegisterRow } from './deposit.ts'

const { errors } = depositText
const kind = 'deposit'

export interface AskedRegister {
  readonly organisationId: string
  readonly until: CalendarDate
}

export async function findRegister(read: OfficerRead, { organisationId, until }: AskedRegister): Promise<RegisterRow[]> {
  const kinds = await findDepositKinds(read)
  const balances = await balancesByKey(read, { organisationId, accountCodes: kinds.map((each) => each.accountCode), until })
  const registers = [...new Set(kinds.flatMap((each) => each.subKind ?? []))]
  return registerRows({ kinds, balances, items: await findDeposits(read, organisationId), names: await findKeyNames(read, organisationId, registers) })
}

/** What the item still holds, by the ledger. */
export async function depositBalance(read: OfficerRead, { organisationId, kind: { accountCode }, key }: Deposit): Promise<Money> {
  const rows = await balancesByKey(read, { organisationId, accountCodes: [accountCode], key, until: read.today })
  return sum(rows.map((row) => minus(row.credit, row.debit)))
}

export interface NewDepositForm extends DepositCommand {
  readonly formKey: string
  readonly kindCode: string
}

/** An item is opened before its money comes: receipt and opening name its key. */
export async function createDeposit(work: OfficerWork, form: NewDepositForm): Promise<string> {
  const earlier = await depositRows.findMade(work, form.formKey)
  if (earlier !== undefined) return earlier
  const found = (await findDepositKinds(work)).find((each) => each.code === form.kindCode)
  if (found === undefined || found.subKind === null || !takesItems(found)) throw new RuleBroken({ kindCode: errors.kind })
  const year = fiscalYearOf(work.today)
  const key = printedNumber('DEP', await nextNumber(work, 'DEP', year), year)
  await saveSubLedgerKey(work, { kind: found.subKind, key, name: keyName(form), registerId: null, isOpen: true })
  const id = await insertDeposit(work, { ...form, kind: found, key })
  await recordChange(work, { kind, id, action: 'create', after: { key, kind: found.name, depositor: form.depositor, reference: form.reference } })
  return id
}

export async function editDeposit(work: OfficerWork, id: string, command: DepositCommand & { version: number }): Promise<void> {
  await depositRows.lock(work, id)
  const deposit = await getDeposit(work, work.actor.organisationId, id)
  mustBeCurrent(deposit, command.version)
  await updateDeposit(work, deposit, command)
  await saveSubLedgerKey(work, { kind: deposit.kind.subKind ?? kind, key: deposit.key, name: keyName(command), registerId: id, isOpen: true })
  const seen = ({ depositor, reference, dueDate }: DepositCommand) => ({ depositor, reference, dueDate })
  await recordChange(work, { kind, id, action: 'edit', before: seen(deposit), after: seen(command) })
}
