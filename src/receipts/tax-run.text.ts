// Words of the runs of 30 September.
import { receiptsText } from './receipts.text.ts'

export const taxRunText = {
  listTitle: 'ตั้งลูกหนี้ภาษีและค่าเผื่อ ณ 30 กันยายน',
  newTitle: 'จัดทำการปรับปรุงสิ้นปี',
  kinds: { 'set-up': 'ตั้งลูกหนี้ภาษีค้างชำระ', allowance: 'ปรับค่าเผื่อหนี้สงสัยจะสูญ' },
  states: {
    asked: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'ผ่านรายการแล้ว' }, refused: { kind: 'refused', text: 'ไม่อนุมัติ' }, reversed: { kind: 'reversed', text: 'กลับรายการแล้ว' },
  },
  columns: {
    number: 'เลขที่', kind: 'รายการ', year: 'ปีงบประมาณ', amount: 'จำนวนเงิน (บาท)', state: 'สถานะ', debt: 'รายการประเมิน', taxpayer: 'ผู้ชำระภาษี', tax: 'ภาษี', required: 'ค่าเผื่อที่ต้องมี', book: 'ค่าเผื่อตามบัญชี',
    change: 'เพิ่ม (ลด)',
  },
  fields: { kind: 'รายการ', fiscalYear: 'ปีงบประมาณที่ปรับปรุง' },
  previewTitle: { 'set-up': 'ลูกหนี้ที่จะตั้ง', allowance: 'ค่าเผื่อที่จะปรับ' },
  previewNone: 'ไม่มีรายการที่ต้องปรับปรุง',
  ask: 'ส่งขออนุมัติ',
  approve: 'อนุมัติและผ่านรายการ',
  refuse: 'ไม่อนุมัติ',
  reverse: 'กลับรายการ',
  reason: 'เหตุผล',
  preparer: 'ผู้จัดทำ',
  decider: 'ผู้พิจารณา',
  empty: 'ยังไม่มีการปรับปรุง',
  asked: 'ส่งขออนุมัติแล้ว',
  done: { approve: 'อนุมัติและผ่านรายการแล้ว', refuse: 'ไม่อนุมัติแล้ว', reverse: 'กลับรายการแล้ว' },
  errors: {
    ...receiptsText.errors,
    kind: 'โปรดเลือกรายการ',
    fiscalYear: 'โปรดระบุปีงบประมาณเป็น พ.ศ. เช่น 2569',
    notOver: 'ปีงบประมาณนี้ยังไม่ถึงวันที่ 30 กันยายน',
    nothing: 'ไม่มีรายการที่ต้องปรับปรุงในปีนี้',
    twin: 'ปีนี้มีรายการที่รออนุมัติหรือผ่านรายการแล้ว',
    changed: 'หนี้หรือบัญชีเปลี่ยนไปหลังจากจัดทำ โปรดไม่อนุมัติแล้วจัดทำใหม่',
    touched: (debt: string) => `${debt} มีการชำระหรือจำหน่ายหนี้ที่ตั้งไว้แล้ว จึงกลับรายการไม่ได้ ต้องยกเลิกใบเสร็จหรือกลับรายการจำหน่ายนั้นก่อน`,
  },
  trail: {
    actions: { ask: 'จัดทำ', approve: 'อนุมัติ', refuse: 'ไม่อนุมัติ', reverse: 'กลับรายการ' },
    fields: { number: 'เลขที่', total: { label: 'จำนวนเงิน', kind: 'money' }, voucher: 'ใบผ่านรายการ' },
  },
} as const
