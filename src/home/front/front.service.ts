import { addMonths, bangkokDateOf, daysBetween, instant } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findReceiptWork } from '../../receipts/index.ts'
import { deviceOf } from '../../identity/index.ts'
import { type Home } from './front.ts'
import { findNotices, findOwnAccount, getCard } from './front.repository.ts'

export async function getHome(read: OfficerRead): Promise<Home> {
  const own = await findOwnAccount(read)
  const due = own.passwordChangedAt && addMonths(bangkokDateOf(instant(own.passwordChangedAt)), 6)
  return {
    officer: read.actor, now: read.now, card: await getCard(read), notices: await findNotices(read), receiptWork: await findReceiptWork(read),
    lastSignIn: own.signIn && { at: instant(own.signIn.at), ip: own.signIn.ip, device: deviceOf(own.signIn.agent) },
    passwordDueInDays: due ? daysBetween(read.today, due) : undefined,
  }
}
