// Words of releases of the reserve (ใช้เงินสำรองจ่าย).
import { budgetText } from './budget.text.ts'
import { deskText } from './desk.text.ts'

export const releaseText = {
  listTitle: 'ใช้เงินสำรองจ่าย',
  newTitle: 'จัดทำใช้เงินสำรองจ่าย',
  editTitle: (number: string) => `แก้ไขร่างใช้เงินสำรองจ่าย ${number}`,
  empty: 'ยังไม่มีการใช้เงินสำรองจ่ายตามเงื่อนไขนี้',
  print: 'พิมพ์บันทึกขอใช้เงินสำรองจ่าย',
  states: {
    draft: budgetText.states.draft, submitted: budgetText.states.submitted, approved: budgetText.states.approved, rejected: budgetText.states.rejected,
    cancelled: budgetText.states.cancelled,
  },
  steps: deskText.steps,
  done: { ...deskText.done, approve: 'บันทึกการอนุมัติและตั้งวงเงินของเหตุการณ์แล้ว' },
  fields: {
    event: 'ชื่อเหตุการณ์', eventHint: 'เป็นชื่อรายการที่จะเบิกจ่าย เช่น อุทกภัยหมู่ที่ 1–3', variant: 'กรณี', expense: 'ประเภทค่าใช้จ่าย',
    expenseHint: 'เช่น ค่าวัสดุเครื่องบริโภค ค่าจ้างเหมาบริการ', amount: 'จำนวนเงินที่ขอใช้',
  },
  kinds: { disaster: 'สาธารณภัย', hardship: 'บรรเทาความเดือดร้อนของประชาชนเป็นส่วนรวม', other: 'เรื่องอื่น' },
  hint: 'เมื่ออนุมัติแล้ว ระบบตั้งรายการของเหตุการณ์นี้จากเงินสำรองจ่าย การเบิกจ่ายให้ใช้รายการใหม่นั้น',
  check: 'ตรวจยอดคงเหลือและผู้มีอำนาจอนุมัติ',
  checked: { title: 'ผลการตรวจยอด', available: 'สำรองจ่ายคงเหลือ', after: 'คงเหลือหลังอนุมัติ', approver: 'ผู้มีอำนาจอนุมัติ' },
  caption: 'รายการใช้เงินสำรองจ่าย',
  columns: { before: 'คงเหลือก่อนอนุมัติ', out: 'ใช้เงินสำรองจ่าย', in: 'ตั้งเป็นรายการ', after: 'คงเหลือหลังอนุมัติ' },
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติใช้เงินสำรองจ่าย ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['เงินสำรองจ่ายลดลง และตั้งเป็นรายการของเหตุการณ์นี้ มีผลตั้งแต่วันที่อนุมัติ', 'รายการที่ตั้งแล้วโอนไปใช้เรื่องอื่นไม่ได้'],
    },
  },
  paper: {
    title: 'บันทึกขออนุมัติใช้เงินสำรองจ่าย',
    background: (year: string, kind: string, event: string) => `งบประมาณรายจ่าย ปีงบประมาณ พ.ศ. ${year} ตั้งเงินสำรองจ่ายไว้ และเกิดเหตุ${kind}: ${event}`,
    facts: (reason: string) => `มีความจำเป็นต้องใช้เงินสำรองจ่ายตามรายการข้างล่างนี้ เนื่องจาก ${reason}`,
    proposal: (approver: string, total: string, words: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติใช้เงินสำรองจ่าย จำนวน ${total} บาท (${words})`,
  },
  trail: deskText.trail,
  errors: {
    ...deskText.errors,
    event: 'โปรดระบุชื่อเหตุการณ์ ไม่เกิน 300 ตัวอักษร',
    expense: 'โปรดระบุประเภทค่าใช้จ่าย ไม่เกิน 300 ตัวอักษร',
    variant: 'ใช้เงินสำรองจ่ายได้เฉพาะกรณีสาธารณภัย หรือบรรเทาความเดือดร้อนของประชาชนเป็นส่วนรวม',
    notReserve: (number: string) => `รายการ ${number} ไม่ใช่เงินสำรองจ่าย`,
    forbidden: (number: string, why: string) => `รายการ ${number} ใช้ไม่ได้: ${why}`,
  },
} as const
