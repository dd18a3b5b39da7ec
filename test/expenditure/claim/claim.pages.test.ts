// A claim through the browser's eyes: keyed, refused with what was typed, endorsed, checked by its papers, approved, printed, listed.
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { claimCheckPaths, claimPaths as paths } from '../../../src/expenditure/expenditure.paths.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aPayee, aSpendingOffice } from '../world.ts'

const office = await testOffice()
const saensuk = await aSpendingOffice(office, { code: '4200103' })
await anEnactedBudget(saensuk, [
  { code: '5320100', amount: '200000.00', title: 'จ้างเหมาบริการ' }, { code: '5340100', amount: '50000.00', title: 'ค่าไฟฟ้าสำนักงาน' },
  { code: '5330100', amount: '9000.00', title: 'วัสดุอุดหนุน', source: '3002' },
])
await aPayee(saensuk, 'บริษัท สาม จำกัด', 'juristic')
await aPayee(saensuk, 'นายสมชาย ใจดี', 'individual')
await aPayee(saensuk, 'นายสมชาย ใจงาม', 'individual')
const [clerk, deptHead, checker, head] = [await signIn(office, 'saensuk.clerk'), await signIn(office, 'saensuk.depthead'), await signIn(office, 'saensuk.check'), await signIn(office, 'saensuk.head')]

const typed = (values: Readonly<Record<string, string>> = {}) => ({
  kind: 'C1', department: saensuk.departmentId, documentDate: '20/11/2569', payee: 'บริษัท สาม', title: 'จ้างทำความสะอาด ต.ค. 2569', channel: 'transfer', vat: 'included',
  'lines.0.line': 'จ้างเหมาบริการ', 'lines.0.amount': '10,700.00', ...values,
})

async function keyed(values: Readonly<Record<string, string>> = {}): Promise<Visit> {
  await clerk.open(paths.newOf('C1'))
  return clerk.submit(typed(values))
}

const versionIn = ({ html }: Visit) => /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''
const idOf = (visit: Visit) => visit.path.split('/').at(-1) ?? ''
const step = (who: Visit, id: string, name: Parameters<typeof paths.step>[1], more: Readonly<Record<string, string>> = {}) => who.submit({ version: versionIn(who), ...more }, paths.step(id, name))

async function endorsed(values: Readonly<Record<string, string>> = {}): Promise<string> {
  const id = idOf(await keyed({ ...values, then: 'submit' }))
  await deptHead.open(paths.show(id))
  await step(deptHead, id, 'endorse')
  return id
}

describe('keying a claim', () => {
  it('asks for the kind first, then shows the form of that kind in the order of the paper', async () => {
    const page = await clerk.open(paths.new)
    expect(page.text).toContain(claimText.kinds.C1)
    expect(page.html).not.toContain(paths.newOf('C6'))
    expect((await clerk.open(paths.newOf('C1'))).text).toMatch(/หน่วยงานผู้เบิก.*วันที่ฎีกา.*ผู้รับเงิน.*รายการที่ขอเบิก.*รายการงบประมาณ.*จ่ายสุทธิ/)
  })

  it('computes tax and net, and keeps them with the draft', async () => {
    const page = await keyed()
    expect(page.text).toContain(claimText.done.saved)
    expect(page.text).toMatch(/10,700\.00.*ภาษีหัก ณ ที่จ่าย.*10,000\.00.*100\.00.*/)
    expect(page.text).toContain('10,600.00')
    expect(page.text).toContain('5104010112.001')
  })

  it('reckons without saving when asked, and proposes the accounts of the item', async () => {
    await clerk.open(paths.newOf('C1'))
    const before = await office.owner('claims').count().first()
    const page = await clerk.submit(typed({ then: 'reckon' }))
    expect(page.text).toMatch(/ฐานภาษี 10,000\.00 .*ภาษีหัก ณ ที่จ่าย 100\.00 .*จ่ายสุทธิ 10,600\.00/)
    expect(page.html).toContain('5104030219.001')
    expect(await office.owner('claims').count().first()).toEqual(before)
  })

  it('refuses at every field at once and keeps what was typed', async () => {
    const page = await keyed({ payee: 'นายสมชาย', title: '', documentDate: '21/11/2569', 'lines.0.account': '5101010101.001', 'lines.1.line': 'ค่าไฟฟ้าสำนักงาน', 'lines.1.amount': '0' })
    expect(page.status).toBe(422)
    for (const message of [claimText.errors.title, 'นายสมชาย ใจดี', '5104010112.001', claimText.errors.positive]) expect(page.text).toContain(message)
    expect(page.html).toContain('value="5101010101.001"')
    expect((await keyed({ documentDate: '21/11/2569' })).text).toContain(claimText.errors.future)
  })

  it('takes lines of one type of item and of a source that fits its kind', async () => {
    expect((await keyed({ 'lines.1.line': 'ค่าไฟฟ้าสำนักงาน', 'lines.1.amount': '1' })).text).toContain(claimText.errors.otherItem)
    expect((await keyed({ 'lines.0.line': 'วัสดุอุดหนุน' })).text).toContain('เบิกจากแหล่งเงินของรายการ')
  })

  it('wants the tax that was computed elsewhere where the rule is progressive', async () => {
    expect((await keyed({ payee: 'นายสมชาย ใจดี', vat: 'none', rule: 'W1-FEE' })).text).toContain(claimText.errors.typedTax)
    expect((await keyed({ payee: 'นายสมชาย ใจดี', vat: 'none', rule: 'W1-FEE', typedTax: '250.50' })).text).toContain('10,449.50')
    expect((await keyed({ payee: 'นายสมชาย ใจดี', rule: 'W53-GOV' })).text).toContain(claimText.errors.rule)
  })

  it('keeps back for others only: the tax is reckoned by its rule, and no row of it is typed (INV-16)', async () => {
    const page = await keyed({ 'deductions.0.account': '2102040106.001', 'deductions.0.amount': '100.00' })
    expect(page.status).toBe(422)
    expect(page.text).toContain(claimText.errors.deductionAccount)
    expect(page.html).toContain('value="2102040106.001"')
  })

  it('makes one claim of the same form sent twice', async () => {
    const page = await clerk.open(paths.newOf('C1'))
    const formKey = /name="formKey" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const first = idOf(await clerk.submit(typed({ formKey }), paths.new))
    await clerk.open(paths.newOf('C1'))
    expect(idOf(await clerk.submit(typed({ formKey }), paths.new))).toBe(first)
  })

  it('tells what is left of a line', async () => {
    expect((await clerk.open(`${paths.available}?number=จ้างเหมาบริการ&on=20/11/2569`)).html).toMatch(/"available":"[0-9,]+\.[0-9]{2}"/)
  })
})

describe('a refund of income', () => {
  it('asks for the receipt at its field and keeps what was typed; without the receipt there is nothing to reckon', async () => {
    await clerk.open(paths.newOf('C9'))
    const given = typed({ kind: 'C9', receipt: 'RCPT-09999/70', 'lines.0.account': 'ภาษีป้าย', 'lines.0.amount': '100' })
    const page = await clerk.submit(given)
    expect(page.status).toBe(422)
    expect(page.text).toContain(claimText.errors.noReceipt('RCPT-09999/70'))
    expect(page.html).toContain('value="RCPT-09999/70"')
    expect(page.html).toContain('value="ภาษีป้าย"')
  })
})

describe('a claim on funds that somebody must allow', () => {
  it('names the decision', async () => {
    const page = await clerk.open(paths.newOf('C12'))
    expect(page.text).toContain(claimText.fields.approvalReference)
    const refused = await clerk.submit(typed({ kind: 'C12' }))
    expect(refused.text).toContain(claimText.errors.reference)
  })
})

describe('a batch', () => {
  const people = ['ชื่อ\tเลข\tธนาคาร\tบัญชี\tเงิน\tหัก', 'นางหนึ่ง\t\t006\t1234567890\t600.00\t', 'นางสอง\t\t006\t1234567891\t700.00\t'].join('\n')
  const batch = { kind: 'C5', payee: '', vat: 'none', title: 'เบี้ยยังชีพ พ.ย. 2569', pasted: people, 'lines.0.amount': '1,300.00' }

  it('of pasted people is claimed together when it adds up', async () => {
    await clerk.open(paths.newOf('C5'))
    const page = await clerk.submit(typed(batch))
    expect(page.text).toMatch(/นางหนึ่ง.*600\.00.*นางสอง.*700\.00/)
  })

  it('tells each wrong row by its number', async () => {
    await clerk.open(paths.newOf('C5'))
    const page = await clerk.submit(typed({ ...batch, pasted: `${people}\nนายสาม\t1234567890123\t006\t1\tx\t` }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('แถวที่ 3')
    expect((await clerk.submit(typed({ ...batch, 'lines.0.amount': '1,300.01' }))).text).toContain(claimText.errors.peopleDiffer)
  })
})

describe('from the department to the treasury', () => {
  it('is endorsed, checked by its papers, approved, and tells its numbers, voucher and history', async () => {
    const id = await endorsed()
    expect((await checker.open(claimCheckPaths.list)).text).toContain('จ้างทำความสะอาด ต.ค. 2569')
    await checker.open(claimCheckPaths.show(id))
    const missing = await checker.submit({ version: versionIn(checker), papers: 'FORM', note: '' })
    expect(missing.status).toBe(422)
    expect(missing.text).toContain('เอกสารที่ต้องมียังไม่ครบ')
    const page = await checker.submit({ version: versionIn(checker), papers: ['FORM', 'APPROVAL', 'INVOICE'], note: 'ครบ' })
    expect(page.text).toContain(claimText.done.check)
    expect(page.text).toContain(claimText.checkerNote('ครบ'))
    expect(page.text).toContain(claimText.papers.present)
    expect(page.text).toContain(claimText.papers.absent)
    await head.open(paths.show(id))
    const approved = await step(head, id, 'approve')
    expect(approved.text).toMatch(/CLM-[0-9]{5}\/70.*เลขที่คลังรับ 1 .*ใบผ่านรายการตั้งหนี้ AP-[0-9]{5}\/70/)
    expect(approved.text).toContain(claimText.trail.actions.endorse)
    const paper = await clerk.open(paths.show(id)).then(() => clerk.post(paths.print(id)))
    expect(paper.text).toMatch(/ฎีกาเบิกเงิน.*ต้นฉบับ.*๑๐,๗๐๐\.๐๐.*หนึ่งหมื่นหกร้อยบาทถ้วน.*หัวหน้าหน่วยงานผู้เบิก/)
    expect((await clerk.open(`${paths.list}?search=ทำความสะอาด&state=approved`)).text).toContain('10,600.00')
    expect((await clerk.open(`${paths.list}/csv?state=approved`)).html).toContain('จ้างทำความสะอาด')
  })

  it('is checked and approved with others at once, and each tells its own result', async () => {
    const ids = [await endorsed(), await endorsed()]
    const versions = await office.owner('claims').whereIn('id', ids).select('id', 'version')
    const boxes = versions.map(({ id, version }) => `${id}.${version}`)
    await checker.open(claimCheckPaths.list)
    const page = await checker.submit({ claims: [...boxes, '999999.1'] }, claimCheckPaths.check)
    expect(page.text.match(new RegExp(documentsText.ticked.done.text, 'g'))).toHaveLength(2)
    expect(await office.owner('claims').whereIn('id', ids).distinct('state')).toEqual([{ state: 'checked' }])
    await head.open(claimCheckPaths.list)
    const stale = await head.submit({ claims: boxes }, claimCheckPaths.approve)
    expect(stale.text).not.toContain(documentsText.ticked.done.text)
    await head.open(claimCheckPaths.list)
    await head.submit({ claims: ids.map((id, index) => `${id}.${Number(versions[index]?.version) + 1}`) }, claimCheckPaths.approve)
    expect(await office.owner('claims').whereIn('id', ids).distinct('state')).toEqual([{ state: 'approved' }])
    await head.open(claimCheckPaths.list)
    expect((await head.post(claimCheckPaths.approve)).text).toContain(claimText.checks.none)
  })

  it('tells beside each claim that its bill was claimed before, and why, before several are approved (S11)', async () => {
    const bill = { invoiceNumber: 'IV6911/007', invoiceDate: '15/11/2569' }
    await endorsed(bill)
    const id = await endorsed({ ...bill, duplicateReason: 'แบ่งจ่ายสองงวด' })
    const page = await checker.open(claimCheckPaths.list)
    expect(page.text).toMatch(/ใบแจ้งหนี้เลขที่ซ้ำ กับฎีกา CLM-[0-9]{5}\/70 [^<]*เหตุผลของผู้เบิก: แบ่งจ่ายสองงวด/)
    await checker.submit({ claims: `${id}.${(await office.owner('claims').where({ id }).first('version')).version}` }, claimCheckPaths.check)
    expect((await head.open(claimCheckPaths.list)).text).toMatch(/ฎีการออนุมัติ.*แบ่งจ่ายสองงวด/)
  })

  it('comes back with a reason, is mended and handed in under the same number', async () => {
    const id = await endorsed()
    await checker.open(paths.show(id))
    expect((await step(checker, id, 'return', { reason: '' })).status).toBe(422)
    await checker.open(paths.show(id))
    await step(checker, id, 'return', { reason: 'เอกสารไม่ครบ' })
    const returned = await clerk.open(paths.show(id))
    expect(returned.text).toContain(claimText.returnReason('เอกสารไม่ครบ'))
    const number = /CLM-[0-9]{5}\/70/.exec(returned.text)?.[0]
    await clerk.open(paths.edit(id))
    const again = await clerk.submit(typed({ version: versionIn(clerk), 'lines.0.amount': '5,350.00', then: 'submit' }), paths.edit(id))
    expect(again.text).toContain(number)
    expect(again.text).toContain('5,300.00')
  })

  it('opens to nobody of another office', async () => {
    const id = idOf(await keyed())
    const stranger = await signIn(office, 'donsalaep.head')
    expect((await stranger.open(paths.show(id))).status).toBe(404)
  })
})
