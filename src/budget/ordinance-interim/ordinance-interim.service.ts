// ใช้งบประมาณปีก่อนไปพลางก่อน: last year's recurrent lines as they were enacted, capital lines left out (budget-and-receipts §3.2).
import { getOffice } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { plus } from '../../platform/money.ts'
import { type NewDocumentLine } from '../document/document.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { findStanding } from '../ordinance/ordinance.repository.ts'
import { findClasses, getSettings } from '../settings/settings.repository.ts'

export async function recurrentLines(work: OfficerWork, year: FiscalYear): Promise<NewDocumentLine[]> {
  const lines = await findRecurrent(work, year)
  if (lines === undefined) throw new RuleBroken({ fiscalYear: ordinanceText.errors.noLastYear(String(year - 1)) })
  return lines
}

/** The annual ordinance of the year before with what supplemented it, line by line; nothing where there was none. */
export async function findRecurrent(work: OfficerRead, year: FiscalYear): Promise<NewDocumentLine[] | undefined> {
  const { organisationId } = work.actor
  const standing = await findStanding(work, ['annual', 'supplementary'], fiscalYear(year - 1))
  const enacted = standing.filter(({ state }) => state === 'enforced' || state === 'closed')
  if (!enacted.some(({ kind }) => kind === 'annual')) return undefined
  const isRecurrent = await recurrence(work, year)
  const lines = new Map<string, NewDocumentLine>()
  for (const { id } of enacted) {
    for (const { key, amount, explanation } of await findDocumentLines(work, organisationId, id)) {
      if (!key || !isRecurrent(key.economicCode)) continue
      const name = JSON.stringify(key)
      const known = lines.get(name)
      lines.set(name, { direction: 'set', key, amount: known ? plus(known.amount, amount) : amount, explanation })
    }
  }
  return [...lines.values()]
}

async function recurrence(work: OfficerRead, year: FiscalYear): Promise<(economicCode: string) => boolean> {
  const { organisationId } = work.actor
  const { laoKind } = await getOffice(work, organisationId)
  const types = (await getSettings(work, { fiscalYear: year, laoKind })).text('interim-types').split(',')
  const classes = new Map((await findClasses(work, organisationId, year)).map((each) => [each.code, each]))
  return (code) => types.includes(classes.get(code)?.typeCode ?? '')
}
