// An extension from draft to the new last day of its lines. Locks: the document, the control lines by id.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { lockLines } from '../control/control.repository.ts'
import { type ApproveForm, type Draft } from '../desk/desk.ts'
import { documentDesk } from '../desk/desk.service.ts'
import { sourceOf } from '../document/document.ts'
import { findApproverRules, getSettings } from '../settings/settings.repository.ts'
import { extendUntil, findUnspent } from '../unspent/unspent.repository.ts'
import { type Unspent } from '../unspent/unspent.ts'
import { yearEndText } from '../year-end.text.ts'
import { findVariants } from './extension.repository.ts'
import { type ExtensionCommand } from './extension.schema.ts'
import { extensionLifecycle, judgeExtension, refusalOf, type Extension, type ExtensionState } from './extension.ts'

const { errors } = yearEndText
export const extensionDesk = documentDesk<ExtensionState>('extension', extensionLifecycle)

/** Carried money that is still unspent, and for how many years at a time it may be extended. */
export async function findExtensible(read: OfficerRead, fiscalYear: FiscalYear): Promise<{ readonly unspent: readonly Unspent[]; readonly years: number }> {
  const settings = await getSettings(read, { fiscalYear, laoKind: null })
  const unspent = await findUnspent(read, { organisationId: read.actor.organisationId, capitalType: settings.text('capital-type'), isCarried: true })
  return { unspent, years: settings.number('extend-years') }
}

export async function createExtension(work: OfficerWork, command: ExtensionCommand & { readonly formKey: string }): Promise<string> {
  return extensionDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editExtension(work: OfficerWork, id: string, command: ExtensionCommand & { readonly version: number }): Promise<void> {
  await extensionDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, { documentDate, title, reason, rows }: ExtensionCommand): Promise<Draft> {
  const fiscalYear = fiscalYearOf(documentDate)
  const judged = judgeExtension(rows, await findExtensible(work, fiscalYear))
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  const { approver, reference } = await findApproval(work, fiscalYear, judged.lines.map(({ lineId }) => lineId))
  return { head: { documentDate, title, reason, fiscalYear, total: judged.total, approver, legalReference: reference }, lines: judged.lines }
}

/** As the money was carried; where one of the lines asks for the council, the council. */
async function findApproval(read: OfficerRead, fiscalYear: FiscalYear, lineIds: readonly string[]): Promise<Approval> {
  const rules = await findApproverRules(read, 'extension', fiscalYear)
  const approvals = (await findVariants(read, lineIds)).map((variant) => approverOf(rules, { act: 'extension', variant, changes: false }, []))
  const [first] = approvals
  if (!first) throw new RuleBroken({ '': errors.gone })
  return approvals.find(({ approver }) => approver === 'council') ?? first
}

export async function submitExtension(work: OfficerWork, id: string, version: number): Promise<void> {
  await extensionDesk.submit(work, { id, version }, async (extension) => {
    await mustStillFit(work, extension)
    const { approver, reference } = await findApproval(work, extension.fiscalYear, idsOf(extension))
    return { approver, legalReference: reference }
  })
}

export async function approveExtension(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await extensionDesk.approve(work, { id, form }, async (extension) => {
    const act = { source: sourceOf(extension), event: 'extended', date: form.happenedOn, description: extension.title }
    await lockLines(work, { act, lineIds: idsOf(extension), holders: [] })
    await mustStillFit(work, extension)
    await extendUntil(work, newEnds(extension))
  })
}

/** Nothing of it has lapsed meanwhile, nor has another document extended it. */
async function mustStillFit(work: OfficerWork, extension: Extension): Promise<void> {
  const { unspent, years } = await findExtensible(work, extension.fiscalYear)
  for (const { lineId, untilDate, control } of extension.lines) {
    const found = unspent.find(({ line }) => line.id === lineId)
    if (!found || !untilDate) throw new RuleBroken({ '': errors.lineGone(control?.title ?? '') })
    const refusal = refusalOf(untilDate, found.line.usableUntil, years)
    if (refusal !== undefined) throw new RuleBroken({ '': refusal })
  }
}

function idsOf({ lines }: Extension): string[] {
  return lines.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]))
}

function newEnds({ lines }: Extension): Map<string, CalendarDate> {
  return new Map(lines.flatMap(({ lineId, untilDate }) => (lineId !== null && untilDate !== null ? [[lineId, untilDate] as const] : [])))
}
