// The pawnshop's documents in the states worth a look.
import { calendarDate } from '../../src/platform/dates.ts'
import { createSharing, turnSharing } from '../../src/pawnshops/profit-share/profit-share.service.ts'
import { submitPawnDocument } from '../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks } from '../../src/pawnshops/pawn-document/pawn-document.ts'
import { addOpeningTicket } from '../../src/pawnshops/opening-ticket/opening-ticket.service.ts'
import { createControl, signControl, submitControl } from '../../src/pawnshops/month-control/month-control.service.ts'
import { bookPaths, controlPaths, openingTicketPaths, sharingPaths, ticketPaths } from '../../src/pawnshops/pawnshops.paths.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { demoShop, form, keyed, posted, putIn, type Shop } from '../pawnshops/shop.ts'
import { type Samples } from './page-samples.ts'

const day = '2026-11-19'

export async function pawnshopSamples(office: TestOffice, people: Pick<Shop, 'cashier' | 'manager' | 'accountant'>, signedIn: SignedIn): Promise<Samples> {
  const shop = await demoShop(office, people)
  const [asCashier, asManager] = [() => signedIn('pawn.cashier'), () => signedIn('pawn.manager')]
  await putIn(shop, { amount: '600000.00', account: '1101010101.001', against: '3102010101.005', day: calendarDate('2026-10-01') })
  const pledge = await posted(shop, 'pledge', form('pledge', day, [{ ticket: '12/001', principal: '10000.00' }, { ticket: '12/002', principal: '45000.00' }, { count: '6', principal: '38500.00' }]))
  const receipt = await posted(shop, 'receipt', form('receipt', day, [{ ticket: '12/001', principal: '10000.00', interest: '70.00' }]))
  const draft = await keyed(shop, 'receipt', form('receipt', day, [{ event: 'reduce', ticket: '12/002', principal: '5000.00', interest: '100.00' }]))
  const waiting = await keyed(shop, 'pledge', form('pledge', day, [{ ticket: '12/009', principal: '2500.00' }]))
  await shop.cashier.work((work) => submitPawnDocument(work, { book: pawnBooks.pledge, id: waiting }, 1))
  const forfeit = await keyed(shop, 'forfeiture', form('forfeiture', day, [{ ticket: '09/114', pledgedOn: '01/05/2569', principal: '3000.00' }]))
  const sharing = await shop.cashier.work((work) => createSharing(work, {
    formKey: crypto.randomUUID(), documentDate: calendarDate(day), reference: 'มติคณะกรรมการ 3/2569', remark: '', total: baht('500000.00'),
  }))
  await shop.cashier.work((work) => turnSharing('submit')(work, sharing, { version: 1 }))
  await shop.cashier.work((work) => addOpeningTicket(work, { ticket: '05/207', pledgedOn: calendarDate('2026-08-14'), principal: baht('12000.00') }))
  const october = await shop.cashier.work((work) => createControl(work, {
    month: calendarDate('2026-10-31'), counted: baht('600000.00'), openTickets: baht('12000.00'), openCount: 1, forfeited: zero, reason: 'ตั๋วยกมาที่บันทึกหลังวันเริ่มใช้ระบบ', formKey: crypto.randomUUID(),
  }))
  const august = await shop.cashier.work((work) => createControl(work, {
    month: calendarDate('2026-08-31'), counted: zero, openTickets: zero, openCount: 0, forfeited: zero, reason: '', formKey: crypto.randomUUID(),
  }))
  await shop.cashier.work((work) => submitControl(work, october, 1))
  await shop.manager.work((work) => signControl(work, october, 2))
  const { id: opening } = await office.owner('pawn_opening_tickets').first('id')
  return {
    [openingTicketPaths.removeRoute]: [
      { name: 'an opening ticket to be taken out', address: openingTicketPaths.remove(opening), as: asCashier },
      { name: 'opening tickets, listed', address: openingTicketPaths.list, as: asCashier },
      { name: 'tickets beside the books', address: ticketPaths.list, as: asManager },
    ],
    [bookPaths.receipt.showRoute]: [
      { name: 'a pawn receipt, drafted', address: bookPaths.receipt.show(draft), as: asCashier },
      { name: 'a pawn receipt, posted', address: bookPaths.receipt.show(receipt.id), as: asManager },
      { name: 'a pawn receipt on paper', address: bookPaths.receipt.show(receipt.id), as: asManager, then: (screen) => screen.press('พิมพ์') },
    ],
    [bookPaths.receipt.editRoute]: [{ name: 'a pawn receipt, to be mended', address: bookPaths.receipt.edit(draft), as: asCashier }],
    [bookPaths.pledge.showRoute]: [
      { name: 'a pawn voucher, waiting', address: bookPaths.pledge.show(waiting), as: asManager },
      { name: 'a pawn voucher on paper', address: bookPaths.pledge.show(pledge.id), as: asManager, then: (screen) => screen.press('พิมพ์') },
    ],
    [bookPaths.pledge.editRoute]: [{ name: 'pledges, nothing typed', address: bookPaths.pledge.new, as: asCashier, then: (screen) => screen.press('บันทึกร่าง') }],
    [bookPaths.forfeiture.showRoute]: [{ name: 'forfeited pledges, drafted', address: bookPaths.forfeiture.show(forfeit), as: asCashier }],
    [bookPaths.forfeiture.editRoute]: [{ name: 'forfeited pledges, to be mended', address: bookPaths.forfeiture.edit(forfeit), as: asCashier }],
    [controlPaths.showRoute]: [
      { name: 'the control of a month, signed', address: controlPaths.show(october), as: asManager },
      { name: 'the control of a month, on paper', address: controlPaths.show(october), as: asManager, then: (screen) => screen.press('พิมพ์') },
      { name: 'the control of a month, nothing typed', address: controlPaths.new, as: asCashier, then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [controlPaths.editRoute]: [{ name: 'the control of a month, to be mended', address: controlPaths.edit(august), as: asCashier }],
    [sharingPaths.showRoute]: [{ name: 'a profit to be shared', address: sharingPaths.show(sharing), as: asManager }],
  }
}
