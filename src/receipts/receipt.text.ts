// Words of receipts and evidence: the register, the forms, one receipt.
import { type Status } from '../platform/http/components.ts'

type States<S extends string> = Readonly<Record<S, Status>>

export const receiptText = {
  listTitle: 'ใบเสร็จรับเงินและหลักฐานการรับเงิน',
  newTitle: { issued: 'ออกใบเสร็จรับเงิน', handwritten: 'บันทึกใบเสร็จรับเงินที่ออกด้วยมือ', evidence: 'บันทึกหลักฐานการรับเงิน' },
  kinds: { issued: 'ใบเสร็จรับเงิน', handwritten: 'ใบเสร็จรับเงิน', evidence: 'หลักฐานการรับเงิน' },
  filterKinds: { issued: 'ใบเสร็จรับเงินจากระบบ', handwritten: 'ใบเสร็จรับเงินที่ออกด้วยมือ', evidence: 'หลักฐานการรับเงิน' },
  shortKinds: { issued: 'ใบเสร็จ', handwritten: 'ใบเสร็จ (เล่ม)', evidence: 'หลักฐาน' },
  states: {
    recorded: { kind: 'waiting', text: 'ยังไม่นำส่ง' }, remitted: { kind: 'waiting', text: 'นำส่งแล้ว' },
    summarised: { kind: 'done', text: 'ผ่านรายการแล้ว' },
    cancelling: { kind: 'waiting', text: 'ขอยกเลิก รอยืนยัน' },
    cancelled: { kind: 'refused', text: 'ยกเลิก' },
  } satisfies States<string>,
  evidenceKinds: {
    'program-report': 'รายงานจากโปรแกรมสำเร็จรูป', 'credit-advice': 'ใบแจ้งเครดิตของธนาคาร',
    'bank-statement': 'รายการเดินบัญชี (statement)',
    letter: 'หนังสือแจ้งการโอนเงิน', 'payment-file': 'แฟ้มข้อมูลรับชำระ (e-Payment)',
  },
  columns: { paper: 'เลขที่', date: 'วันที่', kind: 'เอกสาร', payer: 'ผู้ชำระเงิน', amount: 'จำนวนเงิน (บาท)', state: 'สถานะ' },
  fields: {
    book: 'เล่มที่', sheet: 'เลขที่', evidenceKind: 'ชนิดของหลักฐาน', evidenceReference: 'เลขที่หรืออ้างอิงของหลักฐาน',
    receiptDate: { issued: 'วันที่', handwritten: 'วันที่ในใบเสร็จ', evidence: 'วันที่รับเงิน' }, payer: 'ผู้ชำระเงิน', payerKind: 'ประเภทผู้ชำระเงิน', payerNumber: 'เลขประจำตัวประชาชน/ผู้เสียภาษี', payerAddress: 'ที่อยู่', remark: 'หมายเหตุ',
    cash: 'รับเป็นเงินสด', files: 'เอกสารแนบ',
    income: 'ประเภทรายรับ', key: 'ทะเบียนย่อย', description: 'รายละเอียด', assessed: 'ยอดประเมิน', discount: 'ส่วนลด', amount: 'จำนวนเงิน (บาท)', bank: 'บัญชีธนาคาร', reference: 'ปี/งวดอ้างอิง',
    transferReference: 'อ้างอิง', valueDate: 'วันที่เงินเข้า', chequeBank: 'ธนาคารและสาขา', chequeNumber: 'เลขที่เช็ค', chequeDate: 'เช็คลงวันที่',
  },
  assessedOf: (amount: string) => `ยอดประเมิน ${amount} บาท`,
  discountOf: (amount: string) => `ส่วนลด ${amount} บาท`,
  search: 'เลขที่ เล่มที่/เลขที่ หรือผู้ชำระเงิน',
  choose: 'เลือก',
  code: 'รหัส',
  means: 'วิธีรับชำระ',
  lines: 'รายการรับเงิน',
  payments: 'การรับชำระ',
  transfers: 'รับโอนหรือ QR เข้าบัญชีธนาคาร',
  cheques: 'รับเป็นเช็ค',
  cashHint: 'เว้นว่างถ้าไม่ได้รับเป็นเงินสด',
  filesHint: 'ต้องแนบอย่างน้อยหนึ่งไฟล์ (PDF, PNG, JPEG หรือ XLSX ไม่เกิน 10 เมกะไบต์) หากระบบให้แก้ไขข้อมูลต้องเลือกไฟล์อีกครั้ง',
  moreRows: 'เพิ่มแถว',
  empty: 'ไม่พบใบเสร็จหรือหลักฐานการรับเงิน',
  sumOfAll: 'รวมทุกหน้า (ไม่นับใบที่ยกเลิก)',
  count: ({ shown, count, cancelled }: { shown: string; count: string; cancelled: string }) =>
    `แสดง ${shown} จาก ${count} รายการ (ยกเลิก ${cancelled} รายการ)`,
  missing: (sheets: string) => `ใบเสร็จที่ยังไม่ได้บันทึก (เลขที่ข้าม): ${sheets}`,
  saved: (name: string) => `บันทึก${name} แล้ว`,
  savedWithGap: (name: string, sheets: string) => `บันทึก${name} แล้ว แต่มีเลขที่ข้ามที่ยังไม่ได้บันทึก: ${sheets}`,
  cancel: { issued: 'ขอยกเลิกใบเสร็จ', handwritten: 'ขอยกเลิกใบเสร็จ', evidence: 'ขอยกเลิกหลักฐานการรับเงิน' },
  cause: 'สิ่งที่ผิดคือ',
  causes: {
    paper: {
      label: 'ใบเสร็จฉบับจริงถูกยกเลิก',
      hint: 'เลขที่ถือว่าใช้แล้ว คงอยู่ในทะเบียนด้วยยอด 0.00 บาท ให้เก็บต้นฉบับและสำเนาที่ประทับตรายกเลิกไว้',
    },
    miskeyed: {
      label: 'บันทึกผิด ขอบันทึกใหม่',
      hint: 'ใบเสร็จฉบับจริงถูกต้อง ระบบเก็บรายการที่บันทึกผิดไว้ แล้วเปิดให้บันทึกเลขที่เดิมใหม่',
    },
  },
  miskeyed: { kind: 'refused', text: 'ยกเลิก (บันทึกผิด)' } satisfies Status,
  cancelReason: 'เหตุผลที่ยกเลิก',
  cancelledBy: 'ผู้ขอยกเลิก',
  confirmedBy: 'ผู้ยืนยันการยกเลิก',
  cancelledAt: 'ขอยกเลิกเมื่อ',
  cancelNote: (reason: string, who: string, when: string) => `${reason} · ${who} ${when}`,
  cancelled: {
    paper: 'ส่งคำขอยกเลิกแล้ว รอหัวหน้าหน่วยงานคลังยืนยัน',
    miskeyed: 'ยกเลิกรายการที่บันทึกผิดแล้ว กด “บันทึกใหม่” เพื่อบันทึกใบเสร็จเลขที่เดิม',
  },
  confirmCancel: 'ยืนยันการยกเลิก',
  refuseCancel: 'ไม่ให้ยกเลิก',
  refuseReason: 'เหตุผลที่ไม่ให้ยกเลิก',
  decided: {
    confirmed: 'ยกเลิกแล้ว เลขที่คงอยู่ในทะเบียนด้วยยอด 0.00 บาท โปรดเก็บต้นฉบับและสำเนาที่ประทับตรายกเลิกไว้', refused: 'ไม่ให้ยกเลิก ใบเสร็จคงเดิม',
  },
  asked: (reason: string, who: string) => `${who} ขอยกเลิก: ${reason} ให้หัวหน้าหน่วยงานคลังตรวจต้นฉบับและสำเนาก่อนยืนยัน`,
  redo: 'บันทึกใหม่',
  next: { issued: 'ออกใบเสร็จใบถัดไป', handwritten: 'บันทึกใบถัดไป' },
  print: 'พิมพ์ใบเสร็จ',
  chequeOf: (number: string, day: string) => `เลขที่ ${number} ลงวันที่ ${day}`,
  valueOf: (day: string) => `เงินเข้าวันที่ ${day}`,
  payerKinds: { person: 'บุคคลธรรมดา', juristic: 'นิติบุคคล', state: 'หน่วยงานของรัฐ', foreign: 'ชาวต่างประเทศ' },
  redoes: (name: string, reason: string) =>
    `บันทึก${name} ใหม่ แทนรายการที่บันทึกผิด (${reason}) โปรดแก้เฉพาะที่ผิดแล้วตรวจทุกช่องกับใบเสร็จฉบับจริง`,
  keyedAnew: 'รายการที่บันทึกใหม่',
  insteadOf: 'แทนรายการที่บันทึกผิด',
  recordedBy: 'ผู้บันทึก',
  fileName: (day: string) => `receipts-${day}`,
  trail: {
    actions: {
      record: 'บันทึก', issue: 'ออกใบเสร็จ', 'ask-cancel': 'ขอยกเลิก', cancel: 'ยืนยันการยกเลิก', 'refuse-cancel': 'ไม่ให้ยกเลิก',
      'cancel-miskeyed': 'ยกเลิก (บันทึกผิด)',
    },
    fields: { date: { label: 'วันที่', kind: 'date' }, payer: 'ผู้ชำระเงิน', total: { label: 'จำนวนเงิน', kind: 'money' } },
  },
} as const
