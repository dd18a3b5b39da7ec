import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { findDepartments } from '../../registers/index.ts'
import { findEnterpriseNames } from '../enterprise/enterprise.repository.ts'
import { findClasses, findSources } from './settings.repository.ts'
import { type Names } from './settings.ts'

export async function getNames(read: OfficerRead, organisationId: string, fiscalYear: FiscalYear): Promise<Names> {
  const classes = await findClasses(read, organisationId, fiscalYear)
  const departments = await findDepartments(read, organisationId)
  const sources = await findSources(read, { fiscalYear })
  return {
    classes: new Map(classes.map((each) => [each.code, each])), departments: new Map(departments.map((each) => [each.id, each])),
    sources: new Map(sources.map((each) => [each.code, each])), enterprises: await findEnterpriseNames(read, organisationId),
  }
}
