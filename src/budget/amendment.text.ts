// Words of amendments of explanations (แก้ไขเปลี่ยนแปลงคำชี้แจง).
import { budgetText } from './budget.text.ts'
import { deskText } from './desk.text.ts'

export const amendmentText = {
  listTitle: 'แก้ไขเปลี่ยนแปลงคำชี้แจง',
  newTitle: 'จัดทำแก้ไขคำชี้แจง',
  editTitle: (number: string) => `แก้ไขร่างแก้ไขคำชี้แจง ${number}`,
  empty: 'ยังไม่มีการแก้ไขเปลี่ยนแปลงคำชี้แจงตามเงื่อนไขนี้',
  print: 'พิมพ์บันทึกขอแก้ไขคำชี้แจง',
  states: {
    draft: budgetText.states.draft, submitted: budgetText.states.submitted, approved: budgetText.states.approved, announced: budgetText.states.announced,
    rejected: budgetText.states.rejected, cancelled: budgetText.states.cancelled,
  },
  steps: deskText.steps,
  done: { ...deskText.done, approve: 'บันทึกการอนุมัติและแก้ไขคำชี้แจงแล้ว' },
  fields: {
    oldExplanation: 'คำชี้แจงเดิม', explanation: 'คำชี้แจงใหม่', oldLocation: 'สถานที่ดำเนินการเดิม', location: 'สถานที่ดำเนินการใหม่',
    changes: 'เปลี่ยนแปลงลักษณะ ปริมาณ หรือคุณภาพของรายการหรือไม่',
    changesHint: 'การเปลี่ยนสถานที่ก่อสร้างของงบลงทุนถือเป็นการเปลี่ยนแปลงเสมอ ระบบดูจากสถานที่ที่กรอก',
  },
  answers: { yes: 'เปลี่ยนแปลง', no: 'ไม่เปลี่ยนแปลง' },
  hint: 'เลือกรายการ แล้วกดแสดงคำชี้แจงเดิม ข้อความเดิมแก้ไขไม่ได้ ให้พิมพ์ข้อความใหม่ทั้งหมดในช่องด้านข้าง',
  check: 'แสดงคำชี้แจงเดิมและผู้มีอำนาจอนุมัติ',
  checked: { title: 'ผลการตรวจ', approver: 'ผู้มีอำนาจอนุมัติ', site: 'สถานที่ดำเนินการ', siteChanged: 'เปลี่ยนแปลง', siteSame: 'ไม่เปลี่ยนแปลง' },
  facts: { line: 'รายการงบประมาณ', department: 'หน่วยงาน', plan: 'แผนงาน / งาน', category: 'งบ / ประเภท', changes: 'ลักษณะ ปริมาณ คุณภาพ หรือสถานที่' },
  table: { caption: 'คำชี้แจงเดิมและใหม่', what: 'หัวข้อ', old: 'ข้อความเดิม', new: 'ข้อความใหม่', explanation: 'คำชี้แจง', location: 'สถานที่ดำเนินการ', none: '-' },
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติแก้ไขคำชี้แจง ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['คำชี้แจงและสถานที่ดำเนินการของรายการงบประมาณจะเปลี่ยนเป็นข้อความใหม่', 'ข้อความเดิมเก็บไว้ในเอกสารนี้และในประวัติการดำเนินการ'],
    },
    announce: {
      title: (number: string) => `บันทึกการประกาศแก้ไขคำชี้แจง ${number}`,
      question: (number: string) => `ประกาศแก้ไขคำชี้แจง ${number} โดยเปิดเผยแล้วใช่หรือไม่`,
      consequences: ['บันทึกวันที่ประกาศไว้ในขั้นตอนของเอกสาร'],
    },
    report: {
      title: (number: string) => `บันทึกการรายงานแก้ไขคำชี้แจง ${number}`,
      question: (number: string) => `ส่งรายงานแก้ไขคำชี้แจง ${number} ให้ผู้กำกับดูแลแล้วใช่หรือไม่`,
      consequences: ['บันทึกวันที่และเลขที่หนังสือไว้ในขั้นตอนของเอกสาร'],
    },
  },
  paper: {
    title: 'บันทึกขออนุมัติแก้ไขเปลี่ยนแปลงคำชี้แจงงบประมาณรายจ่าย',
    background: (year: string, line: string) => `งบประมาณรายจ่าย ปีงบประมาณ พ.ศ. ${year} ตั้งจ่ายรายการ ${line} ไว้ และอนุมัติประกาศใช้แล้ว`,
    facts: (reason: string) => `มีความจำเป็นต้องแก้ไขเปลี่ยนแปลงคำชี้แจงตามตารางข้างล่างนี้ เนื่องจาก ${reason}`,
    proposal: (approver: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติแก้ไขเปลี่ยนแปลงคำชี้แจงดังกล่าว`,
  },
  trail: {
    actions: { ...deskText.trail.actions, reword: 'เปลี่ยนคำชี้แจงของรายการงบประมาณ' },
    fields: { ...deskText.trail.fields, explanation: 'คำชี้แจง', location: 'สถานที่ดำเนินการ' },
  },
  errors: {
    ...deskText.errors,
    changes: 'โปรดตอบว่าเปลี่ยนแปลงลักษณะ ปริมาณ หรือคุณภาพหรือไม่',
    explanation: 'โปรดระบุคำชี้แจงใหม่ ไม่เกิน 1000 ตัวอักษร',
    location: 'งบลงทุนต้องระบุสถานที่ดำเนินการ',
    same: 'ข้อความใหม่เหมือนข้อความเดิม ไม่มีสิ่งที่ต้องแก้ไข',
    forbidden: (number: string, why: string) => `รายการ ${number} แก้ไขคำชี้แจงไม่ได้: ${why}`,
    moved: 'คำชี้แจงของรายการนี้เปลี่ยนไปแล้วหลังจากจัดทำเอกสารนี้ โปรดส่งคืนแก้ไขให้ตรงกับข้อความปัจจุบัน',
  },
} as const
