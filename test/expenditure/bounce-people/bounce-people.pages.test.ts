import { expect, it } from 'vitest'
import { claimPaths } from '../../../src/expenditure/expenditure.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { paymentPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { addressIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, posted } from '../payment/paying.ts'
import { carriedThrough, drafted, lineOf } from '../world.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [wages = ''] = await anEnactedBudget(office, [{ code: '5220100', amount: '900000.00' }])
const desk = (who: Person) => atDesk(db, who.officer, expenditureRoutes)
const claimDate = calendarDate('2026-11-05')

const person = (name: string, gross: string) => ({ payeeId: null, name, taxId: '', bankCode: '006', accountNumber: '4051234567', accountName: name, gross: baht(gross), deducted: baht('0') })

it('the head ticks whose money came back: refused with what was ticked, then told on payment and claim, and taken back', async () => {
  const claim = await carriedThrough(office, await drafted(office, {
    kind: 'C3', claimDate, title: 'ค่าตอบแทน', departmentId: office.departmentId, payees: [person('นายเอก ดี', '1000.00'), person('นางโท ดี', '2000.00')],
    lines: [lineOf(wages, '5101010101.001', '3000.00')], origin: { kind: 'scenario', id: '1' },
  }))
  const id = await posted(office, [claim], { paymentDate: calendarDate('2026-11-18') })
  const step = paths.step(id, 'bounce-people')
  expect((await desk(office.head).get(paths.show(id))).html).toContain(step)
  expect(seen((await desk(office.head).get(step)).html)).toMatch(/นายเอก ดี 1,000\.00 \S*กรุงไทย\S* 4051234567.*นางโท ดี 2,000\.00/)
  await expect(desk(office.finance).get(step)).rejects.toThrow(Forbidden)
  const form = { version: '2', bouncedOn: '19/11/2569', reason: 'บัญชีปิด', people: `${claim}-2` }
  const nobody = await desk(office.head).post(step, { ...form, people: '' })
  expect(nobody.reply).toMatchObject({ status: 422 })
  expect(seen(nobody.html)).toContain(paymentText.errors.people.nobody)
  const early = await desk(office.head).post(step, { ...form, bouncedOn: '01/11/2569' })
  expect(seen(early.html)).toContain(paymentText.errors.bounceBefore)
  expect(early.html).toMatch(new RegExp(`value="${claim}-2" checked`))
  expect(addressIn((await desk(office.head).post(step, form)).reply)).toBe(paths.show(id))
  const shown = await desk(office.head).get(paths.show(id))
  expect(seen(shown.html)).toMatch(/จ่ายแล้ว เงินตีกลับบางราย.*เงินตีกลับบางราย.*นางโท ดี.*บัญชีปิด.*JV-0000\d\/70.*2,000\.00/)
  for (const gone of ['reverse', 'bounce'] as const) expect(shown.html).not.toMatch(new RegExp(`${paths.step(id, gone)}"`))
  expect(seen((await desk(office.head).get(paths.list)).html)).toContain('จ่ายแล้ว เงินตีกลับบางราย')
  expect(seen((await desk(office.head).get(claimPaths.show(claim))).html)).toMatch(/รอจ่ายอีกครั้ง 2,000\.00 บาท.*นางโท ดี เงินตีกลับ รอจ่ายใหม่/)
  expect(seen((await desk(office.finance).get(paths.new)).html)).toContain('2,000.00')
  const undo = paths.step(id, 'unbounce-people')
  expect(seen((await desk(office.head).get(undo)).html)).toMatch(/นางโท ดี.*2,000\.00/)
  expect((await desk(office.head).post(undo, { version: '3', reason: '' })).reply).toMatchObject({ status: 422 })
  expect(addressIn((await desk(office.head).post(undo, { version: '3', reason: 'ผิดราย' })).reply)).toBe(paths.show(id))
  expect(seen((await desk(office.head).get(paths.show(id))).html)).toMatch(/ยกเลิกการบันทึกแล้ว/)
  await expect(desk(office.head).get(undo)).rejects.toThrow(NotFound)
})

it('there is no such page for the payment of one payee, or of another office', async () => {
  const id = await posted(office, [await anApprovedClaim(office, wages, '100.00', { claimDate })], { paymentDate: calendarDate('2026-11-18') })
  await expect(desk(office.head).get(paths.step(id, 'bounce-people'))).rejects.toThrow(NotFound)
  expect((await desk(office.head).get(paths.show(id))).html).not.toContain('bounce-people')
  const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
  await expect(desk(other.head).get(paths.step(id, 'bounce-people'))).rejects.toThrow(NotFound)
})
