// Words of เอกสารแนบท้ายสัญญา/ข้อตกลง.
import { contractText } from './contract.text.ts'
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText

export const addendumText = {
  listTitle: 'เอกสารแนบท้ายสัญญา',
  registerTitle: 'ทะเบียนเอกสารแนบท้ายสัญญา/ข้อตกลง',
  newTitle: 'แก้ไขสัญญา/ข้อตกลง',
  formTitle: (name: string) => `แก้ไขสัญญา ${name}`,
  empty: 'ยังไม่มีเอกสารแนบท้ายสัญญาตามเงื่อนไขนี้',
  fileName: 'addenda',
  none: 'ไม่มีรายการ',
  hint: 'ตารางงวดแสดงงวดทั้งหมดหลังแก้ไข วันที่งดหรือลดค่าปรับใช้กับการส่งมอบที่ตรวจรับหลังจากนี้',
  states: { draft: { kind: 'draft', text: 'ร่าง' }, approved: { kind: 'done', text: 'มีผลแล้ว' }, cancelled: { kind: 'reversed', text: 'ยกเลิกร่าง' } },
  fields: {
    contract: 'สัญญา/ข้อตกลง', payee: 'คู่สัญญา', signedOn: 'วันที่ลงนามแก้ไข', reason: 'เหตุผลที่แก้ไข', price: 'ราคาตามสัญญาหลังแก้ไข', endsOn: 'วันสิ้นสุดหลังแก้ไข', waivedDays: 'งดหรือลดค่าปรับ', daysSuffix: 'วัน',
    priceBefore: 'ราคาก่อนแก้ไข', endsBefore: 'วันสิ้นสุดก่อนแก้ไข',
  },
  columns: { ...columns, contract: 'สัญญา', payee: 'คู่สัญญา', before: 'ราคาเดิม', after: 'ราคาใหม่', ends: 'สิ้นสุด', waived: 'งดค่าปรับ (วัน)' },
  from: (day: string) => `เดิม ${day}`,
  moved: (name: string) => `แก้ไขสัญญาตาม ${name}`,
  steps: { approve: 'บันทึกการลงนามแก้ไข', cancel: 'ยกเลิกร่าง', contract: 'สัญญา/ข้อตกลง', print: 'พิมพ์บันทึกข้อตกลงแก้ไข' },
  paper: {
    title: 'บันทึกข้อตกลงแก้ไขเพิ่มเติมสัญญา', contract: 'แก้ไขสัญญา/ข้อตกลง', of: (number: string, name: string) => `เลขที่ ${number} (${name})`, changes: 'รายการที่แก้ไข', item: 'รายการ', before: 'เดิม', after: 'แก้ไขเป็น',
    amount: (amount: string, words: string) => `ราคาตามสัญญาหลังแก้ไขเป็นเงินทั้งสิ้น ${amount} บาท (${words})`, rest: 'ข้อความอื่นในสัญญา/ข้อตกลงนอกจากที่แก้ไขนี้ให้คงเดิมทุกประการ',
  },
  done: { approve: 'แก้ไขสัญญาและปรับภาระผูกพันแล้ว', cancel: 'ยกเลิกร่างแล้ว' },
  trail: {
    actions: { create: 'จัดทำร่าง', edit: 'แก้ไขร่าง', approve: 'บันทึกการลงนามแก้ไข', cancel: 'ยกเลิกร่าง' },
    fields: { price: { label: 'ราคาตามสัญญา', kind: 'money' }, endsOn: { label: 'วันสิ้นสุด', kind: 'date' }, number: 'เลขที่' },
  },
  errors: {
    ...errors,
    contract: 'แก้ไขได้เฉพาะสัญญาที่ลงนามแล้วและยังไม่สิ้นสุด', reasonText: 'โปรดระบุเหตุผล ไม่เกิน 500 ตัวอักษร', waivedDays: 'จำนวนวันต้องเป็นจำนวนเต็มไม่เกิน 9,999', beforeContract: 'วันที่ลงนามแก้ไขต้องไม่ก่อนวันที่ลงนามในสัญญา',
    endBefore: contractText.errors.endBefore, belowAccepted: (accepted: string) => `ราคาหลังแก้ไขต้องไม่น้อยกว่าที่ตรวจรับแล้ว ${accepted} บาท`, instalmentGone: (last: string) => `ตรวจรับถึงงวดที่ ${last} แล้ว ต้องคงงวดไว้`,
    nothing: 'ยังไม่ได้แก้ไขราคา วันสิ้นสุด งวด หรือวันงดค่าปรับ', overtaken: 'สัญญาถูกแก้ไขไปแล้วหลังจากจัดทำร่างนี้ โปรดเปิดแก้ไขร่างอีกครั้ง', waiting: 'มีการส่งมอบที่รอตรวจรับ ให้ตรวจรับหรือยกเลิกก่อน',
  },
} as const
