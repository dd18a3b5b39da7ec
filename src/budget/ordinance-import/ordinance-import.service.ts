import { recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { sum } from '../../platform/money.ts'
import { type Sheet, type SheetFault } from '../../platform/sheet-reader.ts'
import { editDocument } from '../document/document.repository.ts'
import { trailKind } from '../document/document.ts'
import { saveLines } from '../document-lines/document-lines.repository.ts'
import { findLineRules, startTyping } from '../ordinance-form/ordinance-form.service.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { judgeFile, readLines } from './ordinance-import.ts'

const { errors } = ordinanceFormText

/** All rows or none; how many lines were written. */
export async function importLines(work: OfficerWork, id: string, { version, sheet }: { readonly version: number; readonly sheet: Sheet | SheetFault }): Promise<number> {
  const document = await startTyping(work, id, { action: 'line', version })
  if (typeof sheet === 'string') throw new RuleBroken({ file: errors.file[sheet] })
  const rows = readLines(sheet)
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  const { lines, faults } = judgeFile(rows, document.lines, await findLineRules(work, document))
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  await saveLines(work, id, lines)
  await editDocument(work, document, {})
  const after = { lines: lines.size, amount: sum([...lines.values()].map(({ amount }) => amount)) }
  await recordChange(work, { kind: trailKind(document.kind), id, action: 'import', after })
  return lines.size
}
