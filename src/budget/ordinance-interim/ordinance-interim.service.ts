// ใช้งบประมาณปีก่อนไปพลางก่อน: last year's recurrent lines as they were enacted, capital lines left out (budget-and-receipts §3.2).
import { getOffice } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { plus } from '../../platform/money.ts'
import { type NewDocumentLine } from '../document/document.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { findStanding } from '../ordinance/ordinance.repository.ts'
import { findClasses, getSettings } from '../settings/settings.repository.ts'

/** The annual ordinance with what supplemented it, line by line. */
export async function recurrentLines(work: OfficerWork, year: FiscalYear): Promise<NewDocumentLine[]> {
  const { organisationId } = work.actor
  const before = fiscalYear(year - 1)
  const standing = await findStanding(work, ['annual', 'supplementary'], before)
  const enacted = standing.filter(({ state }) => state === 'enforced' || state === 'closed')
  if (!enacted.some(({ kind }) => kind === 'annual')) throw new RuleBroken({ fiscalYear: ordinanceText.errors.noLastYear(String(before)) })
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

async function recurrence(work: OfficerWork, year: FiscalYear): Promise<(economicCode: string) => boolean> {
  const { organisationId } = work.actor
  const { laoKind } = await getOffice(work, organisationId)
  const types = (await getSettings(work, { fiscalYear: year, laoKind })).text('interim-types').split(',')
  const classes = new Map((await findClasses(work, organisationId, year)).map((each) => [each.code, each]))
  return (code) => types.includes(classes.get(code)?.typeCode ?? '')
}
