import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { grantPaths as paths, pastDuePath } from '../../../src/budget/budget.paths.ts'
import { carryDesk, createCarry, submitCarry } from '../../../src/budget/carry/carry.service.ts'
import { grantText as text } from '../../../src/budget/fund.text.ts'
import { commit, release } from '../../../src/budget/index.ts'
import { postLines } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { findBankAccounts } from '../../../src/registers/index.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { idOf, stepped, today, versionIn } from '../fund-steps.ts'
import { noticesOf } from './notices.ts'

const office = await testOffice()
const { saensuk, clerk, head, notice, row, keyed, notified, allocated, linesOf, lineOf, holder, act, share, contract, claimed, paid } = await noticesOf(office)
const { errors } = text

describe('a notice at its end', () => {
  it('ends when nothing is under way: what was not used lapses, lines, second notices and all', async () => {
    const address = await allocated()
    const [first = '', second = ''] = await linesOf(address)
    const signed = await contract(first, '280000.00')
    expect((await stepped(head, `${address}/close`, {})).text).toContain('ยังปิดไม่ได้ รายการ')
    const at = paths.newSecond(idOf(address))
    const draft = (await keyed(notice({ total: '5,000.00', ...row(0, '5,000.00', 'ป้าย') }), at)).path
    await saensuk.accountant.work((work) => release(work, { ...act('contract', 'ended'), stage: 'committed', of: signed }, 'all'))
    expect((await stepped(head, `${address}/close`, {})).text).toContain('ยังมีการแจ้งครั้งใหม่')
    await clerk.open(draft)
    await clerk.submit({}, `${draft}/cancel`)
    const closed = await stepped(head, `${address}/close`, { note: 'งานเสร็จแล้ว' })
    expect(closed.text).toContain(text.done.close)
    expect((await lineOf(first)).balance).toMatchObject({ lapsed: baht('300000.00'), available: baht('0.00'), frozen: baht('0.00') })
    expect((await lineOf(second)).balance.lapsed).toBe(baht('200000.00'))
    await expect(contract(second, '0.01')).rejects.toThrow('งบประมาณคงเหลือไม่พอ')
    expect((await clerk.open(at)).status).toBe(200)
    expect((await keyed(notice({ total: '1.00', ...row(0, '1.00', 'ป้าย') }), at)).text).toContain(errors.noParent)
  })

  it('leaves what came in and was not paid to be returned: the books turn their part into เงินรับฝากรอส่งคืน', async () => {
    const address = await allocated()
    const [first = ''] = await linesOf(address)
    await stepped(clerk, `${address}/cash`, { amount: '300,000', reference: 'RV-1' })
    const { number } = await office.owner('budget_documents').where({ id: idOf(address) }).first('number')
    const subKey = `GRN-${String(number).padStart(5, '0')}/70`
    const [bank] = await saensuk.accountant.read((read) => findBankAccounts(read, { activeOnly: true }))
    const booked = { type: 'JV', event: 'test', documentDate: calendarDate('2026-11-20'), source: { kind: 'test', id: '1' }, description: 'รับเงินอุดหนุน', preparedBy: saensuk.clerk.officer.userId } as const
    await saensuk.head.work((work) => postLines(work, { ...booked, lines: [
      { side: 'D', accountCode: '1101030102.001', bankAccountId: bank?.id ?? '', amount: baht('250000.00') },
      { side: 'C', accountCode: '2103010102.001', subKey, amount: baht('250000.00') },
    ] }))
    await paid(first, '20000.00', await claimed(first, '20000.00', await contract(first, '20000.00')))
    expect((await stepped(head, `${address}/close`, {})).text).toContain(text.done.close)
    expect(head.text).toContain(text.returned('280,000.00'))
    expect(head.text).toContain(text.notBooked('30,000.00'))
    const lines = await office.owner('vouchers as v').join('voucher_lines as l', 'l.voucher_id', 'v.id').where({ 'v.source_kind': 'budget-grant', 'v.source_id': idOf(address) })
      .orderBy('l.line').select('v.type', 'l.account_code', 'l.side', 'l.amount', 'l.sub_key')
    expect(lines).toEqual([
      { type: 'JV', account_code: '2103010102.001', side: 'D', amount: '250000.00', sub_key: subKey },
      { type: 'JV', account_code: '2104010101.001', side: 'C', amount: '250000.00', sub_key: null },
    ])
    expect((await lineOf(first)).balance).toMatchObject({ paid: baht('20000.00'), available: baht('0.00') })
    expect(await office.owner('sub_ledger_keys').where({ kind: 'grant', register_id: idOf(address) }).first('is_open')).toEqual({ is_open: true })
  })

  it('whose money came in but was never allocated is closed too, by another than its maker', async () => {
    const address = await notified({ total: '1,000.00', ...row(0, '600.00', 'ก'), ...row(1, '400.00', 'ข') })
    await stepped(clerk, `${address}/cash`, { amount: '1000', reference: 'RV-1' })
    expect((await clerk.post(`${address}/close`, { version: versionIn(clerk), happenedOn: today })).status).toBe(403)
    expect((await stepped(head, `${address}/close`, {})).text).toContain(text.returned('1,000.00'))
    expect(await linesOf(address)).toEqual([null, null])
  })

  it('does not end while its money waits to be carried; past its days it is listed, with the way to its end for who may go it', async () => {
    const address = await allocated({ spendBy: today })
    const [first = ''] = await linesOf(address)
    const waits = await saensuk.accountant.work((work) => createCarry(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'กันเงิน', reason: 'ยังไม่แล้วเสร็จ', fiscalYear: fiscalYear(2570), variant: 'CF-G', untilDate: '30/09/2571',
      rows: [{ of: `${first}:available::`, amount: '1000', reason: '' }],
    }))
    await saensuk.accountant.work((work) => submitCarry(work, waits, 1))
    expect((await stepped(head, `${address}/close`, {})).text).toContain('ยังปิดไม่ได้ มีเอกสารกันเงินหรือขยายเวลาที่รออยู่: CFW-')
    await saensuk.head.work((work) => carryDesk.turn('reject')(work, waits, { version: 2, reason: 'ไม่จำเป็น' }))
    const now = office.clock.now()
    office.clock.set(instant('2026-11-21T03:00:00Z'))
    const accountant = await signIn(office, 'saensuk.account')
    expect((await accountant.open(pastDuePath)).text).toMatch(/ยังไม่ปิดเรื่อง.*GRN-[0-9]{5}\/70.*20 พฤศจิกายน 2569 500,000\.00 0\.00/)
    expect(accountant.html).not.toContain(`href="${address}"`)
    office.clock.set(now)
  })

  it('is used until its last day and not after', async () => {
    const address = await allocated({ spendBy: '20/11/2569' })
    const [first = ''] = await linesOf(address)
    const late = { source: holder('contract'), event: 'signed', date: calendarDate('2026-11-21'), description: 'ช้า' }
    await expect(saensuk.accountant.work((work) => commit(work, late, share(first, '1.00')))).rejects.toThrow('รายการนี้ใช้ได้ตั้งแต่ 1 ตุลาคม 2569 ถึง 20 พฤศจิกายน 2569')
  })
})
