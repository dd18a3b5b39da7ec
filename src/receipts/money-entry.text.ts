// Words of ใบบันทึกรายการเงิน.
import { type Status } from '../platform/http/components.ts'
import { receiptsText } from './receipts.text.ts'

export const moneyEntryText = {
  listTitle: 'ใบบันทึกรายการเงินรับฝากและเงินสด',
  newTitle: 'จัดทำใบบันทึกรายการ',
  chooseKind: 'เลือกรายการที่ต้องการบันทึก',
  kinds: {
    forfeit: 'ริบเงินประกัน', transfer: 'โอนเงินรับฝาก', identify: 'รับรู้เงินรอตรวจสอบ', over: 'รับรู้เงินเกินบัญชี', short: 'รับรู้เงินขาดบัญชี', charge: 'เรียกชดใช้เงินขาดบัญชี', 'write-off': 'จำหน่ายหนี้สูญลูกหนี้ภาษี',
  },
  hints: {
    forfeit: 'ริบเงินประกันที่รับไว้เป็นรายได้ค่าปรับการผิดสัญญา ทั้งหมดหรือบางส่วน', transfer: 'โอนเงินรับฝากไปเป็นรายได้ หรือไปเป็นเงินรับฝากรายการอื่น',
    identify: 'ทราบที่มาของเงินรอตรวจสอบแล้ว โอนไปบัญชีที่ถูกต้อง', over: 'ตรวจนับเงินสดได้มากกว่าบัญชี', short: 'ตรวจนับเงินสดได้น้อยกว่าบัญชี',
    charge: 'ทราบผู้ต้องรับผิดในเงินขาดบัญชีแล้ว ตั้งเป็นลูกหนี้ความรับผิดทางละเมิด',
    'write-off': 'จำหน่ายลูกหนี้ภาษีที่เรียกเก็บไม่ได้ตามมติหรือคำสั่ง ส่วนที่ค่าเผื่อไม่พอเป็นหนี้สูญ',
  },
  editTitle: (number: string) => `แก้ไขใบบันทึกรายการ ${number}`,
  states: {
    draft: { kind: 'draft', text: 'ร่าง' }, submitted: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'ผ่านรายการแล้ว' },
    reversed: { kind: 'reversed', text: 'กลับรายการแล้ว' }, cancelled: { kind: 'refused', text: 'ยกเลิก' },
  } satisfies Readonly<Record<string, Status>>,
  columns: { number: 'เลขที่', date: 'วันที่', kind: 'รายการ', reason: 'เหตุผล', amount: 'จำนวนเงิน (บาท)', state: 'สถานะ' },
  fields: {
    debt: 'รายการลูกหนี้ภาษี', covered: 'ส่วนที่ตัดจากค่าเผื่อหนี้สงสัยจะสูญ', coveredHint: 'เว้นว่างถ้าไม่มีค่าเผื่อ',
    entryDate: 'วันที่', deposit: 'รายการเงินรับฝาก', target: 'โอนไปเป็น', targetKey: 'ทะเบียนย่อยของบัญชีที่รับโอน', targetKeyHint: 'เช่น เลขที่รายการเงินรับฝากหรือเลขที่ผู้ชำระภาษี เว้นว่างถ้าบัญชีนั้นไม่มีทะเบียนย่อย',
    amount: 'จำนวนเงิน', reason: 'เหตุผลหรือคำอธิบาย', authority: 'คำสั่ง มติ หรือหนังสืออ้างอิง', kind: 'รายการ',
  },
  choose: 'เลือก',
  depositOption: ({ key, depositor, balance }: { key: string; depositor: string; balance: string }) => `${key} ${depositor} คงเหลือ ${balance} บาท`,
  debtOption: ({ number, name, balance }: { number: string; name: string; balance: string }) => `${number} ${name} คงเหลือ ${balance} บาท`,
  empty: 'ไม่พบใบบันทึกรายการ',
  preparer: 'ผู้จัดทำ',
  approver: 'ผู้อนุมัติ',
  save: 'บันทึกร่าง',
  edit: 'แก้ไข',
  submit: 'ส่งขออนุมัติ',
  approve: 'อนุมัติและผ่านรายการ',
  return: 'ส่งคืนให้แก้ไข',
  returnReason: 'เหตุผลที่ส่งคืน',
  cancel: 'ยกเลิกร่าง',
  reverse: 'กลับรายการ',
  reverseReason: 'เหตุผลที่กลับรายการ',
  print: 'พิมพ์ใบบันทึกรายการ',
  returned: (reason: string) => `ส่งคืนให้แก้ไข: ${reason}`,
  amountLine: (amount: string, words: string) => `จำนวนเงิน ${amount} บาท (${words})`,
  saved: 'บันทึกร่างแล้ว',
  done: { submit: 'ส่งขออนุมัติแล้ว', approve: 'อนุมัติและผ่านรายการแล้ว', return: 'ส่งคืนให้แก้ไขแล้ว', cancel: 'ยกเลิกร่างแล้ว', reverse: 'กลับรายการแล้ว' },
  errors: {
    ...receiptsText.errors,
    kind: 'โปรดเลือกรายการที่ต้องการบันทึก',
    deposit: 'โปรดเลือกรายการเงินรับฝาก',
    target: 'โปรดเลือกประเภทรายรับหรือบัญชีที่รับโอน',
    key: 'โปรดระบุทะเบียนย่อยที่มีอยู่จริงของบัญชีที่รับโอน',
    noKey: 'บัญชีที่รับโอนไม่มีทะเบียนย่อย โปรดเว้นว่าง',
    debt: 'โปรดเลือกรายการลูกหนี้ภาษี',
    notSetUp: 'หนี้ที่ยังไม่ตั้งเป็นลูกหนี้จำหน่ายไม่ได้ ให้ยกเลิกการประเมินแทน',
    resolution: 'โปรดระบุมติหรือคำสั่งที่ให้จำหน่ายหนี้สูญ',
    covered: (held: string) => `ส่วนที่ตัดจากค่าเผื่อต้องไม่เกินจำนวนที่จำหน่ายและไม่เกินค่าเผื่อคงเหลือ ${held} บาท`,
    entryReason: 'โปรดระบุเหตุผลหรือคำอธิบาย',
    /** E_SUBLEDGER_NEG */
    left: (asked: string, left: string) => `จำนวนเงิน ${asked} บาทเกินยอดคงเหลือ ${left} บาท`,
  },
  trail: {
    actions: { create: 'จัดทำร่าง', edit: 'แก้ไข', submit: 'ส่งขออนุมัติ', approve: 'อนุมัติ', return: 'ส่งคืน', cancel: 'ยกเลิก', reverse: 'กลับรายการ' },
    fields: { number: 'เลขที่', date: { label: 'วันที่', kind: 'date' }, amount: { label: 'จำนวนเงิน', kind: 'money' }, reason: 'เหตุผล', authority: 'อ้างอิง', voucher: 'ใบผ่านรายการ' },
  },
} as const
