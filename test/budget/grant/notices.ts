// Notices of the town, by hand: what the tests of a notice and of its end do alike.
import { grantPaths as paths } from '../../../src/budget/budget.paths.ts'
import { claim, commit, getLine, pay } from '../../../src/budget/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { type TestOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { idOf, keyedBy, stepped, today } from '../fund-steps.ts'
import { aBudgetOffice } from '../world.ts'

export async function noticesOf(office: TestOffice) {
  const saensuk = await aBudgetOffice(office, { code: '4200103' })
  const clerk = await signIn(office, 'saensuk.budget')
  const head = await signIn(office, 'saensuk.head')

  function notice(values: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      source: '3002', agency: 'กรมส่งเสริมการปกครองท้องถิ่น', letterNumber: 'มท 0808.2/ว 123', letterDate: '18/11/2569', documentDate: today,
      title: 'ก่อสร้างถนนคอนกรีต', reason: 'ก่อสร้างถนนสายหลัก', total: '500,000.00', spendBy: '30/09/2570', ...values,
    }
  }
  const row = (index: number, amount: string, title: string, values: Readonly<Record<string, string>> = {}): Record<string, string> => {
    const cells = { task: '00312', code: '5420900', title, amount, ...values }
    return Object.fromEntries(Object.entries(cells).map(([cell, value]) => [`lines.${index}.${cell}`, value]))
  }
  const twoRows = { ...row(0, '300,000.00', 'ถนนซอย 1'), ...row(1, '200,000.00', 'ถนนซอย 2') }

  const keyed = (values: Readonly<Record<string, string>>, at: string = paths.new) => keyedBy(clerk, at, values)

  async function notified(values: Readonly<Record<string, string>> = {}, at?: string): Promise<string> {
    const address = (await keyed(notice({ ...twoRows, ...values }), at)).path
    await clerk.submit({}, `${address}/notify`)
    return address
  }
  async function allocated(values: Readonly<Record<string, string>> = {}, at?: string): Promise<string> {
    const address = await notified(values, at)
    await stepped(head, `${address}/allocate`)
    return address
  }
  async function linesOf(address: string): Promise<string[]> {
    const rows = await office.owner('budget_document_lines').where({ document_id: idOf(address) }).orderBy('line').select('line_id')
    return rows.map((found) => found.line_id)
  }
  const lineOf = (id: string) => saensuk.head.read((read) => getLine(read, saensuk.organisationId, id))
  const next = { holder: 5000 }
  const holder = (kind: string) => ({ kind, id: String(next.holder++) })
  const act = (kind: string, event: string) => ({ source: holder(kind), event, date: calendarDate('2026-11-20'), description: kind })
  const share = (lineId: string, amount: string) => [{ lineId, amount: baht(amount) }]

  async function contract(lineId: string, amount: string): Promise<{ kind: string; id: string }> {
    const made = act('contract', 'signed')
    await saensuk.accountant.work((work) => commit(work, made, share(lineId, amount)))
    return made.source
  }
  async function claimed(lineId: string, amount: string, from: { kind: string; id: string }): Promise<{ kind: string; id: string }> {
    const made = act('claim', 'claimed')
    await saensuk.accountant.work((work) => claim(work, { ...made, from }, share(lineId, amount)))
    return made.source
  }
  const paid = (lineId: string, amount: string, of: { kind: string; id: string }) => (
    saensuk.accountant.work((work) => pay(work, { ...act('payment', 'paid'), of }, share(lineId, amount))))

  return { saensuk, clerk, head, notice, row, twoRows, keyed, notified, allocated, linesOf, lineOf, holder, act, share, contract, claimed, paid }
}
