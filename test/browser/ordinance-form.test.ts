// The grids of an ordinance at a keyboard: codes judged as they are typed, figures live, blocks pasted, rows taken out; and the same without script.
import { expect, it } from 'vitest'
import { ordinancePaths as paths } from '../../src/budget/ordinance.paths.ts'
import { budgetText } from '../../src/budget/budget.text.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { signIn } from '../support/sign-in.ts'
import { aDraft, storedLines, storedRevenues } from '../budget/ordinance-form/drafts.ts'
import { aBudgetOffice } from '../budget/world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const openScreen = browserOf(office)
const clerk = await signIn(office, 'saensuk.budget')

const box = (screen: Screen, name: string) => screen.page.locator(`[id="${name}"]`)
const textOf = (screen: Screen, name: string) => box(screen, name).innerText()

/** As a spreadsheet puts it on the clipboard. */
async function paste(screen: Screen, { at, text }: { at: string; text: string }): Promise<void> {
  await box(screen, at).focus()
  await screen.page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })()`)
}

inBrowser('the grid of a task', () => {
  it('judges codes as they are typed, adds up, takes a block of a spreadsheet, and keeps which line a row was', async () => {
    const id = await aDraft(saensuk)
    const screen = await openScreen({ as: clerk })
    await screen.open(paths.taskEdit(id, '00111'))
    const { keyboard } = screen.page
    await box(screen, 'lines.0.code').focus()
    await keyboard.type('5110700')
    await keyboard.press('Tab')
    await expect.poll(() => textOf(screen, 'lines.0.verdict')).toBe(budgetText.errors.central)
    await box(screen, 'lines.0.code').fill('5330100')
    await box(screen, 'lines.0.title').focus()
    await expect.poll(() => textOf(screen, 'lines.0.verdict')).toBe('งบดำเนินงาน')
    await box(screen, 'lines.0.amount').focus()
    await keyboard.type('1500.5')
    await keyboard.press('Enter')
    await keyboard.type('๒๐๐')
    await paste(screen, { at: 'lines.1.code', text: '5330300\tวัสดุงานบ้าน\t200.00\n5320100\tจ้างเหมา\t3,000\t1,000\tตลอดปี\n' })
    await expect.poll(() => screen.page.locator('[data-total=amount]').innerText()).toBe('4,700.50')
    expect(await box(screen, 'lines.2.explanation').inputValue()).toBe('ตลอดปี')
    await screen.page.locator('[data-add-rows]').click()
    expect(await screen.page.locator('tbody [data-column=code]').count()).toBe(11)
    await screen.press('บันทึก')
    expect((await storedLines(saensuk, id)).map(({ line, title, amount, from_subsidy: subsidy }) => [line, title, amount, subsidy])).toEqual([
      [1, 'วัสดุสำนักงาน', '1500.50', '0.00'], [2, 'วัสดุงานบ้าน', '200.00', '0.00'], [3, 'จ้างเหมา', '3000.00', '1000.00'],
    ])
    await screen.open(paths.taskEdit(id, '00111'))
    await screen.page.locator('[data-add-rows]').click()
    await screen.type({ 'lines.0.code': '', 'lines.0.title': '', 'lines.0.amount': '', 'lines.1.title': 'วัสดุงานครัว', 'lines.6.code': '5330800', 'lines.6.amount': '9' })
    await screen.press('บันทึก')
    expect((await storedLines(saensuk, id)).map(({ line, title }) => [line, title])).toEqual([[2, 'วัสดุงานครัว'], [3, 'จ้างเหมา'], [4, 'วัสดุเชื้อเพลิงและหล่อลื่น']])
    expect(screen.problems).toEqual([])
  })

  it('does the same without script: rows are added, pasted and checked by the server', async () => {
    const id = await aDraft(saensuk)
    const screen = await openScreen({ as: clerk, script: false })
    await screen.open(paths.taskEdit(id, '00111'))
    await screen.send({ 'lines.0.code': '5110700', 'lines.0.amount': '10' }, 'ตรวจสอบและรวมตามงบ')
    expect(await screen.text()).toContain(budgetText.errors.central)
    await screen.page.locator('summary').filter({ hasText: 'วางจากตารางคำนวณ' }).click()
    await screen.type({ 'lines.0.code': '5330100' })
    await screen.send({ pasted: 'สำนักปลัด\t5330300\tวัสดุงานบ้าน\t200.00' }, 'นำข้อมูลที่วางลงตาราง')
    await screen.press('บันทึก')
    expect((await storedLines(saensuk, id)).map(({ title, department_id: department }) => [title, department])).toEqual([
      ['วัสดุสำนักงาน', null], ['วัสดุงานบ้าน', saensuk.departmentId],
    ])
    expect(screen.problems).toEqual([])
  })
})

inBrowser('the grid of revenue', () => {
  it('tells the difference to this year and what the books say while one types', async () => {
    const id = await aDraft(saensuk, 2572)
    const screen = await openScreen({ as: clerk })
    await screen.open(paths.revenuesEdit(id))
    await box(screen, 'lines.0.code').fill('ภาษีป้าย')
    await box(screen, 'lines.0.estimateNow').fill('300')
    await expect.poll(() => textOf(screen, 'lines.0.actual3')).toBe('0.00')
    await box(screen, 'lines.0.amount').fill('๒๐๐')
    await expect.poll(() => textOf(screen, 'lines.0.difference')).toBe('-33.33')
    await screen.press('บันทึก')
    expect((await storedRevenues(saensuk, id)).map((line) => [line.revenue_code, line.amount])).toEqual([['41100003', '200.00']])
    expect(await screen.text()).toContain('-33.33')
    expect(screen.problems).toEqual([])
  })
})
