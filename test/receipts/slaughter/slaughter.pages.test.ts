import { describe, expect, it } from 'vitest'
import { getVoucher } from '../../../src/ledger/index.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { receiptsRoutes } from '../../../src/receipts/index.ts'
import { confirmSummary, getSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { slaughterText as text } from '../../../src/receipts/slaughter.text.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aCounter } from '../lao.ts'
import { addressIn, boxesIn } from '../pages.ts'
import { aSchool, cashOnHand, prepare, receivedSlip, type Person, type School } from '../school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)
const pig = { animal: 'สุกร', validFrom: '01/10/2569', duty: '10.00', slaughterhouse: '15.00', lairage: '5.00', authority: 'เทศบัญญัติ พ.ศ. 2565' }

async function ratesOf(town: School, ...rates: Partial<typeof pig>[]): Promise<string[]> {
  for (const rate of rates) await desk(town.head).post('/receipts/slaughter/rates/new', { ...pig, ...rate })
  return db.owner('slaughter_rates').where({ organisation_id: town.organisation.id }).orderBy('id').pluck('id')
}

describe('animals brought for slaughter', () => {
  it('make one receipt: 3 pigs at 10.00, 15.00 and 5.00 a head give 30.00 + 45.00 + 15.00 = 90.00 under three codes (scenario 36)', async () => {
    const town = await aCounter(db)
    const [id = ''] = await ratesOf(town, {})
    expect(seen((await desk(town.clerk).get('/receipts/slaughter')).html)).toContain(text.rates(['10.00', '15.00', '5.00']))
    const form = await desk(town.clerk).get(`/receipts/counter?heads.${id}=3`)
    const boxes = boxesIn(form)
    expect([0, 1, 2].map((row) => [boxes[`lines.${row}.incomeCode`]?.slice(0, 8), boxes[`lines.${row}.amount`]])).toEqual([['41100004', '30.00'], ['41210001', '45.00'], ['41210002', '15.00']])
    expect(boxes['lines.0.description']).toBe(text.lineOf('สุกร', '3'))
    const address = addressIn((await desk(town.clerk).post('/receipts/counter', { ...boxes, payer: 'นายเขียว', then: 'show' })).reply)
    await receivedSlip(town, { receiptIds: [address.split('/').at(-1) ?? ''] })
    const summary = await prepare(town.finance)
    await town.head.work((work) => confirmSummary(work, summary, 1))
    const { voucher } = await town.head.read((read) => getSummary(read, town.organisation.id, summary))
    const { lines } = await town.head.read((read) => getVoucher(read, town.organisation.id, voucher?.id ?? ''))
    expect(lines.map((line) => [line.side, line.revenueCode ?? line.accountCode, line.amount])).toEqual([
      ['D', cashOnHand, baht('90')], ['C', '41100004', baht('30')], ['C', '41210001', baht('45')], ['C', '41210002', baht('15')],
    ])
  })

  it('are reckoned by the rate in force; a fee the office does not have makes no line', async () => {
    const town = await aCounter(db)
    const [old = '', now = '', ox = '', later = ''] = await ratesOf(town, {}, { validFrom: '01/11/2569', duty: '12.00' }, { animal: 'โค', lairage: '0' }, { validFrom: '01/12/2569', duty: '99' })
    const boxes = boxesIn(await desk(town.clerk).get(`/receipts/counter?heads.${old}=9&heads.${now}=๒&heads.${ox}=1&heads.${later}=1`))
    expect([boxes['lines.0.amount'], boxes['lines.1.amount'], boxes['lines.2.amount']]).toEqual(['34.00', '45.00', '10.00'])
    const none = boxesIn(await desk(town.clerk).get(`/receipts/counter?heads.${ox}=x`))
    expect(none['lines.0.amount']).toBe('')
  })

  it('rates are the head\'s to enter, once a day and not all nought; a school has none', async () => {
    const town = await aCounter(db)
    await expect(desk(town.clerk).post('/receipts/slaughter/rates/new', pig)).rejects.toThrow(Forbidden)
    await ratesOf(town, {})
    expect((await desk(town.head).post('/receipts/slaughter/rates/new', pig)).html).toContain(text.errors.taken('สุกร'))
    expect((await desk(town.head).get('/receipts/receipts')).html).toContain('href="/receipts/slaughter"')
    const seenByHead = (await desk(town.head).get('/receipts/slaughter')).html
    expect([seen(seenByHead).includes('สุกร'), seenByHead.includes('href="/receipts/slaughter/rates/new"'), seenByHead.includes('name="heads.')]).toEqual([true, true, false])
    const refused = await desk(town.head).post('/receipts/slaughter/rates/new', { ...pig, animal: '', duty: '0', slaughterhouse: '', lairage: '0.00', authority: '' })
    for (const name of ['animal', 'authority']) expect(refused.html).toContain(`href="#${name}"`)
    expect((await desk(town.head).post('/receipts/slaughter/rates/new', { ...pig, animal: 'แพะ', duty: '0', slaughterhouse: '', lairage: '0' })).html).toContain(text.errors.noRate)
    expect((await desk(town.head).post('/receipts/slaughter/rates/new', { ...pig, animal: 'แพะ', duty: '1.005' })).html).toContain('href="#duty"')
    const school = await aSchool(db)
    expect((await desk(school.clerk).get('/receipts/slaughter')).reply).toMatchObject({ kind: 'redirect', to: '/receipts/receipts/handwritten/new' })
    await expect(desk(school.head).post('/receipts/slaughter/rates/new', pig)).rejects.toThrow(NotFound)
  })
})
