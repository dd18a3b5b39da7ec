import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { contractSource, egpNumberFaults } from '../contract/contract.ts'
import { contractText } from '../contract.text.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { getEgpRecord, isControlTaken, recordRows, saveEgpNumbers } from './egp.repository.ts'
import { type EgpForm } from './egp.schema.ts'
import { egpStateOf } from './egp.ts'
import { egpText } from '../egp.text.ts'

/** Numbers as e-GP gave them; they may be mended, not taken away where they are wanted. */
export async function recordEgp(work: OfficerWork, id: string, { version, egpProject, egpControl }: EgpForm): Promise<void> {
  await recordRows.lock(work, id)
  const record = await getEgpRecord(work, work.actor.organisationId, id)
  mustBeCurrent(record, version)
  const from = (await getProcurementRules(work, record.signedOn)).amount('egp-required-from')
  const isExempt = egpStateOf({ egpProject: '', egpControl: '', price: record.price }, from) === 'exempt'
  const faults = {
    ...(egpProject === '' ? !isExempt && { egpProject: egpText.errors.project } : egpNumberFaults({ egpProject })),
    ...(egpControl !== '' && egpNumberFaults({ egpControl })),
    ...(egpControl !== '' && await isControlTaken(work, id, egpControl) && { egpControl: contractText.errors.sameEgp }),
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  await saveEgpNumbers(work, record, { egpProject, egpControl })
  const of = (each: { readonly egpProject: string; readonly egpControl: string }) => ({ egpProject: each.egpProject, egpControl: each.egpControl })
  await recordChange(work, { kind: contractSource, id, action: 'egp', before: of(record), after: of({ egpProject, egpControl }) })
}
