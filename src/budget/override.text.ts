// Words of overrides (ใช้จ่ายเกินวงเงิน).
import { budgetText } from './budget.text.ts'
import { deskText } from './desk.text.ts'

export const overrideText = {
  listTitle: 'ใช้จ่ายเกินวงเงิน',
  newTitle: 'จัดทำใช้จ่ายเกินวงเงิน',
  editTitle: (number: string) => `แก้ไขร่างใช้จ่ายเกินวงเงิน ${number}`,
  empty: 'ยังไม่มีการใช้จ่ายเกินวงเงินตามเงื่อนไขนี้',
  print: 'พิมพ์บันทึกขอใช้จ่ายเกินวงเงิน',
  states: {
    draft: budgetText.states.draft, submitted: budgetText.states.submitted, approved: budgetText.states.approved, rejected: budgetText.states.rejected,
    cancelled: budgetText.states.cancelled, closed: { kind: 'reversed', text: 'ยกเลิกวงเงินเกินแล้ว' },
  },
  steps: { ...deskText.steps, withdraw: 'ยกเลิกวงเงินเกิน' },
  done: { ...deskText.done, approve: 'บันทึกการอนุมัติและเพิ่มวงเงินเกินแล้ว', withdraw: 'ยกเลิกวงเงินเกินแล้ว' },
  fields: { amount: 'วงเงินที่เกินได้', legal: 'กฎหมายหรือระเบียบที่ให้จ่ายเกินได้' },
  hint: 'วงเงินเกินเป็นข้อยกเว้น ทางปกติเมื่องบประมาณไม่พอคือการโอนงบประมาณ',
  closed: 'ยังไม่เปิดให้ทำเอกสารใช้จ่ายเกินวงเงิน เพราะไม่มีประเภทรายจ่ายที่กำหนดให้จ่ายเกินวงเงินได้ หากงบประมาณไม่พอให้โอนงบประมาณ',
  check: 'ตรวจยอดคงเหลือและผู้มีอำนาจอนุมัติ',
  checked: { title: 'ผลการตรวจ', available: 'คงเหลือตอนนี้', after: 'ใช้จ่ายได้เมื่ออนุมัติแล้ว', approver: 'ผู้มีอำนาจอนุมัติ' },
  table: {
    caption: 'รายการที่ขอใช้จ่ายเกินวงเงิน', line: 'รายการ', plan: 'แผนงาน / งาน', set: 'ตั้งจ่ายไว้', before: 'คงเหลือ', amount: 'วงเงินที่เกินได้', after: 'ใช้จ่ายได้',
  },
  legalFact: 'กฎหมายหรือระเบียบที่ให้จ่ายเกินได้',
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติใช้จ่ายเกินวงเงิน ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['รายการนี้เบิกจ่ายเกินงบประมาณคงเหลือได้ไม่เกินวงเงินในเอกสาร', 'ยกเลิกวงเงินเกินได้เฉพาะส่วนที่ยังไม่ได้ใช้ทั้งหมดของเอกสาร'],
    },
  },
  paper: {
    title: 'บันทึกขออนุมัติใช้จ่ายเกินวงเงิน',
    background: (year: string, legal: string) => `งบประมาณรายจ่าย ปีงบประมาณ พ.ศ. ${year} มีรายการที่ต้องจ่ายตาม ${legal}`,
    facts: (reason: string) => `งบประมาณตามรายการข้างล่างนี้ไม่เพียงพอ เนื่องจาก ${reason}`,
    proposal: (approver: string, total: string, words: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติใช้จ่ายเกินวงเงิน จำนวน ${total} บาท (${words})`,
  },
  trail: { ...deskText.trail, actions: { ...deskText.trail.actions, withdraw: 'ยกเลิกวงเงินเกิน' } },
  errors: {
    ...deskText.errors,
    legal: 'โปรดระบุกฎหมายหรือระเบียบที่ให้จ่ายเกินวงเงินได้',
    notOpen: (number: string, code: string) => `รายการ ${number} จ่ายเกินวงเงินไม่ได้: ประเภทรายจ่าย ${code} ไม่อยู่ในประเภทที่กำหนด`,
    forbidden: (number: string, why: string) => `รายการ ${number} จ่ายเกินวงเงินไม่ได้: ${why}`,
    used: 'ใช้วงเงินเกินไปแล้ว จึงยกเลิกไม่ได้',
  },
} as const
