// A year's budget without a mouse: typed, laid before the council, announced, moved between lines, and found again in the register of lines.
import { expect, it } from 'vitest'
import { linePaths, transferPaths } from '../../src/budget/budget.paths.ts'
import { ordinancePaths as paths } from '../../src/budget/ordinance.paths.ts'
import { ordinanceText } from '../../src/budget/ordinance.text.ts'
import { aBudgetOffice } from '../budget/world.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { signIn } from '../support/sign-in.ts'

const office = await testOffice()
await aBudgetOffice(office, { code: '4200103' })
const openScreen = browserOf(office)
const { done, steps } = ordinanceText

/** Types into boxes by their names and presses a button by Enter. */
async function key({ page }: Screen, values: Readonly<Record<string, string>>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`[name="${name}"]:visible`).first().focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(value)
  }
  await page.getByRole('button', { name: button, exact: true }).first().focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

async function tick({ page }: Screen, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"][value="${value}"]`).focus()
  await page.keyboard.press('Space')
}

inBrowser('the budget of a year, by keyboard alone', () => {
  it('goes from its draft into force, and what is moved afterwards stands in the register of lines', async () => {
    const clerk = await openScreen({ as: await signIn(office, 'saensuk.budget') })
    const head = await openScreen({ as: await signIn(office, 'saensuk.head') })
    await clerk.open(paths.new)
    await key(clerk, { title: 'เทศบัญญัติงบประมาณรายจ่าย 2570' }, 'บันทึกร่าง')
    const id = clerk.path.split('/').at(-1) ?? ''
    await clerk.open(paths.revenuesEdit(id))
    await key(clerk, { 'lines.0.code': '41100003', 'lines.0.amount': '500000', 'lines.0.explanation': 'ประมาณการจากทะเบียนผู้เสียภาษี' }, 'บันทึก')
    expect(await clerk.text()).toContain('500,000.00')
    await clerk.open(paths.taskEdit(id, '00111'))
    await key(clerk, {
      'lines.0.code': '5320300', 'lines.0.title': 'ค่าเดินทางไปราชการ', 'lines.0.amount': '80000', 'lines.0.explanation': 'เดินทางไปราชการ',
      'lines.1.code': '5330800', 'lines.1.title': 'วัสดุเชื้อเพลิง', 'lines.1.amount': '10000', 'lines.1.explanation': 'น้ำมันรถยนต์ส่วนกลาง',
    }, 'บันทึก')
    await clerk.open(paths.step(id, 'propose'))
    await tick(clerk, 'warningsSeen', 'yes')
    await key(clerk, { happenedOn: '10/08/2569' }, steps.propose)
    expect(await clerk.page.locator('body').innerText()).toContain(done.propose)
    await head.open(paths.step(id, 'council'))
    await key(head, { happenedOn: '28/08/2569', meeting: 'สมัยสามัญที่ 3 ครั้งที่ 2/2569' }, steps.council)
    await head.open(paths.step(id, 'supervise'))
    await key(head, { happenedOn: '15/09/2569', letterNumber: 'ชบ 0023.6/77' }, steps.supervise)
    await head.open(paths.step(id, 'enforce'))
    await key(head, { happenedOn: '25/09/2569' }, steps.enforce)
    expect(await head.page.locator('body').innerText()).toContain(done.enforce)
    await clerk.open(transferPaths.new)
    await tick(clerk, 'changes', 'no')
    await key(clerk, {
      title: 'โอนเพื่อจัดซื้อน้ำมัน', reason: 'น้ำมันไม่เพียงพอ', 'out.0.line': '0001', 'out.0.amount': '30000', 'in.0.line': '0002', 'in.0.amount': '30000',
    }, 'บันทึกร่าง')
    const transfer = clerk.path.split('/').at(-1) ?? ''
    await key(clerk, {}, 'เสนออนุมัติ')
    await head.open(transferPaths.step(transfer, 'approve'))
    await key(head, {}, 'บันทึกการอนุมัติ')
    await clerk.open(linePaths.list)
    expect((await clerk.text()).replace(/\s+/g, ' ')).toMatch(/ค่าเดินทางไปราชการ.*80,000\.00.*-30,000\.00.*50,000\.00.*วัสดุเชื้อเพลิง.*10,000\.00.*30,000\.00.*40,000\.00/)
    expect([...clerk.problems, ...head.problems]).toEqual([])
  }, 300_000)
})
