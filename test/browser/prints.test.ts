// Long official papers: they break over sheets of A4 with their heads on every sheet, no row is cut, and Thai is set in our letters.
import { expect, it } from 'vitest'
import { paperPaths } from '../../src/budget/report.paths.ts'
import { ledgerPaths } from '../../src/ledger/ledger.paths.ts'
import { fiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { createBankAccount } from '../../src/registers/index.ts'
import { anOrdinance, manyLines } from '../budget/paper/an-ordinance.ts'
import { aBudgetOffice } from '../budget/world.ts'
import { collect, landTax, savings } from '../ledger/collected.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { printed } from '../support/paper.ts'
import { signedInOnce } from '../support/sign-in.ts'

const office = await testOffice()
const openScreen = browserOf(office)
const signedIn = signedInOnce(office)
const saensuk = await aBudgetOffice(office, { code: '4200103' })
await anOrdinance({ ...saensuk, fiscalYear: fiscalYear(2561) }, manyLines(8))
await aBusyMonth()

const asked = '/print?year=2561'
const landscape = { width: 842, height: 595 }
const portrait = { width: 595, height: 842 }

/** How the browser will break what is on the page, as the printer sees it. */
const breaking = `(() => {
  const style = (selector, name) => [...new Set([...document.querySelectorAll(selector)].map((element) => getComputedStyle(element)[name]))]
  return {
    heads: style('.table thead', 'display'), sums: style('.table tfoot', 'display'), rows: style('.table tr', 'breakInside'), headings: style('.table .group', 'breakAfter'),
    entries: style('.report-entry.level-1', 'breakAfter'), signatures: style('.signatures', 'breakInside'), before: style('.signatures, .table tfoot tr', 'breakBefore'),
    last: style('.table tbody tr:last-child', 'breakAfter'), letters: style('.paper', 'fontFamily'), bar: style('.print-bar', 'display'),
    over: document.querySelector('.paper').scrollWidth - document.querySelector('.paper').clientWidth,
  }
})()`

async function opened(path: string): Promise<Screen> {
  const screen = await openScreen({ as: await signedIn('saensuk.budget') })
  expect(await screen.open(path)).toBe(200)
  await screen.page.emulateMedia({ media: 'print' })
  await screen.page.evaluate('document.fonts.ready')
  return screen
}

inBrowser('an ordinance of 64 lines on paper', () => {
  it.each([
    ['its estimates of expenditure', paperPaths.expenditures, landscape, 6, 16],
    ['its details of expenditure', paperPaths.expenditureDetails, portrait, 6, 16],
    ['its principles', paperPaths.principles, portrait, 2, 3],
    ['its clauses', paperPaths.ordinance, portrait, 1, 2],
    ['its tasks by type', paperPaths.tasksByType, landscape, 1, 1],
  ] as const)('%s break over sheets of A4', async (name, path, size, least, most) => {
    const screen = await opened(`${path}${asked}`)
    const paper = await printed(screen, name.replaceAll(' ', '-'))
    expect(paper).toMatchObject(size)
    expect(paper.sheets).toBeGreaterThanOrEqual(least)
    expect(paper.sheets).toBeLessThanOrEqual(most)
    expect(new Set(paper.fonts.map((font) => font.replace(/(Regular|Bold)$/, '')))).toEqual(new Set(['Sarabun']))
    await screen.close()
  })

  it('repeats its head on every sheet, cuts no row, and leaves no heading and no signature alone', async () => {
    const screen = await opened(`${paperPaths.expenditures}${asked}`)
    expect(await screen.page.evaluate(breaking)).toMatchObject({
      heads: ['table-header-group'], sums: ['table-row-group'], rows: ['avoid'], headings: ['avoid'], signatures: ['avoid'], before: ['avoid'], last: ['avoid'], bar: ['none'], over: 0,
    })
    await screen.open(`${paperPaths.expenditureDetails}${asked}`)
    expect(await screen.page.evaluate(breaking)).toMatchObject({ entries: ['avoid'], over: 0 })
    await screen.close()
  })

  it('keeps every tone mark and vowel, and Thai figures on the ordinance', async () => {
    const screen = await opened(`${paperPaths.ordinance}${asked}`)
    const text = await screen.text()
    expect(text).toContain('ข้อ ๓')
    expect(text).not.toMatch(/[0-9](?=[^\n]*บาทถ้วน)/)
    await screen.open(`${paperPaths.expenditureDetails}${asked}`)
    expect(await screen.text()).toContain('สายบ้านป่าน้ำปี่ แห่งที่ ๘')
    await screen.close()
  })
})

/** A month of the books, so long that it breaks. */
async function aBusyMonth(): Promise<void> {
  const { accountant, clerk } = saensuk
  const bankAccountId = await accountant.work((work) => (
    createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'แสนสุข', accountNumber: '5550001113', accountName: 'เทศบาลเมืองแสนสุข', kind: 'savings' })))
  const revenues = ['4401010103.001', landTax].map((accountCode) => ({ accountCode, amount: baht('1234567.25') }))
  await accountant.work(async (work) => {
    for (let each = 0; each < 40; each++) await collect(work, { ...accountant, maker: clerk.officer, bankAccountId }, { sourceId: `8${each}`, revenues })
  })
}

inBrowser('the books of a busy month on paper', () => {
  it.each([
    ['the day book', '/ledger/day-book/print', [595, 842]], ['the trial balance', '/ledger/trial-balance/print', [842, 595]],
    ['the account of the bank', `${ledgerPaths.account(saensuk.organisationId, savings)}/print`, [842, 595]],
  ] as const)('%s breaks over sheets of A4 with its head on each', async (name, path, [width, height]) => {
    const screen = await openScreen({ as: await signedIn('saensuk.account') })
    expect(await screen.open(path)).toBe(200)
    await screen.page.emulateMedia({ media: 'print' })
    const paper = await printed(screen, name.replaceAll(' ', '-'))
    expect(paper).toMatchObject({ width, height })
    expect(await screen.page.evaluate(breaking)).toMatchObject({ heads: ['table-header-group'], rows: ['avoid'], over: 0 })
    await screen.close()
  })
})
