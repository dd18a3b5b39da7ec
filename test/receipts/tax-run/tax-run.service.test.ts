import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { balanceOf, debtNumber } from '../../../src/receipts/tax-debt/tax-debt.ts'
import { askRun, previewRun, refuseRun, reverseRun } from '../../../src/receipts/tax-run/tax-run.service.ts'
import { taxRunText } from '../../../src/receipts/tax-run.text.ts'
import { testDatabase } from '../../support/database.ts'
import { approve, ask, assess, aTaxTown, debtOf, keyOf, landDebtor, lastDay, lastYear, owner, pay, run, runLines } from '../owing.ts'
import { aPerson } from '../school.ts'

const db = await testDatabase()

describe('on 30 September', () => {
  it('what is unpaid becomes a debtor, and later collections credit it (R11, R12)', async () => {
    const town = await aTaxTown(db)
    const [unpaid, part, paid] = [await assess(town, { assessed: baht('36800') }), await assess(town), await assess(town, { assessed: baht('100') })]
    await pay(town, await debtOf(town, paid), { amount: '100.00', date: calendarDate('2026-09-01') })
    await assess(town, { noticeDate: calendarDate('2026-10-01'), dueDate: calendarDate('2026-12-31'), assessed: baht('9') })
    const preview = await town.clerk.read((read) => previewRun(read, { kind: 'set-up', fiscalYear: lastYear }))
    expect(preview.total).toBe(baht('41800'))
    const key = await keyOf(town)
    expect(await runLines(town, await run(town, 'set-up'))).toEqual(['AJ', lastDay, ['D', landDebtor, baht('41800'), key], ['C', '4401010104.001', baht('41800'), null]])
    expect([await debtOf(town, unpaid), await debtOf(town, part), await debtOf(town, paid)].map((debt) => debt.isSetUp)).toEqual([true, true, false])
    await pay(town, await debtOf(town, part), { amount: '5000.00' })
    expect(balanceOf(await debtOf(town, part))).toBe(zero)
    await expect(ask(town, 'set-up')).rejects.toThrow(new RuleBroken({ fiscalYear: taxRunText.errors.nothing }))
  })

  it('is asked once, decided by another with the right, and once by two heads at a time', async () => {
    const [town, other] = [await aTaxTown(db), await aTaxTown(db)]
    await assess(town)
    const both = await aPerson(db, town.organisation, ['LAO_REVENUE', 'LAO_FIN_HEAD'])
    const id = await both.work((work) => askRun(work, { kind: 'set-up', fiscalYear: lastYear, formKey: randomUUID() }))
    await expect(ask(town, 'set-up')).rejects.toThrow(new RuleBroken({ fiscalYear: taxRunText.errors.twin }))
    await expect(approve(both, id)).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(approve(town.clerk, id)).rejects.toThrow(Forbidden)
    await expect(approve(other.head, id)).rejects.toThrow(NotFound)
    const second = await aPerson(db, town.organisation, ['LAO_FIN_HEAD'])
    const results = await Promise.allSettled([approve(town.head, id), approve(second, id)])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await db.owner('vouchers').where({ organisation_id: town.organisation.id, type: 'AJ' })).toHaveLength(1)
    await expect(ask(town, 'set-up', fiscalYear(2570))).rejects.toThrow(new RuleBroken({ fiscalYear: taxRunText.errors.notOver }))
  })

  it('is refused whole when a debt was paid meanwhile, and may be asked anew', async () => {
    const town = await aTaxTown(db)
    const debt = await debtOf(town, await assess(town))
    const id = await ask(town, 'set-up')
    await pay(town, debt, { amount: '1000.00', date: lastDay })
    await expect(approve(town.head, id)).rejects.toThrow(new RuleBroken(taxRunText.errors.changed))
    await town.head.work((work) => refuseRun(work, id, { version: 1, reason: 'มีผู้ชำระแล้ว' }))
    expect(await runLines(town, await run(town, 'set-up'))).toContainEqual(['D', landDebtor, baht('4000'), await keyOf(town)])
  })

  it('is undone while nobody has paid what it set up', async () => {
    const town = await aTaxTown(db)
    const id = await assess(town)
    const first = await run(town, 'set-up')
    const undo = (run: string) => town.head.work((work) => reverseRun(work, run, { version: 2, reason: 'ประเมินผิด' }))
    await undo(first)
    expect((await debtOf(town, id)).isSetUp).toBe(false)
    const second = await run(town, 'set-up')
    await pay(town, await debtOf(town, id), { amount: '1.00', isUnposted: true })
    const paid = await debtOf(town, id)
    await expect(undo(second)).rejects.toThrow(new RuleBroken(taxRunText.errors.touched(`${debtNumber(paid)} ${owner}`)))
    expect(paid).toMatchObject({ isSetUp: true, standing: baht('4999') })
  })

  it('sets up no more of a debt than is open still, and nothing of what was paid since', async () => {
    const town = await aTaxTown(db)
    await assess(town)
    const first = await run(town, 'set-up')
    const [part, whole] = [await assess(town), await assess(town, { assessed: baht('700') })]
    await pay(town, await debtOf(town, part), { amount: '2000.00' })
    await pay(town, await debtOf(town, whole), { amount: '700.00' })
    await town.head.work((work) => reverseRun(work, first, { version: 2, reason: 'มีการประเมินเพิ่ม' }))
    expect(await town.clerk.read((read) => previewRun(read, { kind: 'set-up', fiscalYear: lastYear }))).toMatchObject({ total: baht('8000') })
    const second = await run(town, 'set-up')
    expect(await runLines(town, second)).toEqual(['AJ', lastDay, ['D', landDebtor, baht('8000'), await keyOf(town)], ['C', '4401010104.001', baht('8000'), null]])
    expect(await debtOf(town, part)).toMatchObject({ isSetUp: true, setUpAmount: baht('3000'), standing: baht('3000') })
    expect(await debtOf(town, whole)).toMatchObject({ isSetUp: false, standing: zero })
    await pay(town, await debtOf(town, part), { amount: '3000.00' })
    expect(balanceOf(await debtOf(town, part))).toBe(zero)
  })

  it('moves the allowance to what age asks for, up and down (A9)', async () => {
    const town = await aTaxTown(db)
    await assess(town, { isOpening: true, assessed: baht('10000'), noticeDate: calendarDate('2022-02-01'), dueDate: calendarDate('2022-04-30') })
    const up = await run(town, 'allowance')
    expect(await runLines(town, up)).toEqual(['AJ', lastDay, ['D', '5108010107.005', baht('5000'), null], ['C', '1102050123.005', baht('5000'), null]])
    await town.head.work((work) => reverseRun(work, up, { version: 2, reason: 'คิดใหม่' }))
    expect(await runLines(town, await run(town, 'allowance'))).toContainEqual(['C', '1102050123.005', baht('5000'), null])
  })
})
