import { describe, expect, it } from 'vitest'
import { daysLine, documentsText } from '../../src/documents/index.ts'
import { tablePaper } from '../../src/documents/export.view.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'

const today = calendarDate('2026-11-20')
const printed = { backHref: '/receipts/remittances', days: 'ณ วันที่ 20 พฤศจิกายน 2569' }
const sheet = { name: 'ใบนำส่งเงิน', about: ['เทศบาล', 'ใบนำส่งเงิน'], header: ['เลขที่', 'จำนวน', 'อัตรา %', 'รหัส', 'จำนวนเงิน'], rows: [['12', '1,200', '1.5', '0012', baht('5')], ['13', '', '0', '0013', baht('7')]] }

describe('a list on paper', () => {
  it('is called a register, and says which days it tells of', () => {
    const { title, printHead } = tablePaper(sheet, printed)
    expect([title, printHead.title, printHead.asOf, printHead.unit]).toEqual(['ทะเบียนใบนำส่งเงิน', 'ทะเบียนใบนำส่งเงิน', printed.days, documentsText.report.unit])
    expect(tablePaper({ ...sheet, name: 'ทะเบียนคุมเช็ค', about: ['เทศบาล', 'ทะเบียนคุมเช็ค', 'เดือนตุลาคม'] }, printed).printHead).toMatchObject({ title: 'ทะเบียนคุมเช็ค', asOf: 'เดือนตุลาคม' })
  })

  it('has counts and rates at the right, numbers of documents and codes at the left', () => {
    expect(tablePaper(sheet, printed).lineTable.columns.map(({ className }) => className)).toEqual(['is-text', 'is-number', 'is-number', 'is-text', 'is-money'])
  })

  it('speaks of baht only where there is money', () => {
    expect(tablePaper({ ...sheet, rows: [['12', '1', '1', '0012', '']] }, printed).printHead.unit).toBe('')
  })
})

describe('the days of a list', () => {
  it('are those that were asked for, or today', () => {
    const line = (from: string, until: string) => daysLine({ from, until }, today)
    expect([line('', ''), line('01/11/2569', ''), line('', '05/11/2569'), line('01/11/2569', '05/11/2569'), line('x', '10/2569')]).toEqual([
      'ณ วันที่ 20 พฤศจิกายน 2569', 'ตั้งแต่วันที่ 1 พฤศจิกายน 2569', 'ถึงวันที่ 5 พฤศจิกายน 2569', 'ตั้งแต่วันที่ 1 พฤศจิกายน 2569 ถึงวันที่ 5 พฤศจิกายน 2569', 'ณ วันที่ 20 พฤศจิกายน 2569',
    ])
  })
})
