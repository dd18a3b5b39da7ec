import { describe, expect, it } from 'vitest'
import { ordinanceFormText } from '../../../src/budget/ordinance-form.text.ts'
import { estimatePaths } from '../../../src/budget/ordinance-form.paths.ts'
import { saveRevenues } from '../../../src/budget/ordinance-revenues/ordinance-revenues.service.ts'
import { differenceOf } from '../../../src/budget/ordinance-revenues/ordinance-revenues.ts'
import { ordinancePaths as paths } from '../../../src/budget/ordinance.paths.ts'
import { documentsText } from '../../../src/documents/documents.text.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { anOpenOffice, organisation } from '../../support/world.ts'
import { collect, landTax } from '../../ledger/collected.ts'
import { aBudgetOffice } from '../world.ts'
import { aDraft, setState, storedRevenues, versionOf } from './drafts.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const elsewhere = await aBudgetOffice(office)
const clerk = await signIn(office, 'saensuk.budget')
const head = await signIn(office, 'saensuk.head')
const { errors, revenues: text } = ordinanceFormText
const { errors: shared } = documentsText

const row = (index: number, code: string, amount: string, more: Readonly<Record<string, string>> = {}) => (
  Object.fromEntries(Object.entries({ code, amount, ...more }).map(([cell, value]) => [`lines.${index}.${cell}`, value])))

async function sent(id: string, values: Readonly<Record<string, string>>) {
  await clerk.open(paths.revenuesEdit(id))
  return clerk.submit(values)
}

describe('estimates of revenue', () => {
  it('are typed by code or by Thai name and shown by category, with subtotals and the difference to this year', async () => {
    const id = await aDraft(saensuk)
    const page = await sent(id, {
      ...row(0, '41100003', '๑,๕๖๐.๒๕', { estimateNow: '1,500.00', explanation: 'ประมาณการตามผู้เสียภาษี', actual1: '1200' }),
      ...row(1, 'ภาษีที่ดินและสิ่งปลูกสร้าง', '2000000'), ...row(4, '43100001', '9,000,000.00'),
    })
    expect(page.path).toBe(paths.revenues(id))
    expect(page.text).toContain(ordinanceFormText.saved)
    expect(page.text).toMatch(/411000 หมวดภาษีอากร.*41100003 ภาษีป้าย ประมาณการตามผู้เสียภาษี 1,200\.00.*1,500\.00 4\.02 1,560\.25.*รวมหมวดภาษีอากร.*2,001,560\.25.*รวมทั้งสิ้น.*11,001,560\.25/)
    expect(await storedRevenues(saensuk, id)).toEqual([
      { revenue_code: '41100003', amount: '1560.25', actual_1: '1200.00', actual_3: '0.00', estimate_now: '1500.00', explanation: 'ประมาณการตามผู้เสียภาษี' },
      { revenue_code: '41100009', amount: '2000000.00', actual_1: '0.00', actual_3: '0.00', estimate_now: '0.00', explanation: '' },
      { revenue_code: '43100001', amount: '9000000.00', actual_1: '0.00', actual_3: '0.00', estimate_now: '0.00', explanation: '' },
    ])
    expect((await clerk.open(`${estimatePaths.list}?year=2571`)).text).toMatch(/ปีงบประมาณ 2571/)
    expect((await clerk.open(`${estimatePaths.list}?year=2560`)).text).not.toMatch(/รวมประมาณการรายรับ/)
    expect((await clerk.open(estimatePaths.list)).text).toMatch(/ปีงบประมาณ 2571 .* ร่าง หมวดภาษีอากร.* 2,001,560\.25 .*รวมประมาณการรายรับ 11,001,560\.25/)
    expect((await clerk.open(paths.revenuesEdit(id))).html).toContain('value="41100003 ภาษีป้าย"')
  })

  it.each([
    ['a code that is not there', row(0, '49999999', '10'), 'lines.0.code', errors.revenueCode],
    ['no code', row(0, '', '10'), 'lines.0.code', errors.revenueCode],
    ['words that fit several codes', row(0, 'ค่าธรรมเนียม', '10'), 'lines.0.code', errors.ambiguous],
    ['a tax that was abolished', row(0, '41100001', '10'), 'lines.0.code', errors.offCode('41100001')],
    ['a tax of provincial organisations', row(0, '41100006', '10'), 'lines.0.code', errors.foreignCode('41100006')],
    ['a code twice', { ...row(0, '41100003', '10'), ...row(2, 'ภาษีป้าย', '20') }, 'lines.2.code', errors.twin],
    ['less than nothing', row(0, '41100003', '-1.00'), 'lines.0.amount', shared.positive],
    ['nothing', row(0, '41100003', '0.00'), 'lines.0.amount', shared.positive],
    ['a third decimal', row(0, '41100003', '12.345'), 'lines.0.amount', shared.amount],
    ['no number', row(0, '41100003', 'NaN'), 'lines.0.amount', shared.amount],
    ['a mistyped number', row(0, '41100003', '12,3x'), 'lines.0.amount', shared.amount],
    ['an amount beyond all bounds', row(0, '41100003', '1000000000000.00'), 'lines.0.amount', shared.amount],
    ['no amount', row(0, '41100003', ''), 'lines.0.amount', shared.noAmount],
    ['a past year below nothing', row(0, '41100003', '10', { actual2: '-1.00' }), 'lines.0.actual2', shared.positive],
    ['a mistyped past year', row(0, '41100003', '10', { actual1: '1e9' }), 'lines.0.actual1', shared.amount],
    ['a mistyped estimate of this year', row(0, '41100003', '10', { estimateNow: '๑๒.๓๔๕' }), 'lines.0.estimateNow', shared.amount],
    ['an explanation of 1001 letters', row(0, '41100003', '10', { explanation: 'ก'.repeat(1001) }), 'lines.0.explanation', shared.tooLong('1000')],
  ])('are refused for %s at the cell, with what was typed kept and nothing saved', async (_what, values, cell, message) => {
    const id = await aDraft(saensuk)
    const page = await sent(id, { ...values, ...row(5, '43100001', '7,777.77') })
    expect(page.status).toBe(422)
    const [, told] = new RegExp(`<p class="error" id="${cell.replaceAll('.', '\\.')}-error">.*?</span>([^<]*)</p>`).exec(page.html) ?? []
    expect(told).toBe(message)
    expect(page.html).toContain('value="7,777.77"')
    expect(await storedRevenues(saensuk, id)).toEqual([])
    expect(await versionOf(saensuk, id)).toBe(1)
  })

  it('of more than 300 rows are refused', async () => {
    const id = await aDraft(saensuk)
    const page = await sent(id, row(300, '41100003', '10'))
    expect(page.status).toBe(422)
    expect(page.text).toContain(errors.manyRows)
    expect(await storedRevenues(saensuk, id)).toEqual([])
  })

  it('can be looked at before they are saved: faults, subtotals, more rows, without script', async () => {
    const id = await aDraft(saensuk)
    const checked = await sent(id, { ...row(0, '41100003', '10'), ...row(1, 'x', '20'), again: 'check' })
    expect(checked.status).toBe(200)
    expect(checked.text).toContain(errors.revenueCode)
    expect(checked.text).toMatch(/รวมตามหมวด.*หมวดภาษีอากร 10\.00/)
    expect((await clerk.submit({ again: '5' })).html).toContain('name="lines.7.amount"')
    expect(await storedRevenues(saensuk, id)).toEqual([])
  })

  it('leave out the row that was emptied', async () => {
    const id = await aDraft(saensuk)
    await sent(id, { ...row(0, '41100003', '10'), ...row(1, '41100004', '20') })
    await sent(id, row(0, '', '', { code: '' }))
    expect((await storedRevenues(saensuk, id)).map((line) => line.revenue_code)).toEqual(['41100004'])
  })

  it('of a year whose books are here show what the books say, whatever was typed', async () => {
    const counter = await anOpenOffice(office, { at: await organisation(office, '4200103'), groups: ['LAO_FIN_HEAD', 'LAO_ACCOUNT'] })
    await counter.work((work) => collect(work, counter, {
      sourceId: '9001', revenues: [{ accountCode: landTax, revenueCode: '41100009', amount: baht('54321.50') }],
    }))
    const id = await aDraft(saensuk, 2572)
    expect((await clerk.open(paths.revenuesEdit(id))).text).toContain(text.fromBooks('2570'))
    expect(clerk.html).not.toContain('name="lines.0.actual3"')
    const page = await sent(id, row(0, '41100009', '60,000', { actual3: '1.00' }))
    expect(page.text).toMatch(/41100009 ภาษีที่ดินและสิ่งปลูกสร้าง 0\.00 0\.00 54,321\.50/)
    expect((await storedRevenues(saensuk, id))[0]?.actual_3).toBe('54321.50')
    await clerk.open(`${estimatePaths.received(2570)}?number=41100009`)
    expect(JSON.parse(clerk.html)).toEqual({ available: '54,321.50' })
    await clerk.open(`${estimatePaths.received(2560)}?number=41100009`)
    expect(JSON.parse(clerk.html)).toEqual({ available: '' })
    expect((await clerk.open(estimatePaths.received(25))).status).toBe(404)
  })

  it('are not typed over a change of somebody else, nor once they are laid before the council', async () => {
    const id = await aDraft(saensuk)
    await clerk.open(paths.revenuesEdit(id))
    await saensuk.clerk.work((work) => saveRevenues(work, id, { version: 1, lines: [] }))
    expect((await clerk.submit(row(0, '41100003', '10'))).status).toBe(409)
    await clerk.open(paths.revenuesEdit(id))
    await setState(saensuk, id, 'proposed')
    expect((await clerk.submit(row(0, '41100003', '10'))).status).toBe(409)
    expect((await clerk.open(paths.revenuesEdit(id))).status).toBe(404)
    expect((await clerk.open(paths.revenues(id))).text).not.toContain(text.edit)
    expect(await storedRevenues(saensuk, id)).toEqual([])
  })

  it('are of no use to another office, and not for who only approves', async () => {
    const id = await aDraft(saensuk)
    const foreign = await aDraft(elsewhere)
    for (const address of [paths.revenues(foreign), paths.revenuesEdit(foreign)]) expect((await clerk.open(address)).status).toBe(404)
    expect((await head.open(paths.revenues(id))).status).toBe(200)
    expect((await head.open(paths.revenuesEdit(id))).status).toBe(403)
    const form = { version: 1, lines: [] }
    await expect(elsewhere.clerk.work((work) => saveRevenues(work, id, form))).rejects.toThrow(NotFound)
    await expect(saensuk.head.work((work) => saveRevenues(work, id, form))).rejects.toThrow(Forbidden)
    expect((await clerk.open(paths.revenues('abc'))).status).toBe(404)
  })
})

describe('the difference to this year', () => {
  it.each([['110', '100', 1000n], ['90', '100', -1000n], ['1', '3', -6667n], ['5', '0', undefined]])('of %s to %s', (amount, before, expected) => {
    expect(differenceOf(baht(amount), baht(before))).toBe(expected)
  })
})
