import { readSheetRows, type SheetRow } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { findTaken } from '../payee/payee.repository.ts'
import { payeeSchema } from '../payee/payee.schema.ts'
import { createPayee } from '../payee/payee.service.ts'
import { type PayeeCommand } from '../payee/payee.ts'
import { payeeText } from '../payee.text.ts'
import { formOf, payeeSheet, type ImportedCell } from './payee-import.ts'

const { errors } = payeeText.import

/** All rows or none; how many payees were added. */
export async function importPayees(work: OfficerWork, sheet: Sheet): Promise<number> {
  const rows = readSheetRows(sheet, payeeSheet)
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  const { payees, faults } = await judgeRows(work, rows)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  for (const payee of payees) await createPayee(work, payee)
  return payees.length
}

/** Each row by the rules of the form; twice in the file or already in the register is a fault of its row. */
async function judgeRows(work: OfficerWork, rows: readonly SheetRow<ImportedCell>[]): Promise<{ payees: PayeeCommand[]; faults: FieldErrors }> {
  const judged = rows.map((row) => ({ number: row.number, parsed: payeeSchema.safeParse(formOf(row)) }))
  const payees = judged.flatMap(({ number, parsed }) => (parsed.success ? [{ number, payee: parsed.data }] : []))
  const taken = await findTaken(work, payees.map(({ payee }) => keyOf(payee)))
  const faults: Record<string, string> = {}
  for (const { number, parsed } of judged) {
    for (const issue of parsed.error?.issues ?? []) faults[`rows.${number}.${issue.path.join('.')}`] ??= issue.message
  }
  const seen = new Set<string>()
  for (const { number, payee } of payees) {
    const key = keyOf(payee)
    if (taken.has(key)) faults[`rows.${number}.taxId`] = payeeText.errors.taken
    if (payee.taxId !== null && seen.has(key)) faults[`rows.${number}.taxId`] = errors.twin
    seen.add(key)
  }
  return { payees: payees.map(({ payee }) => payee), faults }
}

function keyOf({ taxId, branch }: PayeeCommand): string {
  return `${taxId ?? ''}/${branch}`
}
