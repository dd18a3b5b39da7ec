// Words of the register of creditors and of what each is owed.
import { documentsText } from '../documents/index.ts'

export const creditorText = {
  listTitle: 'ทะเบียนเจ้าหนี้',
  debtsTitle: 'รายการหนี้ค้างจ่าย',
  debtsOf: (payee: string) => `รายการหนี้ค้างจ่าย ${payee}`,
  payables: 'ใบผ่านรายการตั้งหนี้',
  asOf: (day: string) => `ณ วันที่ ${day}`,
  empty: 'ไม่มีหนี้ค้างจ่าย ณ วันนี้',
  fields: { day: 'ณ วันที่', account: 'บัญชี', search: 'ชื่อหรือเลขประจำตัวผู้เสียภาษี' },
  columns: {
    payee: 'เจ้าหนี้', taxId: 'เลขประจำตัวผู้เสียภาษี', account: 'บัญชี', balance: 'คงเหลือ', voucher: 'ใบผ่านรายการ', date: 'วันที่ตั้งหนี้', description: 'รายการ', invoice: 'ใบแจ้งหนี้', amount: 'จำนวนหนี้',
    settled: 'จ่ายแล้ว', days: 'ค้าง (วัน)', source: 'เอกสาร', key: 'รหัสเจ้าหนี้',
  },
  bands: ['0–30 วัน', '31–60 วัน', '61–90 วัน', 'เกิน 90 วัน'],
  sources: { claim: 'ฎีกา', acceptance: 'ใบตรวจรับ', payment: 'การจ่ายเงิน' },
  sum: 'รวม',
  ledger: 'ยอดตามบัญชีแยกประเภท',
  difference: 'ผลต่าง',
  count: (shown: string, all: string) => `แสดง ${shown} จาก ${all} รายการ`,
  fileName: (day: string) => `creditors-${day}`,
  debtsFileName: (day: string) => `debts-${day}`,
  errors: { date: documentsText.errors.date },
} as const
