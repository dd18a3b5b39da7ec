// People who owe, each with a key in the ledger.
import { mustBeCurrent, nextNumber, printedNumber, recordChange } from '../../documents/index.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { taxpayerText } from '../taxpayer.text.ts'
import { getTaxpayer, insertTaxpayer, taxpayerRows, updateTaxpayer } from './taxpayer.repository.ts'
import { registersOf, type TaxpayerCommand } from './taxpayer.ts'

const { errors } = taxpayerText
const kind = 'taxpayer'

export async function createTaxpayer(work: OfficerWork, command: TaxpayerCommand & { formKey: string }): Promise<string> {
  const earlier = await taxpayerRows.findMade(work, command.formKey)
  return earlier ?? addTaxpayer(work, command, command.formKey)
}

/** One of a form, or one row of a file. */
export async function addTaxpayer(work: OfficerWork, command: TaxpayerCommand, formKey: string | null): Promise<string> {
  if (!registersOf(work.actor.organisationKind).includes(command.register)) throw new RuleBroken({ register: errors.noTaxpayers })
  const year = fiscalYearOf(work.today)
  const key = printedNumber('TP', await nextNumber(work, 'TP', year), year)
  await saveSubLedgerKey(work, { kind: command.register, key, name: command.name, registerId: null, isOpen: command.isActive })
  const id = await insertTaxpayer(work, command, { key, formKey })
  await recordChange(work, { kind, id, action: 'create', after: { key, ...seen(command) } })
  return id
}

export async function editTaxpayer(work: OfficerWork, id: string, command: TaxpayerCommand & { version: number }): Promise<void> {
  await taxpayerRows.lock(work, id)
  const taxpayer = await getTaxpayer(work, work.actor.organisationId, id)
  mustBeCurrent(taxpayer, command.version)
  if (taxpayer.register !== command.register) throw new RuleBroken({ register: errors.form })
  await updateTaxpayer(work, taxpayer, command)
  await saveSubLedgerKey(work, { kind: taxpayer.register, key: taxpayer.key, name: command.name, registerId: id, isOpen: command.isActive })
  await recordChange(work, { kind, id, action: 'edit', before: seen(taxpayer), after: seen(command) })
}

const seen = ({ name, address, items }: TaxpayerCommand) => ({ name, address, items: items.map((item) => item.place).join(', ') })
