// Words of vouchers: lists, page, print.
export const voucherText = {
  correctionOf: (number: string, reason: string) => `แก้ไข ${number} ของปีที่ปิดบัญชีแล้ว เนื่องจาก ${reason}`,
  reversalOf: (number: string, reason: string) => `กลับรายการ ${number} เนื่องจาก ${reason}`,
  listTitle: 'ใบผ่านรายการรับ',
  payablesTitle: 'ใบผ่านรายการตั้งหนี้',
  paymentsTitle: 'ใบผ่านรายการจ่าย',
  types: { RV: 'ใบผ่านรายการรับ', RX: 'กลับรายการ' },
  filters: 'ค้นหาใบผ่านรายการ',
  fields: { type: 'ประเภท', search: 'เลขที่หรือคำอธิบาย' },
  columns: {
    number: 'เลขที่', date: 'วันที่', description: 'คำอธิบาย', total: 'จำนวนเงิน (บาท)', state: 'สถานะ', account: 'ชื่อบัญชี', code: 'รหัสบัญชี',
  },
  countOf: (shown: string, all: string) => `แสดง ${shown} จาก ${all} รายการ`,
  empty: 'ไม่พบใบผ่านรายการ',
  lines: 'รายการเดบิตและเครดิต',
  sum: 'รวม',
  posted: 'ผ่านรายการแล้ว',
  reversed: 'กลับรายการแล้ว',
  print: 'พิมพ์ใบผ่านรายการ',
  open: 'เปิดใบผ่านรายการ',
  copy: 'ฉบับ',
  items: {
    organisation: 'หน่วยงาน', date: 'วันที่', description: 'คำอธิบาย', source: 'เอกสารต้นเรื่อง', reversedBy: 'ใบกลับรายการ', total: 'จำนวนเงิน (บาท)',
    preparedBy: 'ผู้จัดทำ', approvedBy: 'ผู้อนุมัติ', postedAt: 'ผ่านรายการเมื่อ',
  },
  sources: {
    claim: 'ฎีกาเบิกเงิน', 'remittance-summary': 'ใบสำคัญสรุปใบนำส่งเงิน', voucher: 'ใบผ่านรายการที่ถูกกลับรายการ', journal: 'ใบผ่านรายการบัญชีทั่วไป', adjustment: 'ใบผ่านรายการปรับปรุงบัญชี',
    opening: 'ยอดยกมา',
  },
  signers: { preparer: 'ผู้จัดทำ', checker: 'ผู้ตรวจสอบ', approver: 'ผู้อนุมัติ' },
  trail: { actions: { post: 'ผ่านรายการบัญชี', reverse: 'กลับรายการ', correct: 'แก้ไขในปีปัจจุบัน (ปีเดิมปิดบัญชีแล้ว)' }, fields: { type: 'ประเภท', running: 'ลำดับที่', number: 'เลขที่' } },
} as const
