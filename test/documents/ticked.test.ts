import { describe, expect, it } from 'vitest'
import { documentsText } from '../../src/documents/documents.text.ts'
import { tickedIn } from '../../src/documents/ticked.ts'
import { resultPage, tickRow } from '../../src/documents/ticked.view.ts'

describe('documents ticked together', () => {
  it('are read by number and version, and nothing else is taken for one', () => {
    expect(tickedIn(['12.3', '7.1', '', 'x.1', '1.', '1.2.3', '-1.1', '1.1 OR 1'])).toEqual([{ id: '12', version: 3 }, { id: '7', version: 1 }])
    expect(tickedIn(Array.from({ length: 101 }, (_, index) => `${index}.1`))).toHaveLength(100)
  })

  it('stand in the columns of their heads', () => {
    const heads = [{ label: 'เลขที่', className: 'is-code' }, { label: 'รายการ', className: 'is-text' }]
    const row = tickRow(heads, { value: '1.1', boxId: 'a', number: 'A', href: '/a', note: '', cells: ['ซื้อ'] })
    expect(row).toMatchObject({ checked: false, cells: [{ text: 'ซื้อ', label: 'รายการ', className: 'is-text' }] })
  })

  it('tell each its own result, one that cannot be read by its number alone', () => {
    const page = resultPage([{ id: '1', refusal: undefined }, { id: '2', refusal: 'เต็มแล้ว' }], {
      heads: { number: 'เลขที่', title: 'รายการ', net: 'สุทธิ' }, back: { text: 'กลับ', href: '/back' }, shown: (id) => (id === '1' ? { number: 'A-1', title: 'ซื้อ', net: '1.00', href: '/a' } : undefined),
    })
    expect(page.pageHeader.lead).toBe(documentsText.ticked.lead('1', '1'))
    expect(JSON.stringify(page.lineTable)).toMatch(/A-1.*เรียบร้อย.*"2".*เต็มแล้ว/)
  })
})
