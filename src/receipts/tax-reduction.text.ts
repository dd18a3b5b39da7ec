// Words of ลดหรืองดเบี้ยปรับและเงินเพิ่ม.
import { receiptsText } from './receipts.text.ts'

export const taxReductionText = {
  title: 'ลดหรืองดเบี้ยปรับ/เงินเพิ่ม',
  question: (number: string) => `บันทึกคำสั่งลดหรืองดเบี้ยปรับ/เงินเพิ่มของ ${number} หรือไม่`,
  consequences: (penalty: string, surcharge: string) => [
    `วันนี้ค้างเบี้ยปรับ ${penalty} บาท และเงินเพิ่ม ${surcharge} บาท`, 'เมื่อหัวหน้าหน่วยงานคลังยืนยันแล้ว ยอดที่ต้องชำระที่ช่องรับเงินจะลดลงตามนี้',
  ],
  fields: { penalty: 'เบี้ยปรับที่ลด', surcharge: 'เงินเพิ่มที่ลด', orderNumber: 'คำสั่งหรือหนังสือเลขที่', orderDate: 'ลงวันที่', reason: 'เหตุผล' },
  columns: { order: 'คำสั่งหรือหนังสือ', orderDate: 'ลงวันที่', penalty: 'เบี้ยปรับ (บาท)', surcharge: 'เงินเพิ่ม (บาท)', reason: 'เหตุผล', people: 'ผู้ขอ · ผู้ยืนยัน', state: 'สถานะ' },
  states: { asked: { kind: 'waiting', text: 'รอยืนยัน' }, granted: { kind: 'done', text: 'ลดแล้ว' }, refused: { kind: 'refused', text: 'ไม่ลด' } },
  empty: 'ไม่มีการลดหรืองด',
  ask: 'ขอลดหรืองดเบี้ยปรับ/เงินเพิ่ม',
  confirm: 'ยืนยันการลดหรืองด',
  refuse: 'ไม่ลดหรืองด',
  refusal: 'เหตุผลที่ไม่ลด',
  done: { ask: 'ส่งขอลดหรืองดเบี้ยปรับ/เงินเพิ่มแล้ว', confirm: 'ยืนยันการลดหรืองดแล้ว', refuse: 'ไม่ลดหรืองด หนี้คงเดิม' },
  errors: {
    ...receiptsText.errors,
    nothing: 'โปรดระบุเบี้ยปรับหรือเงินเพิ่มที่ลด',
    orderNumber: 'โปรดระบุเลขที่คำสั่งหรือหนังสือ',
    over: (penalty: string, surcharge: string) => `ลดได้ไม่เกินที่ค้าง คือเบี้ยปรับ ${penalty} บาท และเงินเพิ่ม ${surcharge} บาท`,
  },
} as const
