// A month's pay as the people of a town work it: who is paid and what is kept back → the run, adjusted → approved by another → its claims → paid by transfer →
// slips, what was kept back handed on against the account, the return of the tax; with and without JavaScript; axe finds nothing (§1.7, §1.8, §7 E).
import { expect, it } from 'vitest'
import { type TestOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { aTransferPayee } from '../expenditure/payment/paying.ts'
import { aTown } from '../expenditure/procurement-world.ts'
import { choose, desksOf, expectPaper, look, opened, rowsOf, spendingOffice, toWaiting } from './office-walk.ts'
import { expectRefusal, finish } from './walk.ts'

const [official, hired, coop, security] = ['นางสาวพิมพ์ชนก ศรีสว่างวงศ์', 'นายบุญมี พากเพียร', 'สหกรณ์ออมทรัพย์พนักงานเทศบาล จำกัด', 'สำนักงานประกันสังคมจังหวัดชลบุรี']
const [owed, tax, securityHeld, savingsHeld, current] = ['2102040110.001', '2102040104.001', '2111020199.004', '2111020199.005', '1101030101.001']
const leaves = { payroll: 'ฐานข้อมูลเงินเดือน/บำนาญ', payments: 'บันทึกการจ่ายเงิน/ใบผ่านรายการจ่าย' }

for (const script of [true, false]) {
  const office = await spendingOffice()
  const openScreen = browserOf(office)
  const { person, all } = desksOf(office, () => openScreen({ script }))
  const paper = (name: string) => `${name}-${script ? 'on' : 'off'}`
  const lines = await knownPayees(office)

  inBrowser(`a month’s pay, JavaScript ${script ? 'on' : 'off'}`, { timeout: 240_000 }, () => {
    it('pay-roll keeps who gets what is kept back, and who is paid: without pay nobody is registered', async () => {
      const clerk = await person('saensuk.payroll')
      await choose(clerk, leaves.payroll)
      await clerk.press(clerk.page.getByRole('link', { name: 'ผู้รับเงินที่หักไว้' }))
      for (const [code, payee] of [['COOP', coop], ['SSO', security]] as const) {
        await clerk.page.locator('#code').selectOption(code)
        await clerk.send({ payee }, 'เพิ่ม')
      }
      await look(clerk, 'pay-creditors')
      await register(clerk, { person: official, kind: 'official', position: 'นักวิชาการเงินและบัญชีชำนาญการ' })
      await keep(clerk)
      await expectRefusal(clerk, 'โปรดระบุรายการรับเงินอย่างน้อยหนึ่งรายการ')
      await clerk.type({ 'pays.0.title': 'เงินเดือน', 'pays.0.line': lines.salary, 'pays.0.amount': '32,450', 'deductions.0.amount': '820', 'deductions.1.creditor': coop, 'deductions.1.amount': '6,500' })
      await clerk.page.locator('[name="deductions.0.code"]').selectOption('TAX')
      await clerk.page.locator('[name="deductions.1.code"]').selectOption('COOP')
      await keep(clerk)
      expect(await clerk.text()).toMatch(/32,450\.00[\s\S]*7,320\.00/)
      await register(clerk, { person: hired, kind: 'general', position: 'พนักงานขับรถยนต์' })
      await clerk.page.getByRole('checkbox', { name: 'เป็นผู้ประกันตน (พนักงานจ้าง)' }).check()
      await clerk.type({ 'pays.0.title': 'ค่าจ้าง', 'pays.0.line': lines.wages, 'pays.0.amount': '๙,๐๐๐' })
      await keep(clerk)
      await look(clerk, 'pay-employee')
    })

    it('pay-roll makes the run of the month, once, and adjusts it; the change is of the month alone', async () => {
      const clerk = await person('saensuk.payroll')
      await makeRun(clerk)
      expect(await clerk.text()).toMatch(/41,450\.00[\s\S]*7,770\.00[\s\S]*33,680\.00/)
      const run = clerk.path
      await makeRun(clerk)
      await expectRefusal(clerk, 'มีงวดประเภทนี้ของเดือนนี้แล้ว')
      await clerk.open(run)
      await clerk.press(clerk.page.getByRole('link', { name: 'ปรับรายการของงวด' }))
      await clerk.type({ 'lines.0.person': 'นายไม่มี ในงวด', 'lines.0.detail': coop, 'lines.0.amount': '7,000' })
      await clerk.page.locator('[name="lines.0.item"]').selectOption('COOP')
      await keep(clerk)
      await expectRefusal(clerk, 'ไม่พบชื่อนี้ในงวด')
      await clerk.type({ 'lines.0.person': official })
      await keep(clerk)
      expect(await clerk.text()).toMatch(/8,270\.00[\s\S]*33,180\.00/)
      await look(clerk, 'pay-run')
      await clerk.press('เสนอขออนุมัติ')
      expect(await clerk.button('อนุมัติงวด').count()).toBe(0)
    })

    it('the head of finance approves it, and the slips are printed', async () => {
      const head = await person('saensuk.head')
      await toWaiting(head, 'งวดการจ่ายรออนุมัติ')
      await head.press('อนุมัติงวด')
      const clerk = await person('saensuk.payroll')
      await toWaiting(await opened(clerk, '/'), 'งวดที่อนุมัติแล้ว รอจัดทำฎีกา')
      await clerk.press('พิมพ์สลิป')
      expect(await clerk.text()).toContain('๒๔,๖๓๐.๐๐ บาท (สองหมื่นสี่พันหกร้อยสามสิบบาทถ้วน)')
      await expectPaper(clerk, paper('pay-slips'), 2)
    })

    it('pay-roll claims it: the pay, and what the employer adds; the department, the checker and the head take both together', async () => {
      const clerk = await person('saensuk.payroll')
      await toWaiting(await opened(clerk, '/'), 'งวดที่อนุมัติแล้ว รอจัดทำฎีกา')
      await clerk.press('จัดทำฎีกา')
      const run = clerk.path
      for (let claims = 2; claims > 0; claims -= 1) {
        await clerk.press(clerk.page.getByRole('link', { name: 'ร่าง', exact: true }).first())
        await clerk.press('เสนอหัวหน้าหน่วยงานผู้เบิก')
        await clerk.open(run)
      }
      await look(clerk, 'pay-run-claimed')
      const depthead = await person('saensuk.depthead')
      for (let claims = 2; claims > 0; claims -= 1) {
        await opened(depthead, '/')
        await depthead.press(depthead.page.getByRole('link', { name: 'ฎีการอหัวหน้าหน่วยงานผู้เบิก' }))
        await depthead.press(depthead.page.locator('tbody a').first())
        await depthead.press('เห็นชอบให้เบิก')
      }
      await takeAll(await person('saensuk.check'), { waiting: 'ฎีการอตรวจสอบ', button: 'เอกสารครบ บันทึกตรวจสอบฎีกาที่เลือก' })
      const head = await person('saensuk.head')
      await takeAll(await opened(head, '/'), { waiting: 'ฎีการออนุมัติ', button: 'อนุมัติฎีกาที่เลือก' })
      await head.press(head.page.getByRole('link', { name: 'CLM-00002/70' }))
      await look(head, 'pay-claim')
    })

    it('finance transfers the pay to accounts that were verified, and the head posts it: what was kept back stands under its creditor', async () => {
      const finance = await person('saensuk.finance')
      await transfer(finance, 'CLM-00002/70')
      await transfer(finance, 'CLM-00001/70')
      const head = await person('saensuk.head')
      const posted: string[][][] = []
      for (let payments = 2; payments > 0; payments -= 1) {
        await opened(head, '/')
        await head.press(head.page.getByRole('link', { name: 'รายการจ่ายเงินรออนุมัติ' }))
        await head.press(head.page.locator('tbody a').first())
        await head.press('อนุมัติการจ่ายและผ่านรายการ')
        await head.press(head.page.locator('main dl a').first())
        posted.push(await rowsOf(head))
      }
      expect(posted).toEqual(expect.arrayContaining([
        [[owed, '450.00'], [current, '450.00']],
        [[owed, '41,450.00'], [tax, '820.00'], [securityHeld, '450.00'], [savingsHeld, '7,000.00'], [current, '33,180.00']],
      ]))
    })

    it('pay-roll sees the run paid, and hands on what was kept back: all that the account holds, once', async () => {
      const clerk = await person('saensuk.payroll')
      await clerk.open('/expenditure/pay-runs')
      expect(await clerk.page.locator('tbody').innerText()).toContain('จ่ายแล้ว')
      await clerk.open('/expenditure/withheld-money?month=11/2569')
      expect(await clerk.page.locator('tbody tr', { hasText: coop }).innerText()).toMatch(/7,000\.00\s+7,000\.00\s+0\.00\s+7,000\.00\s+0\.00\s+7,000\.00/)
      await look(clerk, 'pay-withheld')
      await clerk.press(clerk.page.locator('tbody tr', { hasText: coop }).getByRole('button'))
      expect(await clerk.text()).toContain('7,000.00')
      await clerk.open('/expenditure/withheld-money?month=11/2569')
      expect(await clerk.page.locator('tbody tr', { hasText: coop }).innerText()).toMatch(/7,000\.00\s+0\.00\s*$/)
      expect(await clerk.page.locator('tbody tr', { hasText: coop }).getByRole('button').count()).toBe(0)
    })

    it('finance returns the tax of the month: register and account agree, and its claim is drafted once', async () => {
      const finance = await person('saensuk.finance')
      await choose(await opened(finance, '/'), leaves.payments)
      await finance.press(finance.page.getByRole('link', { name: 'ทะเบียนคุมภาษีหัก ณ ที่จ่าย' }))
      await finance.press(finance.page.getByRole('link', { name: 'แบบ ภ.ง.ด. และการนำส่งภาษี' }))
      expect(await finance.page.locator('tbody').innerText()).toMatch(/ภ\.ง\.ด\.1[\s\S]*32,450\.00\s+820\.00\s+820\.00\s+0\.00\s+820\.00/)
      await finance.press('จัดทำฎีกานำส่งภาษี')
      await expectRefusal(finance, 'โปรดเลือกส่วนราชการผู้รับเงิน', 'payeeId')
      await finance.page.locator('#payeeId').selectOption({ label: 'กรมสรรพากร' })
      await finance.page.locator('#departmentId').selectOption({ label: 'กองคลัง' })
      await finance.press('จัดทำฎีกานำส่งภาษี')
      expect(await finance.text()).toMatch(/ให้เจ้าหน้าที่ผู้จัดทำฎีกาส่งตรวจสอบ[\s\S]*จัดทำฎีกาแล้ว/)
      expect(await finance.button('จัดทำฎีกานำส่งภาษี').count()).toBe(0)
      await look(finance, 'pay-returns')
      await finance.press(finance.page.getByRole('link', { name: 'พิมพ์ใบปะหน้า' }))
      await expectPaper(finance, paper('pay-return-cover'))
      for (const screen of await all()) await finish(screen)
    })
  })
}

/** Several claims at once, from the home page. */
async function takeAll(screen: Screen, { waiting, button }: Readonly<Record<'waiting' | 'button', string>>): Promise<void> {
  await screen.press(screen.page.getByRole('link', { name: waiting }))
  for (const box of await screen.page.locator('main table [type=checkbox]').all()) await box.check()
  await screen.press(button)
  expect((await screen.text()).match(/เรียบร้อย/g)).toHaveLength(2)
}

async function transfer(finance: Screen, claim: string): Promise<void> {
  await finance.open('/expenditure/payments/new')
  await finance.page.getByRole('checkbox', { name: claim }).check()
  await finance.press('บันทึกการจ่ายเงิน')
  await expectRefusal(finance, 'โปรดเลือกบัญชีธนาคารที่ใช้งานอยู่', 'bankAccountId')
  await finance.page.locator('#bankAccountId').selectOption({ index: 2 })
  await finance.send({ reference: 'KTB 0412/77' }, 'บันทึกการจ่ายเงิน')
  expect(await finance.button('อนุมัติการจ่ายและผ่านรายการ').count()).toBe(0)
}

interface Registered {
  readonly person: string
  readonly kind: string
  readonly position: string
}

async function register(clerk: Screen, { kind, ...typed }: Registered): Promise<void> {
  await clerk.open('/expenditure/employees/new')
  await clerk.page.locator('#kind').selectOption(kind)
  await clerk.page.locator('#department').selectOption({ label: 'กองช่าง' })
  await clerk.type({ ...typed, startsOn: '10/2565' })
}

/** Forms of several tables have the button twice: unseen for the Enter key, and at the foot. */
function keep(screen: Screen): Promise<void> {
  return screen.press(screen.page.locator('main .form .buttons .primary'))
}

async function makeRun(clerk: Screen): Promise<void> {
  await clerk.open('/expenditure/pay-runs/new')
  await clerk.page.locator('#kind').selectOption('payroll')
  await clerk.send({ month: '11/2569', payDate: '20/11/2569' }, 'ดึงข้อมูลจากทะเบียน')
}

/** Whose accounts were verified long ago; and the control lines of pay, as they are typed. */
async function knownPayees(office: TestOffice): Promise<{ salary: string; wages: string }> {
  const town = await aTown(office)
  const spending = { ...town, preparer: town.asking, endorser: town.approving, checker: town.accountant }
  for (const name of [official, hired]) await aTransferPayee(spending, name, 'individual')
  for (const name of [coop, security, 'กรมสรรพากร']) await aTransferPayee(spending, name, 'state_body')
  const numberOf = async (title: string): Promise<string> => String((await office.owner('budget_lines').where({ organisation_id: town.organisationId, fiscal_year: 2570, title }).first('number')).number)
  return { salary: await numberOf('เงินเดือนพนักงานกองช่าง'), wages: await numberOf('ค่าจ้างพนักงานจ้าง') }
}
