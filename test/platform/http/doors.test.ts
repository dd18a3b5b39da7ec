import { describe, expect, it } from 'vitest'
import { doorKeeper, withOpenDoors } from '../../../src/platform/http/doors.ts'
import { get, type Permission } from '../../../src/platform/http/route.ts'

const page = (path: string, access: Permission, alsoFor: readonly Permission[] = []) => get(path, access, { handle: async () => ({ kind: 'json', status: 200, value: {} }), alsoFor })
const opens = doorKeeper([
  page('/expenditure/claims', 'expense.voucherreq:view'), page('/expenditure/claims/new', 'expense.voucherreq:create'), page('/expenditure/claims/:id', 'expense.voucherreq:view', ['expense.check:view']),
  page('/ledger/vouchers/:organisation/:id', 'account.report:view'),
])
const checker = new Set(['expense.check:view'])
const shown = (model: object) => withOpenDoors(model, (href) => opens(checker, href))

describe('a door', () => {
  it('opens to each of its rights, whatever is asked of the page; the first route that fits an address counts', () => {
    const asked = ['/expenditure/claims/7?organisation=3', '/expenditure/claims/7#trail', '/expenditure/claims', '/expenditure/claims/new', '/ledger/vouchers/1/2']
    expect(asked.map((href) => opens(checker, href))).toEqual([true, true, false, false, false])
    expect(opens(checker, 'https://laas.dla.go.th/x')).toBe(true)
    expect(opens(checker, '/css/app.css')).toBe(true)
  })
})

describe('a page', () => {
  it('keeps the words of a cell and of an item whose link its reader cannot follow, and leaves other links as they are', () => {
    const model = {
      lineTable: { rows: [{ cells: [{ text: 'CLM-00001/70', href: '/expenditure/claims/1', note: 'สำนักปลัด' }, { text: 'RV-00001/70', href: '/ledger/vouchers/1/2' }] }] },
      summaryList: { items: [{ label: 'ใบผ่านรายการรับ', text: 'RV-00001/70', href: '/ledger/vouchers/1/2', isMoney: false }] },
    }
    expect(shown(model)).toEqual({
      lineTable: { rows: [{ cells: [{ text: 'CLM-00001/70', href: '/expenditure/claims/1', note: 'สำนักปลัด' }, { text: 'RV-00001/70', href: undefined }] }] },
      summaryList: { items: [{ label: 'ใบผ่านรายการรับ', text: 'RV-00001/70', href: undefined, isMoney: false }] },
    })
  })

  it('loses the ways that are shut, and no button that posts', () => {
    const post = { label: 'ส่งคืน', action: '/expenditure/claims/1/return' }
    expect(shown({ actions: { links: [{ text: 'จัดทำฎีกา', href: '/expenditure/claims/new' }, { text: 'เปิดดู', href: '/expenditure/claims/1' }], steps: [post] }, pageHeader: { actions: [{ text: 'จัดทำฎีกา', href: '/expenditure/claims/new' }, post] } }))
      .toEqual({ actions: { links: [{ text: 'เปิดดู', href: '/expenditure/claims/1' }], steps: [post] }, pageHeader: { actions: [post] } })
  })

  it('has no way on from a list where that is shut', () => {
    const list = (href: string) => ({ heading: 'ฎีกา', more: { text: 'ดูทั้งหมด', href } })
    expect(shown({ panels: [list('/expenditure/claims'), list('/expenditure/claims/1')] })).toEqual({ panels: [{ heading: 'ฎีกา', more: undefined }, list('/expenditure/claims/1')] })
  })

  it('comes through otherwise as it was: functions, dates and bytes too', () => {
    const model = { at: new Date(0), bytes: Buffer.from('a'), none: undefined, deep: { list: [1, 'two', null] } }
    expect(shown(model)).toEqual(model)
  })
})
