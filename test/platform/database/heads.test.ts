import { describe, expect, it } from 'vitest'
import { headRows, newestFirst, onePage, orTryAgain } from '../../../src/platform/database/heads.ts'
import { testDatabase } from '../../support/database.ts'
import { aLao, anOfficer, asOfficer } from '../../support/world.ts'

const db = await testDatabase()
const rows = headRows('remittances')
const formKey = '0b0f5c1e-8a63-4c93-9d0a-6b1f0f0a1234'

async function anOfficeWithSlips(count: number) {
  const officer = await anOfficer(db, { at: await aLao(db), groups: ['LAO_FINANCE'] })
  const slip = { organisation_id: officer.organisationId, fiscal_year: 2570, state: 'draft', remitted_by: officer.userId }
  const made = await db.owner('remittances').insert(Array.from({ length: count }, (_, index) => (
    { ...slip, slip_date: `2026-11-0${index + 1}`, ...(index === 0 && { form_key: formKey }) }))).returning('id')
  const key = { organisationId: officer.organisationId, id: String(made[0]?.id), version: 1 }
  return { ...asOfficer(db, officer), key, stored: () => db.owner('remittances').where({ id: key.id }).first('state', 'remark', 'version') }
}

describe('the head row of a document', () => {
  it('changes with its version, and only in its own office', async () => {
    const [office, other] = [await anOfficeWithSlips(1), await anOfficeWithSlips(1)]
    await office.work((work) => rows.change(work, office.key, { remark: 'ก' }))
    expect(await office.stored()).toEqual({ state: 'draft', remark: 'ก', version: 2 })
    await other.work((work) => rows.change(work, { ...office.key, organisationId: other.key.organisationId }, { remark: 'ข' }))
    await other.work((work) => rows.change(work, office.key, { remark: 'ค' })).catch(() => undefined)
    expect(await office.stored()).toEqual({ state: 'draft', remark: 'ก', version: 2 })
  })

  it('is held by whoever locked it: the next one waits and then sees the change', async () => {
    const office = await anOfficeWithSlips(1)
    const order: string[] = []
    const first = office.work(async (work) => {
      await rows.lock(work, office.key.id)
      order.push('first')
      await new Promise((resolve) => setTimeout(resolve, 150))
      order.push('first ends')
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await office.work(async (work) => { await rows.lock(work, office.key.id); order.push('second') })
    await first
    expect(order).toEqual(['first', 'first ends', 'second'])
  })

  it('is found by the form that made it, each office its own', async () => {
    const [office, other] = [await anOfficeWithSlips(2), await anOfficeWithSlips(1)]
    expect(await office.work((work) => rows.findMade(work, formKey))).toBe(office.key.id)
    expect(await other.work((work) => rows.findMade(work, formKey))).toBe(other.key.id)
    expect(await office.work((work) => rows.findMade(work, '1b0f5c1e-8a63-4c93-9d0a-6b1f0f0a1234'))).toBeUndefined()
  })
})

describe('a page of a register', () => {
  it('is newest first, knows whether there is more, and goes on where it ended', async () => {
    const office = await anOfficeWithSlips(5)
    const ask = (more: object) => office.read((read) => onePage(
      newestFirst(read.db('remittances as s').select('s.slip_date', 's.id'), { alias: 's', day: 'slip_date' }, { organisationId: office.key.organisationId, ...more }),
      (row: { slip_date: string; id: string }) => ({ day: row.slip_date.slice(-1), id: row.id }), 3))
    const first = await ask({})
    expect([first.items.map(({ day }) => day), first.hasMore]).toEqual([['5', '4', '3'], true])
    const second = await ask({ after: first.items.at(-1)?.id })
    expect([second.items.map(({ day }) => day), second.hasMore]).toEqual([['2', '1'], false])
    expect((await ask({ from: '2026-11-02', until: '2026-11-04' })).items.map(({ day }) => day)).toEqual(['3', '2'])
    expect((await ask({ state: 'received' })).items).toEqual([])
  })
})

describe('the same thing made twice at one moment', () => {
  const twin = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'one_per_day' })

  it('begins again where it would be a twin, and fails as it failed otherwise', () => {
    expect(() => orTryAgain()(twin)).toThrow(expect.objectContaining({ code: '40001' }))
    expect(() => orTryAgain('one_per_day')(twin)).toThrow(expect.objectContaining({ code: '40001' }))
    expect(() => orTryAgain('another')(twin)).toThrow(twin)
    expect(() => orTryAgain()(new Error('disk full'))).toThrow('disk full')
  })
})
