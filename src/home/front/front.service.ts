import { instant } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findReceiptWork } from '../../receipts/index.ts'
import { deviceOf, findPasswordReminder } from '../../identity/index.ts'
import { type Home } from './front.ts'
import { findNotices, findPreviousSignIn, getCard } from './front.repository.ts'

export async function getHome(read: OfficerRead): Promise<Home> {
  const previous = await findPreviousSignIn(read)
  return {
    officer: read.actor, now: read.now, card: await getCard(read), notices: await findNotices(read), receiptWork: await findReceiptWork(read),
    lastSignIn: previous && { at: instant(previous.at), ip: previous.ip, device: deviceOf(previous.agent) },
    passwordDueInDays: await findPasswordReminder(read),
  }
}
