import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acceptanceText } from '../../../src/expenditure/acceptance.text.ts'
import { addendumText } from '../../../src/expenditure/addendum.text.ts'
import { contractMoneyText } from '../../../src/expenditure/contract-money.text.ts'
import { contractText } from '../../../src/expenditure/contract.text.ts'
import { guaranteeText } from '../../../src/expenditure/guarantee.text.ts'
import { procurementRoutes } from '../../../src/expenditure/procurement.list.ts'
import { acceptancePaths, addendumPaths, contractPaths, egpPaths, guaranteePaths } from '../../../src/expenditure/procurement.paths.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aBuyingOffice, aClaimOf, aDelivery, aGuarantee, anAcceptedDelivery, anApprovedRequest, aSignedContract, aSupplier, requestFormOf } from '../procurement-world.ts'

const db = await testDatabase()

async function anOffice() {
  const office = await aBuyingOffice(db)
  return { ...office, payee: await aSupplier(office) }
}

const filled = (request: string, payee: string) => ({
  request, payee, formKey: randomUUID(), version: '', kind: 'hire-order', contractNumber: '๑๒/๒๕๗๐', egpProject: '69119000001', egpControl: '', title: 'จ้างซ่อมรถ', signedOn: '05/11/2569', startsOn: '05/11/2569',
  endsOn: '30/11/2569', price: '10,000.00', vat: 'none', fineKind: 'whole', fineRate: '0.1', fineReason: '', advancePercent: '', retentionPercent: '', securityKind: 'none', securityAmount: '',
  securityReference: '', warrantyMonths: '', 'instalments.0.description': 'งวดแรก', 'instalments.0.amount': '4,000.00', 'instalments.0.dueOn': '15/11/2569', 'instalments.1.description': '',
  'instalments.1.amount': '6,000.00', 'instalments.1.dueOn': '30/11/2569',
})

describe('the pages of a contract', () => {
  it('take a form to a draft, sign it, and lead on to deliveries, amendments and guarantees', async () => {
    const office = await anOffice()
    const desk = atDesk(db, office.buyer.officer, procurementRoutes)
    const request = await anApprovedRequest(office, { amount: '10000.00' })
    const { reply } = await desk.post(contractPaths.new, filled(request, office.payee))
    if (reply.kind !== 'redirect') throw new Error('a redirect was expected')
    await desk.post(`${reply.to}/sign`, { version: '1' })
    const { html } = await desk.get(reply.to)
    for (const words of ['CON-00001/70', '10,000.00', 'งวดแรก', addendumText.newTitle, guaranteeText.newTitle, contractText.steps.accept]) expect(seen(html)).toContain(words)
    expect(seen(html)).not.toContain(contractText.steps.complete)
    const second = seen((await desk.get(acceptancePaths.newFor(reply.to.split('/').at(-1) ?? ''))).html)
    for (const words of ['งวดที่ 1 จำนวน 4,000.00 บาท', 'งวดที่ 2 จำนวน 6,000.00 บาท']) expect(second).toContain(words)
  })

  it('keep what was typed and show every fault at its field, in the form of a contract and of its amendment', async () => {
    const office = await anOffice()
    const desk = atDesk(db, office.buyer.officer, procurementRoutes)
    const request = await anApprovedRequest(office, { amount: '10000.00' })
    const wrong = await desk.post(contractPaths.new, { ...filled(request, 'ไม่มีในฐานข้อมูล'), egpProject: '12', 'instalments.1.amount': '5,999.99' })
    expect(wrong.reply).toMatchObject({ status: 422 })
    for (const name of ['payee', 'egpProject', 'instalments.0.amount']) expect(wrong.html).toContain(`href="#${name}"`)
    expect(wrong.html).toContain('value="ไม่มีในฐานข้อมูล"')
    const id = await aSignedContract(office, { payee: office.payee, amount: '53500.00' })
    const amended = await desk.post(addendumPaths.newFor(id), { formKey: randomUUID(), signedOn: '10/11/2569', reason: '', price: 'x', endsOn: '30/11/2569', waivedDays: '', contract: id })
    expect(amended.reply).toMatchObject({ status: 422 })
    for (const words of [addendumText.errors.reasonText, addendumText.errors.amount, 'value="x"']) expect(amended.html).toContain(words)
  })

  it('show the register with what came of each contract, on page, paper and in a file', async () => {
    const office = await anOffice()
    const id = await aSignedContract(office, { payee: office.payee, amount: '53500.00', terms: { egpControl: '691114000001' } })
    await anAcceptedDelivery(office, { contract: id, amount: '12345.00' })
    await aGuarantee(office, { contract: id, amount: '2675.00' })
    const desk = atDesk(db, office.buyer.officer, procurementRoutes)
    for (const words of ['CON-00001/70', '53,500.00', '12,345.00', contractText.registerFigures.paid]) expect(seen((await desk.get(contractPaths.list)).html)).toContain(words)
    expect(seen((await desk.get(`${contractPaths.list}?search=CON-00002/70`)).html)).toContain(contractText.empty)
    expect(seen((await desk.get(`${contractPaths.list}/print`)).html)).toContain(contractText.registerFigures.retention)
    expect((await desk.get(`${contractPaths.list}/csv`)).reply).toMatchObject({ kind: 'download', body: expect.stringContaining('12345.00') })
    expect(seen((await desk.get(guaranteePaths.list)).html)).toContain('GUA-00001/70')
    expect(seen((await desk.get(egpPaths.list)).html)).toContain('691114000001')
    expect(seen((await desk.post(`${contractPaths.show(id)}/print`)).html)).toContain('ห้าหมื่นสามพันห้าร้อยบาทถ้วน')
  })

  it('begin a delivery with the goods that were asked for, where it is all of them at their price', async () => {
    const office = await anOffice()
    const desk = atDesk(db, office.buyer.officer, procurementRoutes)
    const items = [{ name: 'กระดาษ A4', quantity: '100', unit: 'รีม', price: '95.00' }, { name: 'แฟ้ม', quantity: '10', unit: 'แฟ้ม', price: '50.00' }]
    const rows = { ...requestFormOf({ amount: '10000.00' }).rows, items }
    const quantities = async (price: string) => {
      const id = await aSignedContract(office, { payee: office.payee, amount: '10000.00', changes: { rows }, terms: { price: baht(price), egpControl: '' } })
      return [...(await desk.get(acceptancePaths.newFor(id))).html.matchAll(/name="lines\.\d\.quantity"[^>]*value="([^"]+)"/g)].map(([, value]) => value)
    }
    expect(await quantities('10000.00')).toEqual(['100', '10'])
    expect(await quantities('9800.00')).toEqual(['1'])
  })

  it('offer the claim of a delivery until all of it is claimed', async () => {
    const office = await anOffice()
    const contract = await aSignedContract(office, { payee: office.payee, amount: '10700.00' })
    const delivery = await anAcceptedDelivery(office, { contract, amount: '10700.00' })
    const desk = atDesk(db, office.asking.officer, procurementRoutes)
    const offered = async () => (await desk.get(acceptancePaths.show(delivery))).html.includes(`href="${acceptancePaths.step(delivery, 'claim')}"`)
    await aClaimOf(office, delivery, '5350.00')
    expect(await offered()).toBe(true)
    await aClaimOf(office, delivery, '5350.00')
    expect(await offered()).toBe(false)
  })

  it('offer an advance only where one was agreed, and say what is missing for it', async () => {
    const office = await anOffice()
    const terms = { advancePercent: '15' }
    const [plain, agreed] = [await aSignedContract(office, { payee: office.payee, amount: '10000.00' }), await aSignedContract(office, { payee: office.payee, amount: '20000.00', terms })]
    const desk = atDesk(db, office.asking.officer, procurementRoutes)
    expect(seen((await desk.get(contractPaths.show(plain))).html)).not.toContain(contractMoneyText.advance.label)
    expect(seen((await desk.get(contractPaths.show(agreed))).html)).toContain(contractMoneyText.advance.label)
    const step = contractPaths.step(agreed, 'advance')
    expect((await desk.get(step)).html).toContain('value="3,000.00"')
    const refused = await desk.post(step, { version: '2', amount: '3,000.00' })
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain(contractMoneyText.errors.noGuarantee('3,000.00'))
  })

  it('are kept from other offices and from those who may not', async () => {
    const [office, other] = [await anOffice(), await anOffice()]
    const id = await aSignedContract(office, { payee: office.payee, amount: '10000.00' })
    const delivery = await aDelivery(office, { contract: id, amount: '10000.00' })
    const stranger = atDesk(db, other.buyer.officer, procurementRoutes)
    for (const address of [contractPaths.show(id), acceptancePaths.show(delivery), egpPaths.show(id), addendumPaths.newFor(id)]) await expect(stranger.get(address)).rejects.toThrow(NotFound)
    const looking = atDesk(db, office.head.officer, procurementRoutes)
    for (const address of [contractPaths.new, egpPaths.show(id), addendumPaths.newFor(id), guaranteePaths.new]) await expect(looking.get(address)).rejects.toThrow(Forbidden)
    const approving = atDesk(db, office.approving.officer, procurementRoutes)
    expect(seen((await approving.get(acceptancePaths.show(delivery))).html)).toContain(acceptanceText.steps.accept)
  })
})
