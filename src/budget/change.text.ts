// Words of transfers (โอนงบประมาณ).
import { budgetText } from './budget.text.ts'
import { deskText } from './desk.text.ts'

export const transferText = {
  listTitle: 'โอนงบประมาณรายจ่าย',
  newTitle: 'จัดทำโอนงบประมาณ',
  editTitle: (number: string) => `แก้ไขโอนงบประมาณ ${number}`,
  empty: 'ยังไม่มีการโอนงบประมาณตามเงื่อนไขนี้',
  print: 'พิมพ์บันทึกขอโอน',
  states: {
    draft: budgetText.states.draft, submitted: budgetText.states.submitted, approved: budgetText.states.approved, announced: budgetText.states.announced,
    rejected: budgetText.states.rejected, cancelled: budgetText.states.cancelled,
  },
  done: { ...deskText.done, approve: 'บันทึกการอนุมัติและโอนงบประมาณแล้ว', revoke: 'ยกเลิกการโอนและคืนงบประมาณแล้ว' },
  steps: { ...deskText.steps, revoke: 'ยกเลิกการโอน' },
  fields: {
    changes: 'เปลี่ยนแปลงลักษณะ ปริมาณ หรือคุณภาพของรายการหรือไม่', changesHint: 'รายการใหม่ไม่ต้องตอบแยก ระบบดูจากตารางรายการตั้งจ่ายใหม่',
  },
  hint: 'พิมพ์รหัสรายการหรือชื่อรายการ แล้วเลือกจากที่เสนอ ยอดคงเหลือที่แสดงเป็นยอด ณ วันที่เอกสาร',
  check: 'ตรวจยอดคงเหลือและผู้มีอำนาจอนุมัติ',
  answers: { yes: 'เปลี่ยนแปลง', no: 'ไม่เปลี่ยนแปลง' },
  columns: {
    line: 'รหัสหรือชื่อรายการ', available: 'คงเหลือ (บาท)', amount: 'จำนวนเงิน (บาท)', department: 'หน่วยงาน',
    item: 'รายการ', specification: 'คุณลักษณะ / คำชี้แจง', plan: 'แผนงาน / งาน', category: 'งบ / หมวด / ประเภท', set: 'ตั้งจ่ายไว้', before: 'คงเหลือก่อนโอน',
    out: 'โอนลด', in: 'โอนเพิ่ม', after: 'คงเหลือหลังโอน',
  },
  captions: { out: 'รายการที่โอนลด', in: 'รายการที่โอนเพิ่ม (มีอยู่แล้ว)', items: 'รายการที่โอนตั้งจ่ายเป็นรายการใหม่', lines: 'รายการโอนงบประมาณ' },
  more: 'เพิ่มแถว',
  newItem: 'รายการใหม่',
  sum: 'รวม',
  checked: {
    title: 'ผลการตรวจยอด', out: 'รวมโอนลด', in: 'รวมโอนเพิ่ม', difference: 'ผลต่าง', approver: 'ผู้มีอำนาจอนุมัติ',
  },
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติโอนงบประมาณ ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['งบประมาณจะย้ายตามรายการในเอกสาร มีผลตั้งแต่วันที่อนุมัติ', 'เอกสารที่ลงวันที่ก่อนวันอนุมัติใช้เงินส่วนที่โอนเพิ่มไม่ได้'],
    },
    announce: {
      title: (number: string) => `บันทึกการประกาศโอนงบประมาณ ${number}`,
      question: (number: string) => `ประกาศโอนงบประมาณ ${number} โดยเปิดเผยแล้วใช่หรือไม่`,
      consequences: ['หลังประกาศแล้ว ยกเลิกการโอนนี้ไม่ได้ หากต้องการเปลี่ยนแปลงให้ทำโอนงบประมาณฉบับใหม่'],
    },
    report: {
      title: (number: string) => `บันทึกการรายงานโอนงบประมาณ ${number}`,
      question: (number: string) => `ส่งรายงานโอนงบประมาณ ${number} ให้ผู้กำกับดูแลแล้วใช่หรือไม่`,
      consequences: ['บันทึกวันที่และเลขที่หนังสือไว้ในขั้นตอนของเอกสาร'],
    },
  },
  paper: {
    title: 'บันทึกขออนุมัติโอนงบประมาณรายจ่าย',
    background: (year: string) => `งบประมาณรายจ่าย ปีงบประมาณ พ.ศ. ${year} อนุมัติและประกาศใช้แล้ว`,
    facts: (reason: string) => `มีความจำเป็นต้องโอนงบประมาณตามรายการข้างล่างนี้ เนื่องจาก ${reason}`,
    proposal: (approver: string, total: string, words: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติโอนงบประมาณ จำนวน ${total} บาท (${words})`,
  },
  trail: { ...deskText.trail, actions: { ...deskText.trail.actions, revoke: 'ยกเลิกการโอน' } },
  errors: {
    ...deskText.errors,
    changes: 'โปรดตอบว่าเปลี่ยนแปลงลักษณะ ปริมาณ หรือคุณภาพหรือไม่',
    unbalanced: (difference: string) => `ยอดโอนลดไม่เท่ากับยอดโอนเพิ่ม ต่างกัน ${difference} บาท`,
    nothing: 'โปรดระบุรายการที่โอนลดและโอนเพิ่ม',
    manyRows: 'เอกสารหนึ่งฉบับมีได้ไม่เกินตารางละ 100 รายการ',
    twice: 'รายการนี้ระบุไว้แล้วในเอกสารนี้',
    forbidden: (number: string, why: string) => `รายการ ${number} โอนไม่ได้: ${why}`,
    why: {
      ...deskText.errors.why, otherSource: 'ต้องเป็นแหล่งเงินเดียวกันทั้งเอกสาร',
      otherEnterprise: 'ต้องเป็นงบประมาณของกิจการเดียวกันทั้งเอกสาร งบเฉพาะการของแต่ละกิจการไม่ปะปนกัน',
    },
    specification: 'รายการใหม่ต้องระบุคุณลักษณะหรือคำชี้แจง',
    exists: (number: string) => `มีรายการนี้อยู่แล้ว รหัสรายการ ${number} โปรดใส่ในตารางโอนเพิ่ม`,
  },
} as const
