// Words of the register of grants.
import { documentsText } from '../documents/index.ts'

export const grantRegisterText = {
  title: 'ทะเบียนคุมเงินอุดหนุนเฉพาะกิจ',
  asOf: (day: string) => `ณ วันที่ ${day}`,
  budgetNow: (day: string) => `ณ วันที่ ${day} (ยอดงบประมาณเป็นยอดปัจจุบัน)`,
  day: 'ณ วันที่',
  search: 'โครงการหรือเลขที่',
  empty: 'ไม่มีเงินอุดหนุนเฉพาะกิจตามเงื่อนไข',
  count: (all: string) => `${all} รายการ`,
  fileName: (day: string) => `grants-${day}`,
  sum: 'รวม',
  ledger: 'ยอดตามบัญชีรายได้เงินอุดหนุนรับล่วงหน้า',
  difference: 'ผลต่าง',
  columns: {
    key: 'เลขที่แจ้งจัดสรร', name: 'โครงการ', budget: 'ได้รับจัดสรร', received: 'รับเงินแล้ว', obligated: 'กันและก่อหนี้/เบิก', paid: 'จ่ายแล้ว', recognised: 'รับรู้รายได้', returned: 'ส่งคืน/รอส่งคืน',
    held: 'คงเหลือ',
  },
  errors: { date: documentsText.errors.date },
} as const
