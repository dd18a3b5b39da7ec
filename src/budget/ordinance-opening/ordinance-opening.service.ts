// What each kind asks before a draft of it may be begun.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type NewDocument } from '../document/document.ts'
import { getReceipts } from '../ordinance-receipts/ordinance-receipts.service.ts'
import { staleness } from '../ordinance-receipts/ordinance-receipts.ts'
import { findEnterprises } from '../enterprise/enterprise.repository.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { findStanding } from '../ordinance/ordinance.repository.ts'
import { type OrdinanceKind } from '../ordinance/ordinance.ts'
import { oldestYear } from '../settings/settings.ts'

const { errors, titles } = ordinanceText

export interface Begun {
  readonly kind: OrdinanceKind
  readonly fiscalYear: FiscalYear
  readonly effectiveOn: CalendarDate | null
  /** Of a special budget. */
  readonly enterpriseId: string | null
}

/** A special budget is named after its enterprise. */
export type Opening = Pick<NewDocument, 'ordinal' | 'effectiveOn' | 'enterpriseId' | 'parentId'> & { readonly title?: string }

export async function openingOf(work: OfficerWork, begun: Begun): Promise<Opening> {
  if (begun.fiscalYear < oldestYear) throw new RuleBroken({ fiscalYear: errors.tooOld(String(oldestYear)) })
  if (Math.abs(begun.fiscalYear - fiscalYearOf(work.today)) > 1) throw new RuleBroken({ fiscalYear: errors.year })
  const opening: Readonly<Record<OrdinanceKind, () => Promise<Opening>>> = {
    annual: () => annual(work, begun), supplementary: () => supplementary(work, begun), interim: () => interim(work, begun), special: () => special(work, begun),
  }
  return opening[begun.kind]()
}

async function annual(work: OfficerWork, { fiscalYear }: Begun): Promise<Opening> {
  const standing = await findStanding(work, ['annual'], fiscalYear)
  if (standing.length > 0) throw new RuleBroken({ fiscalYear: errors.taken(String(fiscalYear)) })
  return { effectiveOn: null }
}

/** ฉบับที่ n, while the annual budget is in force and receipts are entered up to now. */
async function supplementary(work: OfficerWork, { fiscalYear, effectiveOn }: Begun): Promise<Opening> {
  mustTakeEffect(fiscalYear, effectiveOn)
  const standing = await findStanding(work, ['annual', 'supplementary'], fiscalYear)
  if (!standing.some(({ kind, state }) => kind === 'annual' && state === 'enforced')) throw new RuleBroken({ fiscalYear: errors.noAnnual(String(fiscalYear)) })
  const stale = staleness(await getReceipts(work, fiscalYear))
  if (stale !== undefined) throw new RuleBroken(stale)
  return { effectiveOn, ordinal: Math.max(0, ...standing.map(({ ordinal }) => ordinal ?? 0)) + 1 }
}

async function interim(work: OfficerWork, { fiscalYear }: Begun): Promise<Opening> {
  await mustBeNeeded(work, fiscalYear)
  const standing = await findStanding(work, ['interim'], fiscalYear)
  if (standing.length > 0) throw new RuleBroken({ fiscalYear: errors.taken(String(fiscalYear)) })
  return { effectiveOn: null }
}

/** Laid before the council with the year's ordinance, or with the one that supplements it, while that is a draft. */
async function special(work: OfficerWork, { fiscalYear, enterpriseId }: Begun): Promise<Opening> {
  const enterprise = (await findEnterprises(work, { activeOnly: true })).find(({ id }) => id === enterpriseId)
  if (!enterprise) throw new RuleBroken({ enterpriseId: errors.enterprise })
  const standing = await findStanding(work, ['annual', 'supplementary', 'special'], fiscalYear)
  const parent = standing.find(({ kind, state }) => kind !== 'special' && state === 'draft')
  if (!parent) throw new RuleBroken({ fiscalYear: errors.noParent(String(fiscalYear)) })
  const isTaken = standing.some((each) => each.kind === 'special' && each.enterpriseId === enterprise.id && each.ordinal === parent.ordinal)
  if (isTaken) throw new RuleBroken({ enterpriseId: errors.enterpriseTaken(enterprise.name) })
  const title = titles.special({ name: enterprise.name.replace(/^กิจการ/, ''), year: String(fiscalYear), ordinal: parent.ordinal === null ? '' : String(parent.ordinal) })
  return { effectiveOn: null, ordinal: parent.ordinal, parentId: parent.id, enterpriseId: enterprise.id, title }
}

/** Only while no budget of the year is in force. */
export async function mustBeNeeded(work: OfficerWork, fiscalYear: FiscalYear): Promise<void> {
  const standing = await findStanding(work, ['annual'], fiscalYear)
  if (standing.some(({ state }) => state === 'enforced' || state === 'closed')) throw new RuleBroken({ fiscalYear: errors.inForce(String(fiscalYear)) })
}

/** The interim budget that is in force. */
export async function findInterim(read: OfficerRead, fiscalYear: FiscalYear) {
  const standing = await findStanding(read, ['interim'], fiscalYear)
  return standing.find(({ state }) => state === 'enforced')
}

/** Its revenue raises the register from this day on (scenario 21). */
export function mustTakeEffect(fiscalYear: FiscalYear, effectiveOn: CalendarDate | null): void {
  const { from, until } = fiscalYearPeriod(fiscalYear)
  const isWithin = effectiveOn !== null && compareDates(effectiveOn, from) >= 0 && compareDates(effectiveOn, until) < 0
  if (!isWithin) throw new RuleBroken({ effectiveOn: errors.effective(String(fiscalYear)) })
}
