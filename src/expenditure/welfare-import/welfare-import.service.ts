// The entitled from a spreadsheet: each row by the rules of the form; who is no payee yet becomes one.
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { personOfRow } from '../person-row/person-row.service.ts'
import { readSheetRows } from '../../documents/index.ts'
import { welfareText } from '../welfare.text.ts'
import { findWelfareKinds } from '../welfare/welfare.repository.ts'
import { judgeWelfare } from '../welfare/welfare.schema.ts'
import { createWelfare } from '../welfare/welfare.service.ts'
import { type WelfareCommand } from '../welfare/welfare.ts'

const { import: text } = welfareText
const mostRows = 5000

/** All rows or none; how many there were. */
export async function importWelfare(work: OfficerWork, sheet: Sheet): Promise<number> {
  const rows = readSheetRows(sheet, { heads: text.heads, required: ['name', 'taxId', 'kind', 'birthDate', 'startsOn'], most: mostRows, text: text.errors })
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  const kinds = await findWelfareKinds(work)
  const faults: Record<string, string> = {}
  const found: WelfareCommand[] = []
  const seen = new Map(kinds.map(({ name }) => [name, new Set<string>()]))
  for (const row of rows) {
    const person = await personOfRow(work, { name: row.cell('name'), taxId: row.cell('taxId') }, { seen: seen.get(row.cell('kind')) ?? new Set(), isStaff: false })
    const input = {
      person: '', kind: kinds.find(({ name }) => name === row.cell('kind'))?.code ?? '', birthDate: row.cell('birthDate'), startsOn: row.cell('startsOn'), endedOn: '', endReason: '', formKey: '',
      version: '',
    }
    const { command, faults: wrong } = judgeWelfare(input, { today: work.today, kinds, person: 'wrong' in person ? '' : person })
    if ('wrong' in person) faults[`rows.${row.number}.${person.cell}`] = person.wrong
    for (const [name, message] of Object.entries(wrong)) if (message !== '') faults[`rows.${row.number}.${name}`] ??= message
    if (command) found.push(command)
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  for (const person of found) await createWelfare(work, { ...person, formKey: null })
  return found.length
}
