import { documentsText, getOffice, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { baseText } from '../base.text.ts'
import { findRevenueCodes } from '../ordinance-revenues/ordinance-revenues.repository.ts'
import { isChoosable } from '../ordinance-revenues/ordinance-revenues.ts'
import { findOtherTypes, findTypesInUse, holdTypes, replaceTypes } from './revenue-type.repository.ts'
import { versionOf, type RevenueType, type TypeCommand } from './revenue-type.ts'

const { errors, deposits, others } = baseText.types

/** All an LAO of this kind may collect, then what is no revenue. */
export async function findRevenueTypes(read: OfficerRead): Promise<RevenueType[]> {
  const { laoKind } = await getOffice(read, read.actor.organisationId)
  const codes = (await findRevenueCodes(read, { laoKind, collector: 'LAO' })).filter(isChoosable)
  return [...codes.map(({ code, name, categoryCode, categoryName }) => ({ code, name, group: categoryCode, groupName: categoryName })), ...await findOtherTypes(read, { deposits, others })]
}

/** Nothing ticked: all of them again. */
export async function chooseTypes(work: OfficerWork, { version, codes }: TypeCommand): Promise<void> {
  await holdTypes(work)
  const before = await findTypesInUse(work)
  if (versionOf(before) !== version) throw new Conflict(documentsText.errors.stale)
  const known = new Set((await findRevenueTypes(work)).map(({ code }) => code))
  const chosen = [...new Set(codes)].sort()
  if (chosen.some((code) => !known.has(code))) throw new RuleBroken(errors.code)
  await replaceTypes(work, chosen)
  const [added, dropped] = [chosen.filter((code) => !before.has(code)), [...before].filter((code) => !chosen.includes(code)).sort()]
  if (added.length + dropped.length > 0) await recordChange(work, { kind: 'revenue-types', id: work.actor.organisationId, action: 'choose', before: { dropped: dropped.join(' ') }, after: { added: added.join(' ') } })
}
