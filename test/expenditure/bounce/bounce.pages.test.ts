import { expect, it } from 'vitest'
import { claimPaths } from '../../../src/expenditure/expenditure.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { paymentPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { addressIn, boxesIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, aTransferPayee, bounced, posted } from '../payment/paying.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const desk = (who: Person) => atDesk(db, who.officer, expenditureRoutes)
const transferred = { paymentDate: calendarDate('2026-11-18'), channel: 'transfer' } as const

it('the head tells that money came back: asked once more, refused at its field with what was typed, then shown on payment, claim and list of what waits', async () => {
  const claimId = await anApprovedClaim(office, hire, '8000.00', { claimDate: calendarDate('2026-11-05'), payeeId: await aTransferPayee(office, 'นายแปด สุขใจ') })
  const id = await posted(office, [claimId], transferred)
  expect((await desk(office.head).get(paths.show(id))).html).toContain(paths.step(id, 'bounce'))
  const asked = await desk(office.head).get(paths.step(id, 'bounce'))
  expect(seen(asked.html)).toMatch(/นายแปด สุขใจ.*8,000\.00/)
  await expect(desk(office.finance).get(paths.step(id, 'bounce'))).rejects.toThrow(Forbidden)
  const refused = await desk(office.head).post(paths.step(id, 'bounce'), { ...boxesIn(asked), version: '2', bouncedOn: '01/11/2569', reason: 'บัญชีปิด' })
  expect(refused.reply).toMatchObject({ status: 422 })
  expect(seen(refused.html)).toContain(paymentText.errors.bounceBefore)
  expect(boxesIn(refused)).toMatchObject({ bouncedOn: '01/11/2569', reason: 'บัญชีปิด' })
  expect(addressIn((await desk(office.head).post(paths.step(id, 'bounce'), { version: '2', bouncedOn: '19/11/2569', reason: 'บัญชีปิด' })).reply)).toBe(paths.show(id))
  const shown = await desk(office.head).get(paths.show(id))
  expect(seen(shown.html)).toMatch(/เงินตีกลับ.*JV-0000\d\/70.*19 พฤศจิกายน 2569.*บัญชีปิด/)
  expect(shown.html).not.toContain(`${paths.show(id)}/reverse`)
  expect(seen((await desk(office.head).get(`${paths.list}?state=bounced`)).html)).toContain('8,000.00 เงินตีกลับ')
  expect(seen((await desk(office.finance).get(paths.new)).html)).toContain('นายแปด สุขใจ')
  const claim = await desk(office.head).get(claimPaths.show(claimId))
  expect(seen(claim.html)).toContain('ตีกลับจากธนาคาร รอจ่ายอีกครั้ง 8,000.00 บาท')
  expect(claim.html).not.toContain(`${claimPaths.show(claimId)}/revoke`)
  const undo = paths.step(id, 'unbounce')
  expect(shown.html).toContain(undo)
  const question = await desk(office.head).get(undo)
  expect((await desk(office.head).post(undo, { ...boxesIn(question), version: '3', reason: '' })).reply).toMatchObject({ status: 422 })
  expect(addressIn((await desk(office.head).post(undo, { version: '3', reason: 'บันทึกผิดรายการ' })).reply)).toBe(paths.show(id))
  expect(seen((await desk(office.head).get(paths.show(id))).html)).toMatch(/จ่ายแล้ว.*ยกเลิกการบันทึกเงินตีกลับ.*บันทึกผิดรายการ/)
  await expect(desk(office.head).get(undo)).rejects.toThrow(NotFound)
})

it('there is no such page for a payment in cash, one that came back already, or one of another office', async () => {
  const cash = await posted(office, [await anApprovedClaim(office, hire, '100.00', { claimDate: calendarDate('2026-11-05') })], { ...transferred, channel: 'cash' })
  await expect(desk(office.head).get(paths.step(cash, 'bounce'))).rejects.toThrow(NotFound)
  expect((await desk(office.head).get(paths.show(cash))).html).not.toContain(paths.step(cash, 'bounce'))
  const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
  await expect(desk(other.head).get(paths.step(cash, 'bounce'))).rejects.toThrow(NotFound)
})

it('that it had not come back is not offered once its claim is paid anew, and the page says why', async () => {
  const claimId = await anApprovedClaim(office, hire, '900.00', { claimDate: calendarDate('2026-11-05'), payeeId: await aTransferPayee(office, 'นายเก้า สุขใจ') })
  const id = await posted(office, [claimId], transferred)
  await bounced(office, id, calendarDate('2026-11-19'))
  expect((await desk(office.head).get(paths.show(id))).html).toContain(paths.step(id, 'unbounce'))
  await posted(office, [claimId], { ...transferred, paymentDate: calendarDate('2026-11-19') })
  const { html } = await desk(office.head).get(paths.show(id))
  expect(html).not.toContain(paths.step(id, 'unbounce'))
  expect(seen(html)).toContain(paymentText.errors.unbounceTaken)
})
