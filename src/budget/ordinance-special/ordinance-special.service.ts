import { findOffices } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findEnterprises } from '../enterprise/enterprise.repository.ts'
import { getEnterprise } from '../enterprise/enterprise.service.ts'
import { type Enterprise } from '../enterprise/enterprise.ts'
import { offerName } from '../offer/offer.ts'
import { findTakings } from '../plan/plan.repository.ts'
import { findRiders, getHead } from '../ordinance/ordinance.service.ts'
import { ridesAlong, type Ordinance, type OrdinanceHead } from '../ordinance/ordinance.ts'
import { type SpecialBudget, type Specials } from './ordinance-special.ts'

/** What an ordinance has to do with special budgets: those enacted in it, or the one in which it is enacted itself. */
export async function findSpecials(read: OfficerRead, ordinance: Ordinance): Promise<Specials> {
  if (ridesAlong(ordinance)) return { riders: [], special: await specialOf(read, ordinance) }
  const riders = await findRiders(read, ordinance)
  if (riders.length === 0) return { riders: [], special: undefined }
  const spenders = await findSpenders(read)
  const enterprises = new Map((await findEnterprises(read, { activeOnly: false })).map((each) => [each.id, each]))
  return { special: undefined, riders: riders.map((rider): SpecialBudget => {
    const enterprise = enterprises.get(rider.enterpriseId ?? '')
    return { ordinance: rider, enterprise: enterprise?.name ?? rider.title, spender: spenderOf(enterprise, spenders) }
  }) }
}

async function specialOf(read: OfficerRead, { organisationId, id, enterpriseId, parentId }: Ordinance): Promise<Specials['special']> {
  const enterprise = await getEnterprise(read, enterpriseId ?? '')
  const parent: OrdinanceHead = await getHead(read, parentId ?? '')
  const spenderId = enterprise.subUnitId
  const takings = spenderId === null ? undefined : await findTakings(read, spenderId)
  const taking = takings?.get(offerName({ organisationId, documentId: id }))
  return { enterprise: enterprise.name, spender: spenderOf(enterprise, await findSpenders(read)), spenderId, parent, taking }
}

async function findSpenders(read: OfficerRead): Promise<ReadonlyMap<string, string>> {
  return new Map((await findOffices(read)).map(({ organisationId, name }) => [organisationId, name]))
}

function spenderOf(enterprise: Enterprise | undefined, spenders: ReadonlyMap<string, string>): string | undefined {
  return enterprise?.subUnitId == null ? undefined : spenders.get(enterprise.subUnitId)
}
