// Words of การริบเงินประกันสัญญา.
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText

export const forfeitureText = {
  listTitle: 'การริบเงินประกันสัญญา',
  newTitle: 'บันทึกการริบเงินประกันสัญญา',
  empty: 'ยังไม่มีการริบเงินประกันสัญญาตามเงื่อนไขนี้',
  fileName: 'forfeitures',
  choose: 'โปรดเลือก',
  hint: 'ริบได้ไม่เกินเงินประกันสัญญาที่รับไว้เป็นเงินสดของสัญญานั้น เมื่ออนุมัติแล้วระบบบันทึกรายได้ค่าปรับ ออกใบเสร็จรับเงิน และปิดสัญญา',
  states: {
    draft: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'ริบแล้ว' }, cancelled: { kind: 'reversed', text: 'ยกเลิกร่าง' }, reversed: { kind: 'reversed', text: 'กลับรายการ' },
  },
  fields: {
    contract: 'สัญญา/ข้อตกลง', payee: 'คู่สัญญา', documentDate: 'วันที่คำสั่ง', orderReference: 'คำสั่งหรือหนังสือเลขที่', reason: 'เหตุผล', amount: 'จำนวนเงินที่ริบ', endReason: 'เหตุผลที่ยกเลิก', voucher: 'ใบผ่านรายการ',
  },
  columns: { ...columns, contract: 'สัญญา', payee: 'คู่สัญญา', order: 'คำสั่ง', amount: 'จำนวนเงิน' },
  receipt: 'ริบเงินประกันสัญญา',
  booked: (order: string, contract: string) => `ริบเงินประกันสัญญา ${contract} ตาม ${order}`,
  steps: { post: 'อนุมัติและบันทึกบัญชี', cancel: 'ยกเลิกร่าง', reverse: 'กลับรายการ', cancelReason: 'เหตุผลที่ยกเลิก', reverseReason: 'เหตุผลที่กลับรายการ', contract: 'สัญญา/ข้อตกลง' },
  done: { create: 'บันทึกการริบเงินประกันสัญญาแล้ว รออนุมัติ', post: 'ริบเงินประกันสัญญา ออกใบเสร็จรับเงิน และปิดสัญญาแล้ว', cancel: 'ยกเลิกร่างแล้ว', reverse: 'กลับรายการแล้ว เงินประกันสัญญากลับมาอยู่ในทะเบียน' },
  trail: {
    actions: { create: 'บันทึก', post: 'อนุมัติและบันทึกบัญชี', cancel: 'ยกเลิกร่าง', reverse: 'กลับรายการ' },
    fields: { order: 'คำสั่ง', amount: { label: 'จำนวนเงิน', kind: 'money' }, voucher: 'ใบผ่านรายการ', number: 'เลขที่' },
  },
  errors: {
    ...errors,
    contract: 'โปรดเลือกสัญญาที่ลงนามแล้ว', orderReference: 'โปรดระบุเลขที่คำสั่งหรือหนังสือ ไม่เกิน 100 ตัวอักษร', reasonText: 'โปรดระบุเหตุผล ไม่เกิน 500 ตัวอักษร',
    /** E_SUBLEDGER_NEG */
    overHeld: (held: string) => `เกินยอดคงเหลือในทะเบียน เงินประกันสัญญาที่ถือไว้ ${held} บาท`,
  },
} as const
