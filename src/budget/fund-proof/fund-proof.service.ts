import { accountsOfRoles, balancesOn } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { sumCarried } from './fund-proof.repository.ts'
import { proofOf, type Proof } from './fund-proof.ts'

export interface AskedProof {
  readonly organisationId: string
  readonly laoKind: string | null
  readonly on: CalendarDate
}

/** As the books stood at the end of that day. */
export async function getProof(read: OfficerRead, { organisationId, laoKind, on }: AskedProof): Promise<Proof> {
  const fiscalYear = fiscalYearOf(on)
  const roles = await accountsOfRoles(read, fiscalYear, organisationId)
  return proofOf({
    accounts: await balancesOn(read, { organisationId, until: on }), accumulated: roles.accumulated ?? '', reserve: roles['reserve-fund'],
    money: moneyIn(await getSettings(read, { fiscalYear, laoKind })), carried: await sumCarried(read, { organisationId, on, lapsedBy: on }),
  })
}

/** Beginnings of the codes of accounts that are money. */
export function moneyIn(settings: { text(code: string): string }): string[] {
  return settings.text('accumulated-money-accounts').split(' ')
}
