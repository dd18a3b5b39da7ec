import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { getAvailable } from '../control/control.repository.ts'
import { findRegister } from '../line/line.repository.ts'
import { findApproverRules, getSettings } from '../settings/settings.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { type ApprovedAct } from '../settings/settings.ts'
import { readLine, type Known } from './named-line.ts'

const mostLinesOfAYear = 20_000
/** Money of the ordinance. */
const ordinanceSource = '10'

export interface AskedKnown {
  readonly act: ApprovedAct
  /** The lines as they were typed. */
  readonly named: readonly string[]
  readonly on: CalendarDate
}

/** What a change of the budget may speak of on its day. */
export async function findKnown(read: OfficerRead, { act, named, on }: AskedKnown): Promise<Known> {
  const { organisationId } = read.actor
  const fiscalYear = fiscalYearOf(on)
  const { laoKind } = await getOffice(read, organisationId)
  const settings = await getSettings(read, { fiscalYear, laoKind })
  const lines = await findRegister(read, { organisationId, fiscalYear }, mostLinesOfAYear)
  const names = await getNames(read, organisationId, fiscalYear)
  const ids = named.map((typed) => readLine(lines, typed)).flatMap((line) => (typeof line === 'string' ? [] : [line.id]))
  return {
    on, lines, settings, classes: names.classes, departments: names.departments, available: await getAvailable(read, [...new Set(ids)], on),
    enactedSources: new Set([...names.sources.values()].filter((source) => source.isEnacted).map((source) => source.code)),
    rules: await findApproverRules(read, act, fiscalYear),
    codes: {
      capitalType: settings.text('capital-type'), centralType: settings.text('central-type'), centralPlan: settings.text('central-plan'), source: ordinanceSource,
    },
  }
}
