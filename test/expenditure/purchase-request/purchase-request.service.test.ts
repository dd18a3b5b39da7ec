import { describe, expect, it } from 'vitest'
import {
  approveRequest, attachToRequest, cancelRequest, createRequest, editRequest, findSplit, returnRequest, revokeRequest, submitRequest,
} from '../../../src/expenditure/purchase-request/purchase-request.service.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { deskText } from '../../../src/budget/desk.text.ts'
import { requestText } from '../../../src/expenditure/purchase-request.text.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { aFile } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import { aBuyingOffice, anApprovedRequest, aSubmittedRequest, committee, figuresOf, requestFormOf, showRequest, supplies, type AskedRequest, type BuyingOffice } from '../procurement-world.ts'

const db = await testDatabase()
const { errors } = requestText

const create = (office: BuyingOffice, asked: AskedRequest = {}) => office.asking.work((work) => createRequest(work, requestFormOf(asked)))
const approve = (office: BuyingOffice, id: string, version = 2) => office.approving.work((work) => approveRequest(work, id, version))

async function faultsOf(promise: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error: unknown = await promise.catch((caught: unknown) => caught)
  if (!(error instanceof RuleBroken)) throw error
  return error.errors
}

describe('a purchase request', () => {
  it('is numbered when it is submitted and sets the money aside when it is approved (S12)', async () => {
    const office = await aBuyingOffice(db)
    const id = await create(office)
    expect(await showRequest(office, id)).toMatchObject({ state: 'draft', number: null, total: baht('60000') })
    await office.asking.work((work) => submitRequest(work, id, 1))
    expect(await showRequest(office, id)).toMatchObject({ state: 'submitted', number: 1 })
    expect(await figuresOf(office)).toMatchObject({ reserved: '0.00', available: '180000.00' })
    await approve(office, id)
    expect(await showRequest(office, id)).toMatchObject({ state: 'approved', approver: { name: office.approving.officer.name } })
    expect(await figuresOf(office)).toMatchObject({ reserved: '60000.00', available: '120000.00' })
  })

  it('gives the money back when it is revoked with a reason', async () => {
    const office = await aBuyingOffice(db)
    const id = await anApprovedRequest(office)
    await office.approving.work((work) => revokeRequest(work, id, { version: 3, reason: 'ไม่จำเป็นต้องซื้อแล้ว' }))
    expect(await showRequest(office, id)).toMatchObject({ state: 'cancelled' })
    expect(await figuresOf(office)).toMatchObject({ reserved: '0.00', available: '180000.00' })
  })

  it('that was returned is corrected and keeps its number', async () => {
    const office = await aBuyingOffice(db)
    const id = await aSubmittedRequest(office)
    await office.approving.work((work) => returnRequest(work, id, { version: 2, reason: 'แก้ราคา' }))
    expect(await showRequest(office, id)).toMatchObject({ state: 'draft', number: 1, returnReason: 'แก้ราคา' })
    const { formKey: _formKey, ...form } = requestFormOf({ amount: '50000.00' })
    await office.asking.work((work) => editRequest(work, id, { ...form, version: 3 }))
    await office.asking.work((work) => submitRequest(work, id, 4))
    expect(await showRequest(office, id)).toMatchObject({ state: 'submitted', number: 1, total: baht('50000'), returnReason: null })
  })

  it('is edited by nobody but its author, so that nobody approves what they wrote (E_SOD)', async () => {
    const office = await aBuyingOffice(db)
    const id = await aSubmittedRequest(office, { isDraft: true })
    const { code } = await db.owner('organisations').where({ id: office.organisationId }).first('code')
    const both = asOfficer(db, await anOfficer(db, { at: await organisation(db, code), groups: ['LAO_DEPT_CLERK', 'LAO_DEPT_HEAD'] }))
    const { formKey: _formKey, ...form } = requestFormOf({ amount: '90000.00' })
    await expect(both.work((work) => editRequest(work, id, { ...form, version: 1 }))).rejects.toThrow(new RuleBroken(documentsText.notYours))
    expect(await showRequest(office, id)).toMatchObject({ total: baht('60000') })
  })

  it('made by the same form twice is one', async () => {
    const office = await aBuyingOffice(db)
    const form = requestFormOf()
    const make = () => office.asking.work((work) => createRequest(work, form))
    const [first, second] = await Promise.all([make(), make()])
    expect(first).toBe(second)
  })

  it('takes files while it is a draft only', async () => {
    const office = await aBuyingOffice(db)
    const id = await create(office)
    await office.asking.work((work) => attachToRequest(work, id, [aFile]))
    await office.asking.work((work) => submitRequest(work, id, 1))
    await expect(office.asking.work((work) => attachToRequest(work, id, [aFile]))).rejects.toThrow(Conflict)
  })
})

describe('a draft is refused', () => {
  it('without budget, items or inspector, each at its cell', async () => {
    const office = await aBuyingOffice(db)
    const rows = { lines: [], items: [], inspectors: [] }
    expect(await faultsOf(create(office, { changes: { rows } }))).toEqual({ 'lines.0.line': errors.noLines, 'items.0.name': errors.noItems })
  })

  it('over what is available, and where budget and prices differ', async () => {
    const office = await aBuyingOffice(db)
    expect(await faultsOf(create(office, { amount: '180000.01' }))).toEqual({ 'lines.0.amount': errors.short('180,000.00') })
    const rows = { ...requestFormOf().rows, lines: [{ line: 'วัสดุสำนักงาน', amount: '59999.99' }] }
    expect(await faultsOf(create(office, { changes: { rows } }))).toEqual({ 'lines.0.amount': errors.unfunded('59,999.99', '60,000.00') })
  })

  it('on a day to come, by a method that is none, on a line that is none', async () => {
    const office = await aBuyingOffice(db)
    const changes = { documentDate: requestFormOf().documentDate, methodCode: 'market' }
    expect(await faultsOf(create(office, { line: 'เครื่องบิน', changes }))).toEqual({ methodCode: errors.strangeMethod, 'lines.0.line': deskText.errors.noLine })
  })

  it('by the specific method above 500,000.00, but not by another', async () => {
    const office = await aBuyingOffice(db, [{ ...supplies, amount: '900000.00' }])
    const rows = { lines: [{ line: '1', amount: '500000.01' }], items: [{ name: 'ถนน', quantity: '1', unit: 'สาย', price: '500000.01' }], inspectors: committee }
    expect(await faultsOf(create(office, { changes: { rows } }))).toMatchObject({ methodCode: expect.stringContaining('500,000.00') })
    expect(await create(office, { changes: { rows, methodCode: 'e-bidding' } })).toMatch(/^[0-9]+$/)
  })

  it('with one inspector above 100,000.00, a committee without chair, too small, or twice the same', async () => {
    const office = await aBuyingOffice(db)
    const of = (inspectors: RequestInspectors, amount = '100000.01') => {
      const { rows } = requestFormOf({ amount })
      return faultsOf(create(office, { changes: { rows: { ...rows, inspectors } } }))
    }
    type RequestInspectors = ReturnType<typeof requestFormOf>['rows']['inspectors']
    const [chair, one, two] = committee
    const alone = { ...chair, role: 'inspector' }
    expect(await of([alone])).toEqual({ 'inspectors.0.name': errors.needsCommittee('100,000.00') })
    expect(await of([alone, one], '1000.00')).toEqual({ 'inspectors.0.name': errors.oneInspector })
    expect(await of([one, two])).toEqual({ 'inspectors.0.name': errors.oneChair })
    expect(await of([chair, one])).toEqual({ 'inspectors.0.name': errors.smallCommittee('3') })
    expect(await of([chair, one, one])).toEqual({ 'inspectors.2.name': errors.sameInspector })
    expect(await of([])).toEqual({ 'inspectors.0.name': errors.noInspector })
  })

  it('for money of two sources', async () => {
    const office = await aBuyingOffice(db, [supplies, { ...supplies, title: 'วัสดุคอมพิวเตอร์', source: '2001' }])
    const rows = { ...requestFormOf({ amount: '20000.00' }).rows, lines: [{ line: '1', amount: '10000.00' }, { line: '2', amount: '10000.00' }] }
    expect(await faultsOf(create(office, { changes: { rows } }))).toEqual({ 'lines.1.line': errors.otherSource })
  })
})

describe('an approval', () => {
  it('is refused to its author, to another role, to another office, to an old page and a second time', async () => {
    const [office, other] = [await aBuyingOffice(db), await aBuyingOffice(db)]
    const row = await db.owner('organisations').where({ id: office.organisationId }).first('code')
    const officer = await anOfficer(db, { at: await organisation(db, row.code), groups: ['LAO_DEPT_CLERK', 'LAO_DEPT_HEAD'] })
    const both = { officer, ...asOfficer(db, officer) }
    const own = await aSubmittedRequest({ ...office, asking: both })
    await expect(both.work((work) => approveRequest(work, own, 2))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(office.asking.work((work) => approveRequest(work, own, 2))).rejects.toThrow(Forbidden)
    await expect(other.approving.work((work) => approveRequest(work, own, 2))).rejects.toThrow(NotFound)
    await expect(approve(office, own, 1)).rejects.toThrow(new Conflict(errors.stale))
    await approve(office, own)
    await expect(approve(office, own, 3)).rejects.toThrow(Conflict)
  })

  it('is refused to whoever inspects what comes of it', async () => {
    const office = await aBuyingOffice(db)
    const { rows } = requestFormOf()
    const inspectors = [{ name: office.approving.officer.name, position: '', role: 'inspector' }]
    const id = await aSubmittedRequest(office, { changes: { rows: { ...rows, inspectors } } })
    await expect(approve(office, id)).rejects.toThrow(new RuleBroken(errors.approverInspects))
  })

  it('of two requests for the last money gives it to one (E_BUDGET)', async () => {
    const office = await aBuyingOffice(db)
    const ids = [await aSubmittedRequest(office, { amount: '100000.00' }), await aSubmittedRequest(office, { amount: '100000.00' })]
    const results = await Promise.allSettled(ids.map((id) => approve(office, id)))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { message: expect.stringContaining('คงเหลือ') } })
    expect(await figuresOf(office)).toMatchObject({ reserved: '100000.00', available: '80000.00' })
  })

  it('is warned of a purchase that may have been split', async () => {
    const office = await aBuyingOffice(db, [{ ...supplies, amount: '900000.00' }])
    const large = { amount: '300000.00', changes: { rows: { ...requestFormOf({ amount: '300000.00' }).rows, inspectors: committee } } }
    const [first, second] = [await aSubmittedRequest(office, large), await aSubmittedRequest(office, large)]
    const splitOf = async (id: string) => { const request = await showRequest(office, id); return office.approving.read((read) => findSplit(read, request)) }
    expect(await splitOf(second)).toBe(requestText.split({ others: 'REQ-00001/70', total: '600,000.00', limit: '500,000.00' }))
    await office.approving.work((work) => returnRequest(work, first, { version: 2, reason: 'รวมเป็นรายงานเดียว' }))
    await office.asking.work((work) => cancelRequest(work, first, 3))
    expect(await splitOf(second)).toBeUndefined()
  })
})
