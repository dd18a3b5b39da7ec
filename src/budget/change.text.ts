// Words of transfers (โอนงบประมาณ).
import { budgetText } from './budget.text.ts'

export const transferText = {
  listTitle: 'โอนงบประมาณรายจ่าย',
  newTitle: 'จัดทำโอนงบประมาณ',
  editTitle: (number: string) => `แก้ไขโอนงบประมาณ ${number}`,
  empty: 'ยังไม่มีการโอนงบประมาณตามเงื่อนไขนี้',
  saved: 'บันทึกร่างแล้ว',
  edit: 'แก้ไข',
  print: 'พิมพ์บันทึกขอโอน',
  shown: (count: string) => `แสดง ${count} รายการ`,
  unit: '(หน่วย : บาท)',
  overdue: (days: string) => `ต้องรายงานผู้กำกับดูแลภายใน ${days} วันนับแต่วันอนุมัติ ขณะนี้เลยกำหนดแล้ว`,
  states: {
    draft: budgetText.states.draft, submitted: budgetText.states.submitted, approved: budgetText.states.approved, announced: budgetText.states.announced,
    rejected: budgetText.states.rejected, cancelled: budgetText.states.cancelled,
  },
  done: {
    submit: 'เสนออนุมัติแล้ว', cancel: 'ยกเลิกร่างแล้ว', approve: 'บันทึกการอนุมัติและโอนงบประมาณแล้ว', reject: 'บันทึกการไม่อนุมัติแล้ว', return: 'ส่งกลับแก้ไขแล้ว',
    announce: 'บันทึกการประกาศแล้ว', report: 'บันทึกการรายงานแล้ว', revoke: 'ยกเลิกการโอนและคืนงบประมาณแล้ว', attached: 'แนบไฟล์แล้ว', detached: 'นำไฟล์ออกแล้ว',
  },
  steps: {
    submit: 'เสนออนุมัติ', cancel: 'ยกเลิกร่าง', approve: 'บันทึกการอนุมัติ', reject: 'ไม่อนุมัติ', return: 'ส่งกลับแก้ไข', announce: 'บันทึกการประกาศ',
    report: 'บันทึกการรายงาน', revoke: 'ยกเลิกการโอน',
  },
  fields: {
    documentDate: 'วันที่เอกสาร', title: 'เรื่อง', reason: 'เหตุผลความจำเป็น', changes: 'เปลี่ยนแปลงลักษณะ ปริมาณ หรือคุณภาพของรายการหรือไม่',
    changesHint: 'รายการใหม่ไม่ต้องตอบแยก ระบบดูจากตารางรายการตั้งจ่ายใหม่', approver: 'ผู้มีอำนาจอนุมัติ', happenedOn: 'วันที่', meeting: 'การประชุมสภาท้องถิ่น',
    meetingHint: 'ต้องระบุเมื่อสภาท้องถิ่นเป็นผู้อนุมัติ เช่น สมัยสามัญที่ 3 ครั้งที่ 2/2569', letterNumber: 'เลขที่คำสั่งหรือหนังสือ', note: 'หมายเหตุ', stepReason: 'เหตุผล',
  },
  answers: { yes: 'เปลี่ยนแปลง', no: 'ไม่เปลี่ยนแปลง' },
  columns: {
    number: 'เลขที่', date: 'วันที่', title: 'เรื่อง', total: 'จำนวนเงินโอน (บาท)', approver: 'ผู้มีอำนาจอนุมัติ', state: 'สถานะ',
    line: 'รหัสหรือชื่อรายการ', available: 'คงเหลือ (บาท)', amount: 'จำนวนเงิน (บาท)', department: 'หน่วยงาน', task: 'งาน', code: 'ประเภทรายจ่าย',
    item: 'รายการ', specification: 'คุณลักษณะ / คำชี้แจง', plan: 'แผนงาน / งาน', category: 'งบ / หมวด / ประเภท', set: 'ตั้งจ่ายไว้', before: 'คงเหลือก่อนโอน',
    out: 'โอนลด', in: 'โอนเพิ่ม', after: 'คงเหลือหลังโอน',
  },
  captions: { out: 'รายการที่โอนลด', in: 'รายการที่โอนเพิ่ม (มีอยู่แล้ว)', items: 'รายการที่โอนตั้งจ่ายเป็นรายการใหม่', lines: 'รายการโอนงบประมาณ' },
  more: 'เพิ่มแถว',
  noDepartment: 'ไม่ระบุ',
  newItem: 'รายการใหม่',
  sum: 'รวม',
  left: (amount: string) => `คงเหลือ ${amount}`,
  checked: {
    title: 'ผลการตรวจยอด', out: 'รวมโอนลด', in: 'รวมโอนเพิ่ม', difference: 'ผลต่าง', approver: 'ผู้มีอำนาจอนุมัติ',
    approval: (approver: string, reference: string) => `${approver} (${reference})`,
  },
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
  back: 'กลับไปที่เอกสาร',
  paper: {
    title: 'บันทึกขออนุมัติโอนงบประมาณรายจ่าย', copy: 'ฉบับ',
    parts: { background: '1. เรื่องเดิม', facts: '2. ข้อเท็จจริง', law: '3. ระเบียบที่เกี่ยวข้อง', proposal: '4. ข้อเสนอ' },
    background: (year: string) => `งบประมาณรายจ่าย ปีงบประมาณ พ.ศ. ${year} อนุมัติและประกาศใช้แล้ว`,
    facts: (reason: string) => `มีความจำเป็นต้องโอนงบประมาณตามรายการข้างล่างนี้ เนื่องจาก ${reason}`,
    proposal: (approver: string, total: string, words: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติโอนงบประมาณ จำนวน ${total} บาท (${words})`,
    signers: { maker: 'ผู้จัดทำ', checker: 'หัวหน้าหน่วยงานคลัง', approver: 'ผู้มีอำนาจอนุมัติ' },
  },
  trail: {
    actions: {
      create: 'จัดทำร่าง', edit: 'แก้ไขร่าง', submit: 'เสนออนุมัติ', cancel: 'ยกเลิกร่าง', approve: 'อนุมัติ', reject: 'ไม่อนุมัติ', return: 'ส่งกลับแก้ไข', announce: 'ประกาศ',
      report: 'รายงานผู้กำกับดูแล', revoke: 'ยกเลิกการโอน', attach: 'แนบไฟล์', detach: 'นำไฟล์ออก',
    },
    fields: {
      title: 'เรื่อง', total: { label: 'จำนวนเงิน', kind: 'money' }, lines: 'รายการ', happenedOn: { label: 'วันที่', kind: 'date' }, meeting: 'การประชุม', letterNumber: 'เลขที่หนังสือ',
      approver: 'ผู้มีอำนาจอนุมัติ', file: 'ไฟล์',
    },
  },
  errors: {
    ...budgetText.errors,
    title: 'โปรดระบุเรื่อง ไม่เกิน 300 ตัวอักษร', changes: 'โปรดตอบว่าเปลี่ยนแปลงลักษณะ ปริมาณ หรือคุณภาพหรือไม่', approver: 'โปรดเลือกผู้มีอำนาจอนุมัติ',
    wrongApprover: (approver: string, reference: string) => `ผู้มีอำนาจอนุมัติเรื่องนี้คือ ${approver} (${reference})`,
    unbalanced: (difference: string) => `ยอดโอนลดไม่เท่ากับยอดโอนเพิ่ม ต่างกัน ${difference} บาท`,
    nothing: 'โปรดระบุรายการที่โอนลดและโอนเพิ่ม',
    manyRows: 'เอกสารหนึ่งฉบับมีได้ไม่เกินตารางละ 100 รายการ',
    twice: 'รายการนี้ระบุไว้แล้วในเอกสารนี้',
    ambiguous: 'มีหลายรายการที่ชื่อตรงกับคำนี้ โปรดระบุรหัสรายการ',
    forbidden: (number: string, why: string) => `รายการ ${number} โอนไม่ได้: ${why}`,
    why: {
      fund: 'เป็นเงินที่กำหนดวัตถุประสงค์หรือจัดสรรเฉพาะเรื่อง', released: 'เป็นเงินสำรองจ่ายที่อนุมัติใช้แล้ว', source: 'ไม่ใช่งบประมาณตามข้อบัญญัติ',
      otherSource: 'ต้องเป็นแหล่งเงินเดียวกันทั้งเอกสาร', ended: 'พ้นกำหนดเวลาใช้จ่ายแล้ว',
    },
    specification: 'รายการใหม่ต้องระบุคุณลักษณะหรือคำชี้แจง',
    exists: (number: string) => `มีรายการนี้อยู่แล้ว รหัสรายการ ${number} โปรดใส่ในตารางโอนเพิ่ม`,
    otherYear: (year: string) => `วันที่ต้องอยู่ในปีงบประมาณ ${year}`,
  },
} as const
