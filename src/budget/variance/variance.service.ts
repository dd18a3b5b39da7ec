import { documentsText, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { findActuals } from '../budget-actual/budget-actual.repository.ts'
import { type Actual } from '../budget-actual/budget-actual.ts'
import { getNames } from '../settings/settings.service.ts'
import { type Names } from '../settings/settings.ts'
import { findVariances, saveVariance } from './variance.repository.ts'
import { changesOf, faultsOf, type TypedReason, type Variances } from './variance.ts'

export interface Differences {
  readonly rows: readonly Actual[]
  readonly known: Variances
  readonly names: Names
}

/** Categories of the own office's year with what came of them. */
export async function getDifferences(read: OfficerRead, fiscalYear: FiscalYear): Promise<Differences> {
  const { organisationId } = read.actor
  return {
    rows: await findActuals(read, { organisationId, fiscalYear, by: 'category', sourceCode: undefined }), known: await findVariances(read, organisationId, fiscalYear),
    names: await getNames(read, organisationId, fiscalYear),
  }
}

export async function explainDifferences(work: OfficerWork, fiscalYear: FiscalYear, typed: readonly TypedReason[]): Promise<void> {
  const { rows, known } = await getDifferences(work, fiscalYear)
  const faults = faultsOf(typed, { known, codes: new Set(rows.map(({ key }) => key)) })
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  for (const change of changesOf(typed, known)) {
    if (!await saveVariance(work, fiscalYear, change)) throw new Conflict(documentsText.errors.stale)
    await recordChange(work, {
      kind: 'budget-variance', id: String(fiscalYear), action: 'explain', before: { reason: known.get(change.code)?.reason }, after: { code: change.code, reason: change.reason },
    })
  }
}
