// Lines of a form, a paste or a file, held against chart and registers.
import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { findAccounts, findByCode } from '../chart/chart.repository.ts'
import { findKeysMeant, findUnits } from './journal-lines.repository.ts'
import { codeIn, isBlank, judgeLines, type JudgedLines, type Known, type TypedLine } from './journal-lines.ts'

export interface LinesToJudge {
  readonly rows: readonly TypedLine[]
  readonly fiscalYear: FiscalYear
  readonly isOpening: boolean
}

/** Beyond this many different texts a register is searched by whole keys and names only. */
const mostParts = 200

export async function findKnown(read: OfficerRead, { rows, fiscalYear, isOpening }: LinesToJudge): Promise<Known> {
  const typed = rows.filter((row) => !isBlank(row))
  const office = await getOffice(read, read.actor.organisationId)
  const codes = codesIn(typed)
  const accounts = codes === 'all' ? await findAccounts(read) : await findByCode(read, codes)
  const registers = new Set(accounts.flatMap(({ subLedger }) => subLedger ?? []))
  const texts = [...new Set(typed.map((row) => row.key).filter((text) => text !== ''))]
  return {
    chartKind: office.chartKind, fiscalYear, isOpening, accounts, units: await findUnits(read),
    keys: await findKeysMeant(read, { kinds: [...registers], texts, parts: texts.length <= mostParts }),
  }
}

/** Where a cell names its account by words, the whole chart is looked at. */
function codesIn(rows: readonly TypedLine[]): readonly string[] | 'all' {
  const codes = rows.map((row) => codeIn(row.account))
  return codes.includes(undefined) ? 'all' : [...new Set(codes.filter((code) => code !== undefined))]
}

export async function judge(read: OfficerRead, given: LinesToJudge): Promise<JudgedLines & { readonly known: Known }> {
  const known = await findKnown(read, given)
  return { ...judgeLines(given.rows, known), known }
}
