// The form of a claim as a clerk fills it: payees and accounts are proposed, the balance of a line, the tax and the net stand there before anything is saved.
import { expect, it } from 'vitest'
import { claimText as text } from '../../src/expenditure/claim.text.ts'
import { claimPaths as paths } from '../../src/expenditure/expenditure.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { anEnactedBudget } from '../budget/world.ts'
import { aPayee, aSpendingOffice, drafted, lineOf } from '../expenditure/world.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { signedInOnce } from '../support/sign-in.ts'

const office = await testOffice()
const openScreen = browserOf(office)
const signedIn = signedInOnce(office)
const town = await aSpendingOffice(office, { code: '4200103' })
const [line = ''] = await anEnactedBudget(town, [{ code: '5320100', amount: '900000.00', title: 'จ้างเหมาทำความสะอาด', task: '00113' }], { kind: 'transfer', state: 'announced' })
const payee = await aPayee(town, 'บริษัท บริการสะอาดชลบุรี จำกัด', 'juristic')
await drafted(town, {
  kind: 'C1', claimDate: calendarDate('2026-11-20'), title: 'ค่าจ้างทำความสะอาด', departmentId: town.departmentId, channel: 'transfer', invoiceDate: calendarDate('2026-11-10'), vat: 'included',
  payeeId: payee, invoiceNumber: 'IV-69/1', lines: [lineOf(line, '5104010112.001', '10700.00')], deductions: [], origin: { kind: 'sample', id: '1' },
})

const opened = async (kind: 'C1' | 'C8'): Promise<Screen> => {
  const screen = await openScreen({ as: await signedIn('saensuk.clerk') })
  await screen.open(paths.newOf(kind))
  return screen
}
const box = (screen: Screen, name: string) => screen.page.locator(`[id="${name}"]`)
const proposed = (screen: Screen, list: string) => screen.page.locator(`datalist#${list} option`).evaluateAll((options) => options.map((option) => option.getAttribute('value')))
const figures = (screen: Screen) => screen.page.locator('[data-figures]').innerText()
const wait = { timeout: 30_000 }

inBrowser('the form of a claim', () => {
  it('proposes payees, tells what a line has left, adds up, and reckons tax and net while it is filled', async () => {
    const screen = await opened('C1')
    await box(screen, 'payee').pressSequentially('สะอาด')
    await expect.poll(() => proposed(screen, 'payees'), wait).toEqual([expect.stringContaining('บริษัท บริการสะอาดชลบุรี จำกัด ')])
    await box(screen, 'payee').fill((await proposed(screen, 'payees'))[0] ?? '')
    await box(screen, 'lines.0.line').fill('จ้างเหมาทำความสะอาด')
    await box(screen, 'lines.0.amount').fill('10700')
    await box(screen, 'vat').selectOption('included')
    await expect.poll(() => box(screen, 'lines.0.available').innerText(), wait).toBe('900,000.00')
    expect(await screen.page.locator('[data-total="amount"]').first().innerText()).toBe('10,700.00')
    await expect.poll(() => figures(screen), wait).toMatch(/10,700\.00[^]*10,000\.00[^]*100\.00[^]*10,600\.00/)
    expect(screen.problems).toEqual([])
    await screen.close()
  })

  it('asks at once for the reason when the bill was claimed before, and no more once it is another', async () => {
    const screen = await opened('C1')
    await box(screen, 'payee').fill('บริษัท บริการสะอาดชลบุรี จำกัด')
    await box(screen, 'invoiceNumber').fill('IV-69/1')
    await box(screen, 'invoiceDate').fill('10/11/2569')
    await box(screen, 'remark').focus()
    await expect.poll(() => screen.page.locator('.has-error').innerText(), wait).toContain(text.fields.duplicateReason)
    await box(screen, 'invoiceNumber').fill('IV-69/2')
    await box(screen, 'remark').focus()
    await expect.poll(() => box(screen, 'duplicateReason').count(), wait).toBe(0)
    await screen.close()
  })

  it('proposes accounts, and the register of the account before a letter is typed', async () => {
    const screen = await opened('C8')
    await box(screen, 'lines.0.account').pressSequentially('เงินรับฝาก')
    await expect.poll(async () => (await proposed(screen, 'accounts')).length, wait).toBeGreaterThan(3)
    expect(screen.problems).toEqual([])
    await screen.close()
  })
})
