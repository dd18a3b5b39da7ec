// The closing of a year's budget. Locks: the ordinance, then its supplements in the order of their ids.
import { printedNumber, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { budgetText } from '../budget.text.ts'
import { takeTurn } from '../appropriation/appropriation.repository.ts'
import { documentRows, findDocuments, getDocument, moveDocument } from '../document/document.repository.ts'
import { recordStep, startStep } from '../document/document.service.ts'
import { kinds, trailKind, type BudgetDocument, type Kind } from '../document/document.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { findUnspent } from '../unspent/unspent.repository.ts'
import { findOpenDocuments } from './year-end-close.repository.ts'
import { closingLifecycle, refusalOf, unsettledIn, type ClosedOrdinance, type ClosingState, type Unsettled } from './year-end-close.ts'

const everyKind = Object.keys(kinds).filter((name): name is Kind => Object.hasOwn(kinds, name))

/** What must be carried, extended, let lapse or decided before the year is closed. */
export async function unsettledLines(read: OfficerRead, fiscalYear: FiscalYear): Promise<Unsettled> {
  const { organisationId } = read.actor
  const settings = await getSettings(read, { fiscalYear: fiscalYearOf(read.today), laoKind: null })
  const unspent = await findUnspent(read, { organisationId, fiscalYear, capitalType: settings.text('capital-type') })
  const open = await findOpenDocuments(read, organisationId, fiscalYear)
  const documents = []
  for (const id of open) documents.push(await getDocument(read, { organisationId, id, kinds: everyKind }))
  return { lines: unsettledIn(unspent), documents }
}

export function getClosing(read: OfficerRead, id: string): Promise<ClosedOrdinance> {
  return getDocument<ClosingState>(read, { organisationId: read.actor.organisationId, id, kinds: ['annual'] })
}

function nameOf({ kind, number, fiscalYear }: BudgetDocument): string {
  return `${budgetText.document.kinds[kind]} ${number === null ? '' : printedNumber(kinds[kind].series, number, fiscalYear)}`
}

/** With the ordinance its supplements are closed; nothing moves in the year any more. */
export async function closeYear(work: OfficerWork, id: string, version: number): Promise<void> {
  const ordinance = await startStep(work, { id, kinds: ['annual'], version, action: 'close', lifecycle: closingLifecycle })
  await takeTurn(work)
  const refusal = refusalOf(ordinance.fiscalYear, await unsettledLines(work, ordinance.fiscalYear), { today: work.today, nameOf })
  if (refusal !== undefined) throw new RuleBroken({ '': refusal })
  await moveDocument(work, ordinance, { state: ordinance.next })
  await recordStep(work, ordinance, { action: 'close', happenedOn: work.today })
  const { items } = await findDocuments<ClosingState>(work, {
    organisationId: ordinance.organisationId, kinds: ['supplementary', 'interim', 'special'], fiscalYear: ordinance.fiscalYear, state: 'enforced',
  })
  for (const { id: other } of items.toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)))) {
    await documentRows.lock(work, other)
    const supplement = await getDocument<ClosingState>(work, { organisationId: ordinance.organisationId, id: other, kinds: ['supplementary', 'interim', 'special'] })
    await moveDocument(work, supplement, { state: 'closed' })
    await recordChange(work, { kind: trailKind(supplement.kind), id: other, action: 'close' })
  }
}
