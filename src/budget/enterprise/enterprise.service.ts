import { documentsText, findOffices, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { baseText } from '../base.text.ts'
import { type Enterprise, type EnterpriseCommand, type EnterpriseCorrection } from './enterprise.ts'
import { findEnterprises, insertEnterprise, updateEnterprise } from './enterprise.repository.ts'

const kind = 'budget-enterprise'

export async function getEnterprise(read: OfficerRead, id: string): Promise<Enterprise> {
  const found = (await findEnterprises(read, { activeOnly: false })).find((enterprise) => enterprise.id === id)
  if (!found) throw new NotFound(kind)
  return found
}

export async function createEnterprise(work: OfficerWork, command: EnterpriseCommand): Promise<string> {
  await mustBeBelow(work, command)
  const id = await insertEnterprise(work, command)
  await recordChange(work, { kind, id, action: 'create', after: { ...command } })
  return id
}

/** An enterprise no longer in use is offered nowhere; its budgets keep it. */
export async function correctEnterprise(work: OfficerWork, id: string, change: EnterpriseCorrection): Promise<void> {
  const { name, subUnitId, isActive } = await getEnterprise(work, id)
  await mustBeBelow(work, change)
  if (!await updateEnterprise(work, id, change)) throw new Conflict(documentsText.errors.stale)
  await recordChange(work, { kind, id, action: 'edit', before: { name, subUnitId, isActive }, after: { name: change.name, subUnitId: change.subUnitId, isActive: change.isActive } })
}

async function mustBeBelow(work: OfficerWork, { subUnitId }: EnterpriseCommand): Promise<void> {
  const offices = subUnitId === null ? [] : await findOffices(work)
  const isOne = offices.some((office) => office.organisationId === subUnitId && subUnitId !== work.actor.organisationId)
  if (subUnitId !== null && !isOne) throw new RuleBroken({ subUnitId: baseText.enterprises.errors.subUnit })
}
