// Every number of the home page leads to exactly those documents, whoever looks: the list behind the link is as long as it says.
import { describe, expect, it } from 'vitest'
import { arrangeSamples } from '../browser/page-samples.ts'
import { testOffice } from '../support/app.ts'
import { signedInOnce } from '../support/sign-in.ts'

const office = await testOffice()
const signedIn = signedInOnce(office)
await arrangeSamples(office, signedIn)

const people = [
  'saensuk.head', 'saensuk.exec', 'saensuk.budget', 'saensuk.revenue', 'saensuk.finance', 'saensuk.account', 'saensuk.procure', 'saensuk.payroll', 'saensuk.clerk', 'saensuk.depthead',
  'saensuk.check', 'saensuk.audit', 'school.clerk', 'school.finance', 'school.head', 'school.account', 'school.director', 'hospital.finance', 'hospital.head', 'water.finance', 'water.head',
  'pawn.manager', 'pawn.account', 'pawn.cashier',
]

interface Counted {
  readonly text: string
  readonly href: string
  readonly count: number
}

/** Links with a number beside them, of the three panels that count documents. */
function countedIn(html: string): Counted[] {
  const panels = html.split('<section class="panel"').filter((panel) => /aria-labelledby="(wip|status|receipts)"/.test(panel.slice(0, 60)))
  return panels.flatMap((panel) => [...panel.matchAll(/<li>([\s\S]*?)<\/li>/g)]).flatMap(([, row = '']) => {
    const [, href, text] = /<a href="([^"]+)">([^<]+)/.exec(row) ?? []
    const [, count] = /class="count">จำนวน ([\d,]+) รายการ/.exec(row) ?? []
    return href === undefined || text === undefined || count === undefined ? [] : [{ text, href: href.replaceAll('&amp;', '&'), count: Number(count.replaceAll(',', '')) }]
  })
}

const rowsIn = (html: string): number => [...(/<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '').matchAll(/<tr\b(?![^>]*class="(?:group|is-none|is-subtotal))/g)].length

describe('the home page', () => {
  it.each(people)('of %s counts what the lists behind it show', async (username) => {
    const visit = await signedIn(username)
    const counted = countedIn((await visit.open('/')).html)
    const found: (Counted & { readonly status: number })[] = []
    for (const each of counted) {
      const { html, status } = await visit.open(each.href)
      found.push({ ...each, status, count: each.href.endsWith('/new') ? each.count : rowsIn(html) })
    }
    expect(found).toEqual(counted.map((each) => ({ ...each, status: 200 })))
  })

  it('leads whoever records money to the form of what another unit has paid, with all that is known of it', async () => {
    const visit = await signedIn('school.clerk')
    const [, href = ''] = /<a href="([^"]+)">รอบันทึกรับ:/.exec((await visit.open('/')).html) ?? []
    const { html } = await visit.open(href.replaceAll('&amp;', '&'))
    const valueOf = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1]
    expect(valueOf('payer')).toContain('แสนสุข')
    expect([valueOf('lines.0.amount'), valueOf('transfers.0.amount'), valueOf('lines.0.key')]).toEqual(['84,000.00', '84,000.00', valueOf('payer')])
    expect(valueOf('lines.0.incomeCode')).toMatch(/^4404050104\.001 /)
  })
})
