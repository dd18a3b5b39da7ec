import { readSheetRows } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { findNumbers } from '../taxpayer/taxpayer.repository.ts'
import { addTaxpayer } from '../taxpayer/taxpayer.service.ts'
import { registers, registersOf } from '../taxpayer/taxpayer.ts'
import { taxpayerText } from '../taxpayer.text.ts'
import { judgeRows, taxpayerSheet } from './taxpayer-import.ts'

const { errors } = taxpayerText

/** All rows or none; how many people were added. */
export async function importTaxpayers(work: OfficerWork, sheet: Sheet): Promise<number> {
  const rows = readSheetRows(sheet, taxpayerSheet)
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  const { people, faults } = judgeRows(rows, registersOf(work.actor.organisationKind))
  const found: Record<string, string> = { ...faults }
  for (const register of registers) {
    const own = people.filter(({ command }) => command.register === register)
    const known = await findNumbers(work, register, own.map(({ command }) => command.personNumber))
    for (const { row, command } of own) if (known.has(command.personNumber)) found[`rows.${row}.personNumber`] ??= errors.taken
  }
  if (Object.keys(found).length > 0) throw new RuleBroken(found)
  for (const { command } of people) await addTaxpayer(work, command, null)
  return people.length
}
