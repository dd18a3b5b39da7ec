import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { requestRoutes } from '../../../src/expenditure/purchase-request/purchase-request.routes.ts'
import { requestText } from '../../../src/expenditure/purchase-request.text.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { toThaiDigits } from '../../../src/platform/thai.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aBuyingOffice, anApprovedRequest, aSubmittedRequest } from '../procurement-world.ts'

const db = await testDatabase()
const list = '/expenditure/purchase-requests'

const filled = () => ({
  formKey: randomUUID(), version: '', documentDate: '02/11/2569', kind: 'hire', methodCode: 'specific-value', title: 'จ้างซ่อมรถ', reason: 'รถเสีย', medianPrice: '', deliveryDays: '๑๕',
  'lines.0.line': 'วัสดุสำนักงาน', 'lines.0.amount': '1,500.50', 'items.0.name': 'ค่าแรง', 'items.0.quantity': '2', 'items.0.unit': 'ครั้ง', 'items.0.price': '750.25',
  'inspectors.0.name': 'นายตรวจ ดี', 'inspectors.0.position': '', 'inspectors.0.role': 'inspector',
})

describe('the pages of a purchase request', () => {
  it('take a form to a draft and show it with its budget, items and inspectors', async () => {
    const office = await aBuyingOffice(db)
    const desk = atDesk(db, office.asking.officer, requestRoutes)
    const { reply } = await desk.post(`${list}/new`, filled())
    if (reply.kind !== 'redirect') throw new Error('a redirect was expected')
    const { html } = await desk.get(reply.to)
    for (const words of ['จ้างซ่อมรถ', '1,500.50', 'ค่าแรง', 'นายตรวจ ดี', requestText.steps.submit, '15 วัน']) expect(seen(html)).toContain(words)
    expect(html).toContain('มาตรา 56 วรรคหนึ่ง (2) (ข)')
  })

  it('keep what was typed and show every fault at its cell', async () => {
    const office = await aBuyingOffice(db)
    const desk = atDesk(db, office.asking.officer, requestRoutes)
    const { reply, html } = await desk.post(`${list}/new`, { ...filled(), title: '', 'lines.0.amount': 'x', 'items.0.quantity': '0' })
    expect(reply).toMatchObject({ status: 422 })
    for (const words of [requestText.errors.title, requestText.errors.amount, requestText.errors.quantity]) expect(html).toContain(words)
    for (const name of ['title', 'lines.0.amount', 'items.0.quantity']) expect(html).toContain(`href="#${name}"`)
    expect(html).toContain('value="ค่าแรง"')
  })

  it('give more rows without script, and save nothing by it', async () => {
    const office = await aBuyingOffice(db)
    const desk = atDesk(db, office.asking.officer, requestRoutes)
    const { html } = await desk.post(`${list}/new`, { ...filled(), again: 'more' })
    expect(html).toContain('name="items.3.name"')
    expect(await db.owner('purchase_requests').where({ organisation_id: office.organisationId })).toEqual([])
  })

  it('list, search, print and save the register, and offer nothing to those who only look', async () => {
    const office = await aBuyingOffice(db)
    const id = await anApprovedRequest(office)
    await aSubmittedRequest(office, { amount: '1000.00' })
    const desk = atDesk(db, office.asking.officer, requestRoutes)
    const all = await desk.get(list)
    for (const words of ['REQ-00001/70', 'REQ-00002/70', '61,000.00', requestText.newTitle]) expect(seen(all.html)).toContain(words)
    expect(seen((await desk.get(`${list}?search=REQ-00002/70`)).html)).not.toContain('REQ-00001/70')
    expect(seen((await desk.get(`${list}?search=ไม่มีชื่อนี้`)).html)).toContain(requestText.empty)
    expect(seen((await desk.get(`${list}/print`)).html)).toContain('๖๑,๐๐๐.๐๐')
    await db.owner('purchase_requests').where({ organisation_id: office.organisationId, number: 2 }).update({ state: 'cancelled' })
    for (const [address, total] of [[list, '60,000.00'], [`${list}/print`, '๖๐,๐๐๐.๐๐']] as const) {
      const text = seen((await desk.get(address)).html)
      expect(text).toMatch(/REQ-(00002|๐๐๐๐๒)/)
      expect(text).toMatch(new RegExp(`รวม[^0-9๐-๙]*${total}`))
    }
    const { reply } = await desk.get(`${list}/csv`)
    expect(reply).toMatchObject({ kind: 'download', body: expect.stringContaining('REQ-00001/70') })
    const looking = atDesk(db, office.head.officer, requestRoutes)
    const page = await looking.get(`${list}/${id}`)
    expect(seen(page.html)).not.toContain(requestText.steps.revoke)
    await expect(looking.get(`${list}/new`)).rejects.toThrow(Forbidden)
  })

  it('print the official paper with Thai digits and the amount in words, first as the original', async () => {
    const office = await aBuyingOffice(db)
    const id = await anApprovedRequest(office)
    const desk = atDesk(db, office.asking.officer, requestRoutes)
    const first = seen((await desk.post(`${list}/${id}/print`)).html)
    for (const words of ['REQ-๐๐๐๐๑/๗๐', 'หกหมื่นบาทถ้วน', 'ต้นฉบับ', toThaiDigits(office.approving.officer.name)]) expect(first).toContain(words)
    expect(seen((await desk.post(`${list}/${id}/print`)).html)).toContain('สำเนา')
  })

  it('are not found by another office, and a submitted one has no form', async () => {
    const [office, other] = [await aBuyingOffice(db), await aBuyingOffice(db)]
    const id = await aSubmittedRequest(office)
    await expect(atDesk(db, other.asking.officer, requestRoutes).get(`${list}/${id}`)).rejects.toThrow(NotFound)
    await expect(atDesk(db, office.asking.officer, requestRoutes).get(`${list}/${id}/edit`)).rejects.toThrow(NotFound)
  })
})
