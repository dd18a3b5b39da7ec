// A purchase from request to payment as the people of a town work it: asked for and approved → order with its numbers of e-GP → delivery accepted into the debt → claim,
// endorsed, checked by its papers, approved → cheque report → payment, tax withheld and its certificate; each by whose right it is, with what is refused on the way;
// with and without JavaScript; axe finds nothing (expenditure-accounting-assets §1.1, §1.2, §7 B).
import { expect, it } from 'vitest'
import { type TestOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { choose, desksOf, expectPaper, look, opened, rowsOf, spendingOffice, toWaiting } from './office-walk.ts'
import { expectRefusal, finish } from './walk.ts'

const [supplies, creditor, tax, current] = ['5104010104.001', '2101010102.001', '2102040106.001', '1101030101.001']
const leaves = { asked: 'รายงานขอซื้อขอจ้าง', contracts: 'สัญญา/ข้อตกลง', egp: 'บันทึกจัดซื้อจัดจ้างจากระบบ e-GP', claims: 'จัดทำฎีกา', debts: 'ใบผ่านรายการตั้งหนี้' }
const [company, goods] = ['บริษัท บางแสนบริการสะอาด จำกัด', 'วัสดุก่อสร้าง']

for (const script of [true, false]) {
  const office = await spendingOffice()
  const openScreen = browserOf(office)
  const { person, all } = desksOf(office, () => openScreen({ script }))
  const paper = (name: string) => `${name}-${script ? 'on' : 'off'}`

  inBrowser(`a purchase, JavaScript ${script ? 'on' : 'off'}`, { timeout: 240_000 }, () => {
    it('procurement asks: items that are not funded, or for more than the budget has left, are refused', async () => {
      await actsAsHeadToo(office, 'saensuk.clerk')
      const buyer = await person('saensuk.procure')
      await choose(buyer, leaves.asked)
      await buyer.press(buyer.page.getByRole('link', { name: 'จัดทำรายงานขอซื้อขอจ้าง' }))
      await ask(buyer)
      await save(buyer)
      await expectRefusal(buyer, 'งบประมาณที่ใช้ 10,800.00 บาท ไม่เท่ากับราคารวมของรายการ 10,700.00 บาท')
      await buyer.type({ 'items.0.price': '16,000', 'lines.0.amount': '1,600,000' })
      await save(buyer)
      await expectRefusal(buyer, 'งบประมาณคงเหลือไม่เพียงพอ คงเหลือ 1,500,000.00 บาท')
      await buyer.type({ 'items.0.price': '107', 'lines.0.amount': '๑๐,๗๐๐' })
      await save(buyer)
      await look(buyer, 'purchase-request')
      await buyer.press('เสนออนุมัติ')
      expect(await buyer.button('อนุมัติ').count()).toBe(0)
    })

    it('the head of the department finds it and approves it: the budget is set aside', async () => {
      const head = await person('saensuk.depthead')
      await toWaiting(head, 'รายงานขอซื้อขอจ้างรออนุมัติ')
      await head.press('อนุมัติ')
      expect(await head.text()).toContain('อนุมัติและกันวงเงินงบประมาณแล้ว')
    })

    it('procurement orders: a wrong number of e-GP is told at its field; signed, the budget is committed', async () => {
      const buyer = await person('saensuk.procure')
      await toWaiting(await opened(buyer, '/'), 'รายงานขอซื้อขอจ้างรอทำสัญญา')
      await buyer.press(buyer.page.getByRole('link', { name: 'จัดทำสัญญา/ข้อตกลง' }))
      await buyer.type({ contractNumber: '12/2570', payee: company, startsOn: '20/11/2569', endsOn: '30/11/2569', egpProject: '6911' })
      await save(buyer)
      await expectRefusal(buyer, 'เลขที่โครงการ e-GP เป็นตัวเลข 11 หลัก', 'egpProject')
      await buyer.type({ egpProject: '69119000001' })
      await save(buyer)
      await buyer.press('บันทึกการลงนาม')
      expect(await buyer.text()).toContain('บันทึกการลงนามและก่อหนี้ผูกพันแล้ว')
      await look(buyer, 'purchase-contract')
      await buyer.press('พิมพ์ใบสั่ง')
      await expectPaper(buyer, paper('purchase-order'))
    })

    it('procurement keys what was delivered, never more than the order; who keyed it does not accept it, and nobody claims it before', async () => {
      const buyer = await person('saensuk.procure')
      await choose(await opened(buyer, '/'), leaves.contracts)
      await buyer.press(buyer.page.getByRole('link', { name: 'CON-00001/70' }))
      await buyer.press(buyer.page.locator('main .actions').getByRole('link', { name: 'ตรวจรับพัสดุ' }))
      expect(await buyer.page.locator('[name="lines.0.quantity"]').inputValue()).toBe('100')
      await buyer.type({ deliveryNote: 'DN69/118', invoiceNumber: 'IV69-001', 'lines.0.amount': '10,700.01' })
      await save(buyer)
      await expectRefusal(buyer, 'เกินภาระผูกพันคงเหลือของสัญญา คงเหลือ 10,700.00 บาท')
      await buyer.type({ 'lines.0.amount': '10,700' })
      await save(buyer)
      expect(await buyer.button('ตรวจรับและตั้งหนี้').count()).toBe(0)
      const clerk = await person('saensuk.clerk')
      await clerk.open(buyer.path)
      expect(await clerk.page.locator('main .actions').getByText('จัดทำฎีกา').count()).toBe(0)
      expect(await clerk.open(`${buyer.path}/claim`)).toBe(404)
      await choose(await opened(clerk, '/'), leaves.claims)
      await clerk.press(clerk.page.getByRole('link', { name: 'จัดทำฎีกา' }).last())
      expect(await clerk.text()).toContain('ฎีกาก่อหนี้ผูกพัน ฎีกาเงินยืม และฎีกาเงินยืมเงินสะสม จัดทำจากใบตรวจรับพัสดุและสัญญาการยืมเงิน')
    })

    it('the head of the department accepts it, and the debt stands', async () => {
      const head = await person('saensuk.depthead')
      await toWaiting(await opened(head, '/'), 'การส่งมอบรอตรวจรับ')
      await head.press('ตรวจรับและตั้งหนี้')
      expect(await head.text()).toContain('ตรวจรับและตั้งหนี้แล้ว')
      await look(head, 'purchase-accepted')
      const accountant = await person('saensuk.account')
      await choose(accountant, leaves.debts)
      await accountant.press(accountant.page.getByRole('link', { name: 'AP-00001/70' }))
      expect(await rowsOf(accountant)).toEqual([[supplies, '10,700.00'], [creditor, '10,700.00']])
    })

    it('the clerk claims it, once the order has its control number of e-GP; who prepared it does not endorse it, though acting as head', async () => {
      const clerk = await person('saensuk.clerk')
      await toWaiting(await opened(clerk, '/'), 'ตรวจรับแล้วยังไม่ได้ตั้งฎีกา')
      await clerk.press(clerk.page.locator('main .actions').getByText('จัดทำฎีกา', { exact: true }))
      await clerk.press('จัดทำฎีกา')
      await expectRefusal(clerk, 'ยังไม่ได้บันทึกเลขคุมสัญญา e-GP ของสัญญานี้')
      const buyer = await person('saensuk.procure')
      await choose(await opened(buyer, '/'), leaves.egp)
      await buyer.press(buyer.page.getByRole('link', { name: 'CON-00001/70' }))
      await buyer.type({ egpControl: '691114000012' })
      await save(buyer)
      await clerk.send({ amount: '10,700.01' }, 'จัดทำฎีกา')
      await expectRefusal(clerk, 'เกินภาระผูกพันคงเหลือของสัญญา ตรวจรับแล้วยังไม่ได้เบิก 10,700.00 บาท')
      await clerk.send({ amount: '10,700' }, 'จัดทำฎีกา')
      expect(await clerk.page.locator('main .actions').getByText('จัดทำฎีกา').count()).toBe(0)
      await clerk.press(clerk.page.getByRole('link', { name: '(ร่าง)' }))
      expect(await clerk.text()).toMatch(/ร้อยละ 1[\s\S]*10,000\.00[\s\S]*100\.00/)
      await clerk.press('เสนอหัวหน้าหน่วยงานผู้เบิก')
      expect(await clerk.page.locator('main .actions').innerText()).not.toContain('เห็นชอบให้เบิก')
    })

    it('the head of the department endorses; the checker wants every paper, and then gives the number of the treasury', async () => {
      const head = await person('saensuk.depthead')
      await toWaiting(await opened(head, '/'), 'ฎีการอหัวหน้าหน่วยงานผู้เบิก')
      await head.press('เห็นชอบให้เบิก')
      const checker = await person('saensuk.check')
      await toWaiting(checker, 'ฎีการอตรวจสอบ')
      for (const box of await checker.page.getByRole('checkbox').all()) await box.check()
      await checker.page.getByRole('checkbox', { name: /^ใบแจ้งหนี้/ }).uncheck()
      await checker.press('บันทึกตรวจสอบและออกเลขที่คลังรับ')
      await expectRefusal(checker, 'เอกสารที่ต้องมียังไม่ครบ: ใบแจ้งหนี้')
      await checker.page.getByRole('checkbox', { name: /^ใบแจ้งหนี้/ }).check()
      await look(checker, 'purchase-check')
      await checker.press('บันทึกตรวจสอบและออกเลขที่คลังรับ')
      expect(await checker.text()).toContain('ตรวจสอบแล้ว รออนุมัติ')
      expect(await checker.button('อนุมัติฎีกา').count()).toBe(0)
    })

    it('the head of finance approves it', async () => {
      const head = await person('saensuk.head')
      await toWaiting(head, 'ฎีการออนุมัติ')
      await head.press('อนุมัติฎีกา')
      expect(await head.text()).toContain('อนุมัติแล้ว รอจ่ายเงิน')
      await look(head, 'purchase-claim')
      await head.press('พิมพ์ฎีกา')
      await expectPaper(head, paper('purchase-claim'))
    })

    it('finance writes the cheque into the report, never without the clerk of the town; the head approves, and all three sign', async () => {
      const finance = await person('saensuk.finance')
      await finance.press(finance.page.getByRole('link', { name: 'ฎีกาที่อนุมัติแล้วรอจ่าย' }))
      await finance.page.locator('#bankAccountId').selectOption({ index: 2 })
      await finance.page.locator('[name="rows.0.claimId"]').check()
      await finance.page.getByRole('checkbox', { name: /ปลัดเทศบาล/ }).uncheck()
      await finance.type({ 'rows.0.number': '20570001' })
      await save(finance)
      await expectRefusal(finance, 'ผู้ลงนามต้องมีปลัดหรือผู้ทำการแทน')
      await finance.page.getByRole('checkbox', { name: /ปลัดเทศบาล/ }).check()
      await save(finance)
      expect(await finance.button('อนุมัติรายงาน').count()).toBe(0)
      const head = await person('saensuk.head')
      await toWaiting(await opened(head, '/'), 'รายงานการจัดทำเช็ค/ใบถอนรออนุมัติ')
      await head.press('อนุมัติรายงาน')
      await head.press('พิมพ์รายงาน')
      await expectPaper(head, paper('purchase-cheque-report'))
      await finance.open(finance.path)
      await finance.press('ผู้ลงนามลงนามครบแล้ว')
      await look(finance, 'purchase-report')
    })

    it('finance hands the cheque over to somebody by name, and the head posts the payment: debt, tax and bank', async () => {
      const finance = await person('saensuk.finance')
      await finance.open('/')
      await finance.press(finance.page.getByRole('link', { name: 'เช็ค/ใบถอนรอส่งมอบและบันทึกจ่าย' }))
      await finance.press(finance.page.getByRole('link', { name: 'บันทึกการจ่าย' }).last())
      await finance.press('บันทึกการจ่ายเงิน')
      await expectRefusal(finance, 'โปรดระบุผู้รับเช็ค', 'handedTo')
      await finance.send({ handedTo: 'นายสมปอง รับเช็ค' }, 'บันทึกการจ่ายเงิน')
      expect(await finance.button('อนุมัติการจ่ายและผ่านรายการ').count()).toBe(0)
      const head = await person('saensuk.head')
      await toWaiting(await opened(head, '/'), 'รายการจ่ายเงินรออนุมัติ')
      await head.press('อนุมัติการจ่ายและผ่านรายการ')
      await look(head, 'purchase-paid')
      await head.press(head.page.getByRole('button', { name: 'พิมพ์ 50 ทวิ' }))
      expect(await head.text()).toContain('หนังสือรับรองการหักภาษี ณ ที่จ่าย')
      await head.page.goBack()
      await head.press(head.page.getByRole('link', { name: 'PV-00001/70' }).last())
      expect(await rowsOf(head)).toEqual([[creditor, '10,700.00'], [tax, '100.00'], [current, '10,600.00']])
    })

    it('the register of contracts and the line of the budget tell the whole way', async () => {
      const head = await person('saensuk.head')
      await choose(await opened(head, '/'), leaves.contracts)
      expect(await head.page.locator('tbody').innerText()).toMatch(/CON-00001\/70(?:[\s\S]*10,700\.00){4}/)
      await head.open('/budget/lines')
      await head.press(head.page.getByRole('link', { name: new RegExp(goods) }).first())
      expect(await head.page.locator('tbody').innerText()).toMatch(/REQ-00001\/70[\s\S]*CON-00001\/70[\s\S]*INS-00001\/70[\s\S]*CLM-00001\/70/)
      expect(await head.text()).toContain('1,489,300.00')
      await look(head, 'purchase-budget-line')
      for (const screen of await all()) await finish(screen)
    })
  })
}

/** A hundred bags, not all of it funded. */
async function ask(buyer: Screen): Promise<void> {
  await buyer.page.locator('#methodCode').selectOption('specific-value')
  await buyer.type({
    title: 'ซื้อยางมะตอยสำเร็จรูป', reason: 'ซ่อมแซมผิวจราจรถนนในเขตเทศบาล', deliveryDays: '10', 'items.0.name': 'ยางมะตอยสำเร็จรูป', 'items.0.quantity': '100', 'items.0.unit': 'ถุง', 'items.0.price': '107',
    'lines.0.line': goods, 'lines.0.amount': '10,800', 'inspectors.0.name': 'นายสุรชัย ตรวจดี', 'inspectors.0.position': 'นายช่างโยธา',
  })
}

/** Forms of several tables have the button twice: unseen for the Enter key, and at the foot. */
function save(screen: Screen): Promise<void> {
  return screen.press(screen.page.locator('main .form .buttons .primary'))
}

/** Two hats on one head: the clerk also acts for the head of the department. */
async function actsAsHeadToo({ owner }: TestOffice, username: string): Promise<void> {
  const { id, organisation_id: at } = await owner('users').where({ username }).first('id', 'organisation_id')
  await owner('group_members').insert({ organisation_id: at, user_id: id, group_code: 'LAO_DEPT_HEAD', valid_from: '2026-10-01' })
}
