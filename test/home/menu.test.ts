import { describe, expect, it } from 'vitest'
import { testOffice } from '../support/app.ts'
import { makeSignBoard } from '../../src/menu.ts'
import { isPage } from '../browser/page-visits.ts'
import { isGetRoute } from '../support/routes.ts'
import { signIn } from '../support/sign-in.ts'

const office = await testOffice()
const kinds = ['DLA', 'PROV', 'LAO', 'SUB', 'PAWN'] as const

async function menuOf(username: string): Promise<string[]> {
  const visit = await signIn(office, username)
  const menu = /<nav[^>]*class="[^"]*menu[^"]*"[\s\S]*?<\/nav>/.exec(visit.html)?.[0] ?? ''
  return [...menu.matchAll(/<a href="([^"]+)"/g)].map((match) => match[1] ?? '')
}

describe('the menu', () => {
  it('shows a school clerk receipts and slips, and nothing of others', async () => {
    expect(await menuOf('school.clerk')).toEqual([
      '/', '/home/news', '/budget/reports', '/receipts/taxpayers', '/receipts/receipts', '/receipts/remittances', '/receipts/reports', '/expenditure/payees', '/expenditure/purchase-requests',
      '/expenditure/acceptances', '/expenditure/claims', '/expenditure/loans', '/expenditure/reports', '/ledger/stock', '/receipts/transfer-notices',
    ])
  })

  it('shows the head of finance what may be looked at and approved', async () => {
    expect(await menuOf('school.head')).toEqual([
      '/', '/home/news', '/budget/plans', '/budget/reports', '/receipts/taxpayers', '/receipts/receipts', '/receipts/remittances', '/receipts/remittance-summaries',
      '/ledger/vouchers', '/receipts/pay-ins', '/receipts/deposits', '/receipts/reports', '/expenditure/payees', '/expenditure/purchase-requests', '/expenditure/contracts', '/expenditure/egp',
      '/expenditure/acceptances', '/expenditure/claims', '/expenditure/claim-checks', '/ledger/payables', '/expenditure/payments', '/expenditure/loans', '/expenditure/guarantees', '/budget/carry-forwards', '/expenditure/reports',
      '/ledger/opening', '/ledger/journals', '/interagency/pairs',
      '/ledger/stock', '/ledger/adjustments', '/ledger/periods', '/ledger/reports', '/registers/bank-accounts', '/receipts/transfer-notices',
    ])
  })

  it('leads those of an LAO who prepare and who decide to the ordinances and to what waits for a decision', async () => {
    for (const username of ['saensuk.budget', 'saensuk.head']) {
      const paths = (await menuOf(username)).filter((path) => ['/budget/ordinances', '/budget/approvals'].includes(path))
      expect(paths, username).toEqual(['/budget/ordinances', '/budget/approvals'])
    }
  })

  it('marks the reports while a book under them is read', async () => {
    const visit = await signIn(office, 'school.account')
    for (const address of ['/ledger/reports', '/ledger/trial-balance', '/ledger/day-book', '/ledger/register', '/ledger/accounts']) {
      expect((await visit.open(address)).html, address).toContain('<a href="/ledger/reports" aria-current="page">')
    }
    expect((await visit.open('/ledger/vouchers')).html).toContain('<a href="/ledger/vouchers" aria-current="page">')
  })

  it('marks a leaf on every page that needs a right', () => {
    const board = makeSignBoard(office.routes)
    const marks = (path: string) => JSON.stringify(kinds.map((organisationKind) => board.menuFor({ organisationKind, permissions: { has: () => true } } as never, path))).includes('"isCurrent":true')
    const pages = office.routes.filter(isGetRoute).filter(isPage).filter(({ path, access }) => access.includes(':') && !path.startsWith('/profile'))
    expect(pages.map(({ path }) => path).filter((path) => !marks(path.replaceAll(/:[a-z]+/gi, '1')))).toEqual([])
  })

  it('shows a pawnshop no receipt, slip or summary, only the book of what it received', async () => {
    expect((await menuOf('pawn.manager')).filter((path) => path.startsWith('/receipts'))).toEqual(['/receipts/reports', '/receipts/transfer-notices'])
  })

  it('shows a province and the department nothing that is not theirs', async () => {
    expect(await menuOf('prov20.head')).toEqual(['/', '/home/news', '/oversight/progress', '/receipts/transfer-notices'])
    expect(await menuOf('dla.sysadmin')).toEqual(['/', '/home/news', '/admin/orders', '/receipts/transfer-notices'])
  })
})

describe('the home page', () => {
  it('greets with the last sign-in, the panels of today and the card from the registry', async () => {
    await signIn(office, 'saensuk.head')
    office.clock.advance(60)
    const visit = await signIn(office, 'saensuk.head')
    expect(visit.text).toContain('ลงชื่อเข้าใช้ครั้งก่อน 20 พ.ย. 2569 12.00 น. จาก 203.0.113.7')
    for (const heading of ['งานระหว่างดำเนินการ', 'สถานะการทำงานในระบบ', 'บันทึกการรับเงิน', 'ข่าวประชาสัมพันธ์จากผู้ดูแลระบบ']) expect(visit.text).toContain(heading)
    expect(visit.text).toContain('ข้อมูล ณ เวลา 20 พ.ย. 2569 12.01 น.')
    expect(visit.text).toContain('ชาย 21,345 คน หญิง 24,456 คน รวม 45,801 คน')
    expect(visit.text).toContain('วันที่ครบวาระ 10 พฤษภาคม 2572')
  })

  it('warns fourteen days before the password falls due', async () => {
    await office.owner('users').where({ username: 'saensuk.finance' }).update({ password_changed_at: '2026-06-02T05:00:00Z' })
    expect((await signIn(office, 'saensuk.finance')).text).toContain('รหัสผ่านของท่านจะครบกำหนดเปลี่ยนในอีก 12 วัน')
    expect((await signIn(office, 'saensuk.account')).text).not.toContain('จะครบกำหนดเปลี่ยน')
  })

  it('finds news by a word, says when there is none, and answers a strange one with not found', async () => {
    const visit = await signIn(office, 'school.clerk')
    expect((await visit.open('/home/news?search=ThaiID')).text).toContain('ประกาศอัปเดตระบบ ThaiID')
    expect((await visit.open('/home/news?search=%25')).text).toContain('พิมพ์ไม่ออก')
    expect(visit.text).not.toContain('ThaiID')
    expect((await visit.open('/home/news?search=ไม่มีคำนี้ในข่าว')).text).toContain('ไม่พบข่าวที่ตรงกับคำค้น')
    expect((await visit.open('/home/news/nothing')).status).toBe(404)
  })
})
