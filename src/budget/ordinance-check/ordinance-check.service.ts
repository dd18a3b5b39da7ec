import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { findDepartments, type Department } from '../../registers/index.ts'
import { type Ordinance } from '../ordinance/ordinance.ts'
import { findClasses, getSettings } from '../settings/settings.repository.ts'
import { type BudgetClass, type Settings } from '../settings/settings.ts'
import { checksOf, type Finding } from './ordinance-check.ts'

/** What lines of the year are chosen from and judged by. */
export interface Rulebook {
  readonly classes: ReadonlyMap<string, BudgetClass>
  /** Those in use. */
  readonly departments: readonly Department[]
  readonly settings: Settings
}

export async function rulebookOf(read: OfficerRead, fiscalYear: FiscalYear): Promise<Rulebook> {
  const { organisationId } = read.actor
  const { laoKind } = await getOffice(read, organisationId)
  const classes = await findClasses(read, organisationId, fiscalYear)
  const departments = await findDepartments(read, organisationId)
  return {
    classes: new Map(classes.map((each) => [each.code, each])), departments: departments.filter(({ isActive }) => isActive),
    settings: await getSettings(read, { fiscalYear, laoKind }),
  }
}

export function findingsOf(ordinance: Ordinance, { classes, departments, settings }: Rulebook): Finding[] {
  const { fiscalYear, revenues, lines } = ordinance
  return checksOf({ fiscalYear, revenues, lines, classes, departments: new Set(departments.map(({ id }) => id)), settings })
}
