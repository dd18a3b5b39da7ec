import { describe, expect, it } from 'vitest'
import { askedRegister, registerFrame, type Office } from '../../src/documents/index.ts'

const text = { listTitle: 'ใบเบิก', newTitle: 'จัดทำใบเบิก', states: { draft: { kind: 'draft', text: 'ร่าง' }, sent: { kind: 'waiting', text: 'ส่งแล้ว' } } } as const
const paths = { list: '/budget/bills', new: '/budget/bills/new' }
const school: Office = { organisationId: '3', name: 'โรงเรียน', kind: 'SUB', laoKind: null, chartKind: 'SCHOOL' }
const town: Office = { organisationId: '9', name: 'เทศบาล', kind: 'LAO', laoKind: 'TOWN', chartKind: 'LAO' }
const nothing = { items: [], hasMore: false, offices: [town], mayCreate: false }

describe('a register', () => {
  it('takes whole days, the last one with it, and names the day it cannot read', () => {
    const { filter, errors } = askedRegister({ from: '01/11/2569', until: '20/11/2569', state: 'sent', after: '12' }, '9', ['draft', 'sent'])
    expect(filter).toEqual({ organisationId: '9', from: '2026-11-01', until: '2026-11-21', state: 'sent', after: '12' })
    expect(errors).toEqual({})
    expect(askedRegister({ from: '31/02/2569', state: 'lost', after: "'" }, '9', ['draft', 'sent'])).toMatchObject({
      filter: { from: undefined, state: undefined, after: undefined }, errors: { from: 'วันที่ไม่ถูกต้อง ตัวอย่างเช่น 17/09/2567' },
    })
  })

  it('goes on after its last document with everything that was asked', () => {
    const asked = askedRegister({ from: '01/11/2569', state: 'sent', organisation: '3', by: 'others', waiting: 'yes' }, '9', ['draft', 'sent'])
    const found = { ...nothing, items: [{ id: '8' }, { id: '5' }], hasMore: true }
    const next = new URL(registerFrame({ text, paths }, asked, found).pagination.nextHref ?? '', 'http://office')
    expect([next.pathname, Object.fromEntries(next.searchParams)]).toEqual(['/budget/bills', { organisation: '3', state: 'sent', from: '01/11/2569', until: '', by: 'others', waiting: 'yes', after: '5' }])
    expect(registerFrame({ text, paths }, asked, { ...found, hasMore: false }).pagination).toEqual({ countText: 'แสดง 2 รายการ', nextHref: undefined })
  })

  it('offers a choice of offices only where there is one, and a new document only to whoever may make it', () => {
    const asked = askedRegister({}, '9', ['draft', 'sent'])
    const [alone, both] = [registerFrame({ text, paths }, asked, nothing), registerFrame({ text, paths }, asked, { ...nothing, offices: [town, school], mayCreate: true })]
    expect([alone.filters.controls.length, both.filters.controls.length]).toEqual([3, 4])
    expect([alone.pageHeader.actions, both.pageHeader.actions]).toEqual([[], [{ text: 'จัดทำใบเบิก', href: '/budget/bills/new', kind: 'primary' }]])
  })
})
