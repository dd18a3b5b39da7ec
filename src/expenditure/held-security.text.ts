// Words of the register of security and retention held.
import { contractText } from './contract.text.ts'

export const heldSecurityText = {
  title: 'ทะเบียนคุมประกันต่าง ๆ ของสัญญา', fileName: 'held-securities', empty: 'ไม่มีหลักประกันตามเงื่อนไข', about: (day: string) => `ณ วันที่ ${day}`, count: (rows: string) => `${rows} รายการ`,
  columns: {
    contract: 'สัญญา', payee: 'ผู้วางหลักประกัน', kind: 'ประเภท', form: 'รูปแบบ', taken: 'รับไว้', given: 'คืน/ริบ', held: 'คงเหลือ', due: 'ครบกำหนดคืน', state: 'สถานะ',
  },
  kinds: {
    security: 'ประกันสัญญา', retention: 'ประกันผลงาน', performance: 'ประกันสัญญา (หนังสือ)', advance: 'ประกันเงินจ่ายล่วงหน้า (หนังสือ)', 'retention-paper': 'แทนประกันผลงาน (หนังสือ)',
  },
  forms: contractText.securityKinds as Readonly<Record<string, string>>,
  states: {
    bound: { kind: 'draft', text: 'ยังไม่พ้นข้อผูกพัน' }, due: { kind: 'waiting', text: 'รอคืน' }, ended: { kind: 'done', text: 'คืนครบแล้ว' },
    late: (days: string) => ({ kind: 'refused' as const, text: `เกินกำหนดคืน ${days} วัน` }),
  },
  late: (count: string, amount: string) => `เกินกำหนดคืน ${count} รายการ เป็นเงิน ${amount} บาท`,
  show: 'แสดง', shown: { held: 'ที่ยังถือไว้', late: 'เกินกำหนดคืน', all: 'ทั้งหมด รวมที่คืนแล้ว' }, search: 'ผู้วางหลักประกันหรือเลขที่สัญญา', sum: 'รวม',
} as const
