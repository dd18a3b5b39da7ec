// S50 through the documents of both sides: what the LAO has set up waits for nobody; what it has paid waits at the school, for whoever records it, with all that is known.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { blankBoxes } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { getClaim } from '../../../src/expenditure/claim/claim.repository.ts'
import { revokeClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { findDealings, getBoard } from '../../../src/interagency/pair/pair.service.ts'
import { isOnItsWay, waitingOf } from '../../../src/interagency/pair/pair.ts'
import { waitingItemsOf } from '../../../src/interagency/pair/pair.view.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aPayee, carriedThrough, claimNow } from '../../expenditure/world.ts'
import { aPayingOffice, paymentNow, posted } from '../../expenditure/payment/paying.ts'
import { aSchool, prepare, receivedSlip, record } from '../../receipts/school.ts'
import { confirmSummary, getSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { journalOf, linesOf } from '../../expenditure/acceptance/acceptance.ts'
import { testDatabase } from '../../support/database.ts'
import { organisation } from '../../support/world.ts'

const [day, year] = [calendarDate('2026-11-20'), fiscalYear(2570)]
const db = await testDatabase()
const office = await aPayingOffice(db, { on: day, money: '900000.00' })
const at = await organisation(db, (await db.owner('organisations').where({ id: office.organisationId }).first('code')).code)
const school = await aSchool(db, '05', at)
await school.finance.work((work) => openFiscalYear(work, year))
await anEnactedBudget(office, [{ code: '5610200', amount: '900000.00' }])
await aPayee(office, 'โรงเรียนอนุบาล', 'state_body')

async function anApprovedGift(amount: string): Promise<string> {
  const input = {
    ...blankBoxes, kind: 'C13', department: office.departmentId, documentDate: '20/11/2569', payee: 'โรงเรียนอนุบาล', title: 'เงินโอนให้โรงเรียน', vat: 'none',
    rows: [{ line: '1', unit: school.organisation.id, account: '', key: '', description: '', amount }], deductions: [], pasted: '', formKey: randomUUID(), version: '',
  }
  return carriedThrough(office, await office.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false })))
}

const standingAt = (who: Pick<typeof school.head, 'read'>) => who.read(async (read) => (await getBoard(read, year)).standings)
const itemsOf = (who: Pick<typeof school.head, 'read'>) => who.read(async (read) => waitingItemsOf(await findDealings(read, [year]), read.actor))

it('money to the school waits there once it is paid, leads to a form that knows it, and is green when it is in both books (S50)', async () => {
  const claimId = await anApprovedGift('500000.00')
  for (const who of [school.head, office.head]) expect((await standingAt(who)).map((standing) => [isOnItsWay(standing), waitingOf(standing)])).toEqual([[true, 0n]])
  expect(await itemsOf(school.clerk)).toEqual([])
  const { payableVoucherId } = await claimNow(office, claimId)
  expect(await linesOf(office.head, office.organisationId, payableVoucherId ?? '')).toEqual(journalOf('S50', 0))

  const payment = await paymentNow(office, await posted(office, [claimId], { paymentDate: day, channel: 'withdrawal' }))
  expect(await linesOf(office.head, office.organisationId, payment.voucherId ?? '')).toEqual(journalOf('S50', 1))
  const [item, ...others] = await itemsOf(school.clerk)
  expect(others).toEqual([])
  expect(item?.amount).toBe(baht('500000'))
  const asked = new URL(item?.href ?? '', 'http://x')
  expect(asked.pathname).toBe('/receipts/receipts/evidence/new')
  expect(Object.fromEntries(asked.searchParams)).toEqual({ from: at.name, account: '4404050104.001', amount: '500,000.00' })
  expect(await itemsOf(office.preparer)).toEqual([])

  await receivedSlip(school, { receiptIds: [await record(school.clerk, { income: '4404050104.001', key: at.name, amount: '500000.00', transferTo: school.bankAccountId })] })
  const summary = await prepare(school.finance)
  await school.head.work((work) => confirmSummary(work, summary, 1))
  const { voucher } = await school.head.read((read) => getSummary(read, school.organisation.id, summary))
  expect(await linesOf(school.head, school.organisation.id, voucher?.id ?? '')).toEqual(journalOf('S50', 2))
  for (const who of [school.head, office.head]) expect((await standingAt(who)).map(({ ours, theirs }) => [ours, theirs])).toEqual([[baht('500000'), baht('500000')]])
  expect(await itemsOf(school.clerk)).toEqual([])
})

it('what is set up, taken back and set up again is on its way once', async () => {
  const before = (await standingAt(school.head))[0]?.theirs ?? 0n
  const claimId = await anApprovedGift('20000.00')
  await office.head.work(async (work) => revokeClaim(work, claimId, { version: (await getClaim(work, office.organisationId, claimId)).version, reason: 'ผิดหน่วย' }))
  expect((await standingAt(school.head)).map((standing) => [standing.theirs, standing.unsent])).toEqual([[before, 0n]])
  await anApprovedGift('30000.00')
  expect((await standingAt(school.head)).map((standing) => [isOnItsWay(standing), standing.unsent, waitingOf(standing)])).toEqual([[true, baht('30000'), 0n]])
})
