import { describe, expect, it } from 'vitest'
import { registersRoutes, createSignatory, findSignatories } from '../../../src/registers/index.ts'
import { registersText } from '../../../src/registers/registers.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden } from '../../../src/platform/errors.ts'
import { aPerson } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aLao } from '../../support/world.ts'

const db = await testDatabase()
const text = registersText.signatory
const form = { role: 'executive', name: 'นายมานะ ใจดี', position: 'ปลัดเทศบาล', actingFor: 'นายกเทศมนตรี', orderNumber: '12/2569', validFrom: '01/10/2569', validUntil: '' }

describe('who signs for the office', () => {
  it('is found for the days of the order only', async () => {
    const head = await aPerson(db, await aLao(db), ['LAO_FIN_HEAD'])
    const on = (day: string) => head.read((read) => findSignatories(read, calendarDate(day)))
    const time = { validFrom: calendarDate('2026-10-01'), validUntil: calendarDate('2026-11-20') }
    await head.work((work) => createSignatory(work, { role: 'clerk', name: 'นางมาลี', position: 'ปลัด', actingFor: '', orderNumber: '', ...time }))
    expect([(await on('2026-09-30')).length, (await on('2026-10-01')).length, (await on('2026-11-20')).length, (await on('2026-11-21')).length]).toEqual([0, 1, 1, 0])
    const other = await aPerson(db, await aLao(db), ['LAO_FIN_HEAD'])
    expect(await other.read((read) => findSignatories(read))).toEqual([])
  })

  it('is kept by the head of finance; a day before the first, or nothing typed, is told at its field', async () => {
    const at = await aLao(db)
    const [head, finance] = [await aPerson(db, at, ['LAO_FIN_HEAD']), await aPerson(db, at, ['LAO_FINANCE'])]
    const desk = atDesk(db, head.officer, registersRoutes)
    await expect(atDesk(db, finance.officer, registersRoutes).post('/registers/signatories/new', form)).rejects.toThrow(Forbidden)
    const refused = await desk.post('/registers/signatories/new', { ...form, name: '', validUntil: '30/09/2569' })
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain(text.errors.name)
    expect((await desk.post('/registers/signatories/new', { ...form, validUntil: '30/09/2569' })).html).toContain(text.errors.order)
    await desk.post('/registers/signatories/new', form)
    expect(seen((await desk.get('/registers/signatories')).html)).toContain('นายมานะ ใจดี ปลัดเทศบาล รักษาราชการแทน นายกเทศมนตรี 12/2569')
    const [{ id } = { id: '' }] = await head.read((read) => findSignatories(read))
    expect((await desk.get(`/registers/signatories/${id}/edit`)).html).toContain('value="01/10/2569"')
    await desk.post(`/registers/signatories/${id}/edit`, { ...form, validUntil: '30/11/2569', version: '1' })
    await expect(desk.post(`/registers/signatories/${id}/edit`, { ...form, version: '1' })).rejects.toThrow(Conflict)
  })
})
