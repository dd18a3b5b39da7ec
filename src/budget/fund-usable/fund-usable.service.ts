import { getOffice } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, balancesOn, type Roles } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, compareDates, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { sum, zero, type Money } from '../../platform/money.ts'
import { sumCarried } from '../fund-proof/fund-proof.repository.ts'
import { moneyIn } from '../fund-proof/fund-proof.service.ts'
import { notMoney } from '../fund-proof/fund-proof.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { findApproved, findEnacted } from './fund-usable.repository.ts'
import { usableOf, type Usable, type UsableAsked } from './fund-usable.ts'

/** As the books and the approvals of the own office stand now. */
export async function getUsable(read: OfficerRead, asked: UsableAsked & { readonly fiscalYear: FiscalYear }): Promise<Usable> {
  const { organisationId } = read.actor
  const { fiscalYear, source } = asked
  const { laoKind } = await getOffice(read, organisationId)
  const settings = await getSettings(read, { fiscalYear, laoKind })
  const roles = await accountsOfRoles(read, fiscalYear)
  // Categories and items of a type begin with its first two digits.
  const staffPrefix = settings.text('accumulated-staff-type').slice(0, 2)
  const until = lastDay(fiscalYear, read.today)
  const lent = ['accumulated-advance', 'accumulated-enterprise-loan'].flatMap((role) => roles[role] ?? [])
  const { from } = fiscalYearPeriod(fiscalYear)
  const opening = await balancesOn(read, { organisationId, until, isOpening: true })
  return usableOf({
    notMoney: notMoney({ accounts: opening, money: moneyIn(settings) }, lent), carried: await sumCarried(read, { organisationId, on: addDays(from, -1), lapsedBy: until }),
    balance: await balanceOf(read, roles[source === '2001' ? 'accumulated' : 'reserve-fund'], until),
    lent: sum([await balanceOf(read, lent[0], until), await balanceOf(read, lent[1], until)]),
    ...await findApproved(read, organisationId, { source, fiscalYear }), ...await findEnacted(read, organisationId, { fiscalYear, staffPrefix }),
    staffMonths: settings.number('accumulated-staff-months'), emergency: settings.percent('accumulated-emergency-percent'),
  }, asked)
}

function lastDay(fiscalYear: FiscalYear, today: CalendarDate): CalendarDate {
  const last = addDays(fiscalYearPeriod(fiscalYear).until, -1)
  return compareDates(today, last) < 0 ? today : last
}

async function balanceOf(read: OfficerRead, accountCode: Roles[string] | undefined, until: CalendarDate): Promise<Money> {
  return accountCode === undefined ? zero : balanceOn(read, { organisationId: read.actor.organisationId, accountCode, until })
}
