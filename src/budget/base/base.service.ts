import { documentsText, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { findDepartments } from '../../registers/index.ts'
import { baseText } from '../base.text.ts'
import { findClasses } from '../settings/settings.repository.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { changesOf, codesOf, partsOf, versionOf, type ChoiceCommand, type ClassChoice } from './base.ts'
import { findUsedCodes, saveChoices, takeTurn } from './base.repository.ts'

const { errors } = baseText.classes

export interface ClassPart {
  readonly part: BudgetClass
  readonly codes: readonly BudgetClass[]
}

/** One area or one type with the codes below it. */
export async function getPart(read: OfficerRead, fiscalYear: FiscalYear, code: string): Promise<ClassPart> {
  const classes = await findClasses(read, read.actor.organisationId, fiscalYear)
  const part = partsOf(classes).find((each) => each.code === code)
  if (!part) throw new NotFound('budget class')
  return { part, codes: codesOf(classes, code) }
}

/** What is in use is not switched off: a line would lose its place. */
export async function chooseClasses(work: OfficerWork, command: ChoiceCommand): Promise<void> {
  await takeTurn(work)
  const { codes } = await getPart(work, command.fiscalYear, command.part)
  if (versionOf(codes) !== command.version) throw new Conflict(documentsText.errors.stale)
  const changes = changesOf(codes, command)
  await mustBeFree(work, command, changes)
  await mustBeOwn(work, changes)
  await saveChoices(work, command.fiscalYear, changes)
  const changed = Object.fromEntries(changes.map(({ code, isActive }) => [code, isActive]))
  if (changes.length > 0) await recordChange(work, { kind: 'budget-classes', id: String(command.fiscalYear), action: 'choose', after: changed })
}

async function mustBeFree(work: OfficerWork, { fiscalYear }: ChoiceCommand, changes: readonly ClassChoice[]): Promise<void> {
  const used = await findUsedCodes(work, fiscalYear)
  const refused = changes.filter(({ code, isActive }) => !isActive && used.has(code))
  if (refused.length === 0) return
  throw new RuleBroken(Object.fromEntries(refused.map(({ code }) => [`active.${code}`, errors.used(code, String(fiscalYear))])))
}

async function mustBeOwn(work: OfficerWork, changes: readonly ClassChoice[]): Promise<void> {
  const known = new Set((await findDepartments(work, work.actor.organisationId)).map(({ id }) => id))
  const strange = changes.filter(({ departmentId }) => departmentId !== null && !known.has(departmentId))
  if (strange.length > 0) throw new RuleBroken(Object.fromEntries(strange.map(({ code }) => [`department.${code}`, errors.department])))
}
