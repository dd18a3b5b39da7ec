// Words that every budget document of the shape draft → submitted → approved says alike; a kind takes them into its own.
import { budgetText } from './budget.text.ts'

export const deskText = {
  save: 'บันทึกร่าง',
  saved: 'บันทึกร่างแล้ว',
  edit: 'แก้ไข',
  back: 'กลับไปที่เอกสาร',
  kind: 'ประเภทเอกสาร',
  shown: (count: string) => `แสดง ${count} รายการ`,
  unit: '(หน่วย : บาท)',
  overdue: (days: string, late: string) => `ต้องรายงานผู้กำกับดูแลภายใน ${days} วันนับแต่วันอนุมัติ ขณะนี้เลยกำหนดแล้ว ${late} วัน`,
  reportedLate: (days: string, late: string) => `รายงานผู้กำกับดูแลช้ากว่ากำหนด ${days} วันนับแต่วันอนุมัติ ไป ${late} วัน`,
  columns: { number: 'เลขที่', date: 'วันที่', title: 'เรื่อง', total: 'จำนวนเงิน (บาท)', approver: 'ผู้มีอำนาจอนุมัติ', state: 'สถานะ' },
  fields: {
    line: 'รหัสหรือชื่อรายการ', lineHint: 'พิมพ์รหัสรายการหรือชื่อรายการ แล้วเลือกจากที่เสนอ',
    documentDate: 'วันที่เอกสาร', title: 'เรื่อง', reason: 'เหตุผลความจำเป็น', approver: 'ผู้มีอำนาจอนุมัติ', happenedOn: 'วันที่', meeting: 'การประชุมสภาท้องถิ่น',
    meetingHint: 'ต้องระบุเมื่อสภาท้องถิ่นเป็นผู้อนุมัติ เช่น สมัยสามัญที่ 3 ครั้งที่ 2/2569', letterNumber: 'เลขที่คำสั่งหรือหนังสือ',
    letterDate: 'ลงวันที่ของคำสั่งหรือหนังสือ', note: 'หมายเหตุ', stepReason: 'เหตุผล',
  },
  steps: {
    submit: 'เสนออนุมัติ', cancel: 'ยกเลิกร่าง', approve: 'บันทึกการอนุมัติ', reject: 'ไม่อนุมัติ', return: 'ส่งคืนแก้ไข', announce: 'บันทึกการประกาศ',
    report: 'บันทึกการรายงาน',
  },
  done: {
    submit: 'เสนออนุมัติแล้ว', cancel: 'ยกเลิกร่างแล้ว', approve: 'บันทึกการอนุมัติแล้ว', reject: 'บันทึกการไม่อนุมัติแล้ว', return: 'ส่งคืนแก้ไขแล้ว',
    announce: 'บันทึกการประกาศแล้ว', report: 'บันทึกการรายงานแล้ว',
  },
  left: (amount: string) => `คงเหลือ ${amount}`,
  approval: (approver: string, reference: string) => `${approver} (${reference})`,
  paper: {
    copy: 'ฉบับ', maker: 'ผู้จัดทำ', checker: 'หัวหน้าหน่วยงานคลัง', approver: 'ผู้มีอำนาจอนุมัติ',
    parts: { background: '1. เรื่องเดิม', facts: '2. ข้อเท็จจริง', law: '3. ระเบียบที่เกี่ยวข้อง', proposal: '4. ข้อเสนอ' },
  },
  trail: {
    actions: {
      create: 'จัดทำร่าง', edit: 'แก้ไขร่าง', submit: 'เสนออนุมัติ', cancel: 'ยกเลิกร่าง', approve: 'อนุมัติ', reject: 'ไม่อนุมัติ', return: 'ส่งคืนแก้ไข', announce: 'ประกาศ',
      report: 'รายงานผู้กำกับดูแล',
    },
    fields: {
      title: 'เรื่อง', total: { label: 'จำนวนเงิน', kind: 'money' }, happenedOn: { label: 'วันที่', kind: 'date' }, meeting: 'การประชุม', letterNumber: 'เลขที่หนังสือ',
      approver: 'ผู้มีอำนาจอนุมัติ',
    },
  },
  errors: {
    ...budgetText.errors,
    title: 'โปรดระบุเรื่อง ไม่เกิน 300 ตัวอักษร', approver: 'โปรดเลือกผู้มีอำนาจอนุมัติ',
    wrongApprover: (approver: string, reference: string) => `ผู้มีอำนาจอนุมัติเรื่องนี้คือ ${approver} (${reference})`,
    ambiguous: 'มีหลายรายการที่ชื่อตรงกับคำนี้ โปรดระบุรหัสรายการ',
    why: {
      fund: 'เป็นเงินที่กำหนดวัตถุประสงค์หรือจัดสรรเฉพาะเรื่อง', released: 'เป็นเงินสำรองจ่ายที่อนุมัติใช้แล้ว', source: 'ไม่ใช่งบประมาณตามข้อบัญญัติ',
      ended: 'พ้นกำหนดเวลาใช้จ่ายแล้ว',
    },
    closedYear: (year: string) => `งบประมาณปี ${year} ปิดแล้ว`,
    closedBooks: (year: string) => `ปิดบัญชีปีงบประมาณ ${year} แล้ว จึงทำเอกสารงบประมาณของปีนั้นไม่ได้`,
    otherYear: (year: string) => `วันที่ต้องอยู่ในปีงบประมาณ ${year}`,
  },
} as const
