// Words of ใบรับใบสำคัญ.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const clearingText = {
  title: (number: string) => `ใบรับใบสำคัญ ${number}`,
  newTitle: 'รับใบสำคัญส่งใช้เงินยืม',
  listCaption: 'รายการส่งใช้เงินยืม',
  empty: 'ยังไม่มีการส่งใช้',
  states: {
    submitted: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'บันทึกบัญชีแล้ว' }, reversed: { kind: 'reversed', text: 'กลับรายการแล้ว' },
    cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  } satisfies Readonly<Record<string, Status>>,
  columns: {
    number: 'เลขที่', date: 'วันที่', amount: 'จำนวนเงินตามใบสำคัญ', settled: 'ส่งใช้เงินยืม', excess: 'จ่ายเกินเงินยืม', state: 'สถานะ', loan: 'สัญญาการยืมเงิน', borrower: 'ผู้ยืม',
    voucher: 'ใบผ่านรายการทั่วไป', author: 'ผู้จัดทำ', approver: 'ผู้อนุมัติ', rest: 'คงเหลือต้องส่งคืนเป็นเงินสด', account: 'บัญชี', line: 'รายการงบประมาณ', description: 'ใบสำคัญ', money: 'จำนวนเงิน',
    owed: 'เงินยืมคงค้าง',
  },
  fields: {
    documentDate: 'วันที่รับใบสำคัญ', receiptReference: 'ใบเสร็จรับเงินคืน (ถ้ามี)', receiptHint: 'เงินสดที่เหลือรับคืนด้วยใบเสร็จรับเงินในระบบรายรับ (รับคืนเงินยืม)', remark: 'หมายเหตุ',
  },
  lines: { caption: 'ใบสำคัญที่ส่งใช้', line: 'รายการงบประมาณ', account: 'บัญชี (ว่างไว้ใช้บัญชีปกติ)', description: 'เลขที่และรายการตามใบสำคัญ', amount: 'จำนวนเงิน', more: 'เพิ่มแถว' },
  save: 'บันทึกและเสนออนุมัติ',
  sum: 'รวม',
  open: 'เปิดดู',
  print: 'พิมพ์ใบรับใบสำคัญ',
  claims: 'ฎีกาเบิกส่วนที่จ่ายเกิน',
  posted: (number: string, loan: string) => `ส่งใช้เงินยืม ${number} ตามสัญญา ${loan}`,
  excessTitle: (number: string, purpose: string) => `ค่าใช้จ่ายเกินเงินยืม ${number} ${purpose}`,
  returned: (reason: string) => `ไม่อนุมัติ: ${reason}`,
  steps: { approve: 'อนุมัติและบันทึกบัญชี', return: 'ไม่อนุมัติ', cancel: 'ยกเลิก', claim: 'จัดทำฎีกาส่วนที่จ่ายเกิน', reverse: 'กลับรายการ' },
  reason: 'เหตุผล',
  done: {
    saved: 'บันทึกใบรับใบสำคัญแล้ว รออนุมัติ', approve: 'บันทึกบัญชีแล้ว', return: 'ไม่อนุมัติและแจ้งเหตุผลแล้ว', cancel: 'ยกเลิกแล้ว', claim: 'จัดทำร่างฎีกาแล้ว โปรดตรวจสอบและยื่นฎีกา',
    reverse: 'กลับรายการแล้ว',
  },
  paper: {
    title: 'ใบรับใบสำคัญ', unit: documentsText.report.unit, copy: 'ฉบับ', signers: { borrower: 'ผู้ส่งใช้', receiver: 'ผู้รับใบสำคัญ', approver: 'ผู้อนุมัติ' },
    received: (name: string, loan: string) => `ได้รับใบสำคัญจาก ${name} เพื่อส่งใช้เงินยืมตามสัญญาการยืมเงินเลขที่ ${loan} ดังนี้`,
  },
  excess: {
    title: 'เบิกส่วนที่จ่ายเกินเงินยืม', question: (number: string) => `จัดทำร่างฎีกาเบิกส่วนที่จ่ายเกินของ ${number} หรือไม่`, lineHint: 'พิมพ์เลขที่หรือชื่อรายการของปีงบประมาณปัจจุบัน',
    consequences: ['ระบบจัดทำร่างฎีกาให้ผู้ยืม งบประมาณตรวจสอบเมื่อยื่นฎีกา'], back: 'กลับไปที่ใบรับใบสำคัญ',
  },
  errors: {
    ...documentsText.errors,
    future: 'วันที่ต้องไม่เกินวันนี้', before: 'วันที่ต้องไม่ก่อนวันที่รับเงินยืม', closed: 'งวดบัญชีปิดแล้ว', noLines: 'โปรดระบุใบสำคัญอย่างน้อยหนึ่งรายการ',
    description: 'โปรดระบุเลขที่และรายการตามใบสำคัญ ไม่เกิน 200 ตัวอักษร', noExcess: 'ไม่มีส่วนที่จ่ายเกินเงินยืม',
    /** E_SUBLEDGER_NEG */
    tooMuch: (asked: string, owed: string) => `เกินยอดคงเหลือในทะเบียน: ส่งใช้ ${asked} บาท คงค้าง ${owed} บาท`,
    yearOver: 'เงินยืมของปีที่สิ้นสุดแล้ว โปรดเลือกรายการงบประมาณของปีปัจจุบันที่จะเบิกส่วนที่จ่ายเกิน',
    otherSource: 'รายการนี้ใช้เงินนอกงบประมาณหรือเงินสะสม โปรดเลือกรายการตามงบประมาณรายจ่าย', otherItem: 'ใบสำคัญที่จ่ายเกินบันทึกในรายการงบประมาณนี้ไม่ได้ โปรดเลือกรายการที่ใช้บัญชีค่าใช้จ่ายเดียวกัน',
    excessClaimed: 'มีฎีกาเบิกส่วนที่จ่ายเกินอยู่ ให้ยกเลิกฎีกานั้นก่อน',
  },
} as const
