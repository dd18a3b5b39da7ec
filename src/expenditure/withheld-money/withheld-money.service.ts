// What was kept back is claimed for whom it is held: the whole rest of the books, less what is on its way. Locks: creditor → claim.
import { recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { isZero } from '../../platform/money.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { monthOf } from '../month/month.ts'
import { creditorRows } from '../pay-creditor/pay-creditor.repository.ts'
import { creditorSource } from '../pay-creditor/pay-creditor.ts'
import { withheldText as text } from '../withheld.text.ts'
import { findLastDepartment, findWithheld } from './withheld-money.repository.ts'
import { leftOf, withheldSource } from './withheld-money.ts'

/** The id of the draft (ฎีกาเงินรับฝาก, C8). Two at once wait for each other, and the second finds nothing left. */
export async function claimWithheld(work: OfficerWork, creditorId: string): Promise<string> {
  await creditorRows.lock(work, creditorId)
  const withheld = (await findWithheld(work, monthOf(work.today))).find((each) => each.creditorId === creditorId)
  if (!withheld) throw new NotFound('pay creditor')
  const amount = leftOf(withheld)
  if (isZero(amount)) throw new RuleBroken(text.errors.nothing(withheld.name))
  const title = text.claimTitle(withheld.deduction, withheld.name)
  const id = await draftClaim(work, {
    kind: 'C8', claimDate: work.today, title, payeeId: withheld.payeeId, departmentId: await findLastDepartment(work, withheld), origin: { kind: withheldSource, id: creditorId },
    lines: [{
      budgetLineId: null, accountCode: withheld.accountCode, subKey: withheld.subKey, counterpartyId: null, fundCode: null, revenueCode: null, description: title.slice(0, 200), amount, source: null,
    }],
  })
  await recordChange(work, { kind: creditorSource, id: creditorId, action: 'claim', after: { amount } })
  return id
}
