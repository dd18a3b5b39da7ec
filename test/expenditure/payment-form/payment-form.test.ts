// More claims wait than a form shows: any of them is found and chosen, and what was ticked stays.
import { expect, it } from 'vitest'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { chequeReportPaths, paymentPaths } from '../../../src/expenditure/payment.paths.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { addressIn, boxesIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, aTransferPayee, paymentNow, reportNow } from '../payment/paying.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const claimDate = calendarDate('2026-11-20')
const first = await anApprovedClaim(office, hire, '10.00', { claimDate })
// Two hundred that wait behind it, as if approved one by one.
const { id: _id, form_key: _key, ...row } = await db.owner('claims').where({ id: first }).first()
await db.owner('claims').insert(Array.from({ length: 200 }, (_, index) => ({ ...row, number: 1000 + index, department_number: 1000 + index, treasury_number: 1000 + index, title: `งานที่ ${index}`, form_key: null, payable_voucher_id: null })))
const last = await anApprovedClaim(office, hire, '4321.00', { claimDate, title: 'ค่าซ่อมสะพาน', payeeId: await aTransferPayee(office, 'หจก.สะพานไม้') })
const isTicked = (html: string, claim: string) => new RegExp(`value="${claim}" checked`).test(html)

it('the last of them is found for a payment beside the one ticked before, and both are recorded', async () => {
  const form = await desk.get(paymentPaths.new)
  expect(form.html).not.toContain(`value="${last}"`)
  expect(seen(form.html)).toContain(paymentText.moreClaims('200'))
  const typed = { ...boxesIn(form), channel: 'transfer', bankAccountId: office.savings, claimIds: first }
  const found = await desk.post(paymentPaths.new, { ...typed, search: 'สะพานไม้', find: '1' })
  expect([isTicked(found.html, first), found.html.includes(`value="${last}"`), isTicked(found.html, last), found.html.includes('งานที่ 5')]).toEqual([true, true, false, false])
  expect(boxesIn(found)).toMatchObject({ search: 'สะพานไม้' })
  expect(found.html).toMatch(/value="transfer" selected/)
  const nothing = await desk.post(paymentPaths.new, { ...typed, claimIds: '', search: 'ไม่มีใครชื่อนี้', find: '1' })
  expect(seen(nothing.html)).toContain(paymentText.noClaims)
  const id = addressIn((await desk.post(paymentPaths.new, { ...typed, claimIds: last, search: 'สะพานไม้' })).reply).split('/').at(-1) ?? ''
  expect(await paymentNow(office, id)).toMatchObject({ state: 'recorded', claims: [{ id: last }] })
})

it('it is found by its number for a report of cheques, and drafted', async () => {
  const [, , there = ''] = await db.owner('claims').where({ organisation_id: office.organisationId, title: 'งานที่ 199' }).pluck('id').then((ids: string[]) => ['', '', ...ids])
  const form = await desk.get(chequeReportPaths.new)
  expect(form.html).not.toContain(`value="${there}"`)
  const found = await desk.post(chequeReportPaths.new, { ...boxesIn(form), search: 'CLM-01199/70', find: '1' })
  const index = new RegExp(`name="rows\\.(\\d+)\\.claimId" value="${there}"`).exec(found.html)?.[1] ?? ''
  const signatoryIds = await db.owner('signatories').where({ organisation_id: office.organisationId }).pluck('id')
  const chosen = { ...boxesIn(found), bankAccountId: office.current, signatoryIds, [`rows.${index}.claimId`]: there, [`rows.${index}.channel`]: 'cheque', [`rows.${index}.number`]: '77700300' }
  const again = await desk.post(chequeReportPaths.new, { ...chosen, search: '', find: '1' })
  expect(isTicked(again.html, there)).toBe(true)
  const id = addressIn((await desk.post(chequeReportPaths.new, chosen)).reply).split('/').at(-1) ?? ''
  expect((await reportNow(office, id)).rows).toMatchObject([{ claims: [{ id: there }] }])
})
