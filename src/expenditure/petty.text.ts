// Words of เงินรองจ่าย.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const pettyText = {
  listTitle: 'เงินรองจ่าย (เงินสดย่อย)',
  newTitle: 'ขออนุมัติวงเงินรองจ่าย',
  title: (number: string) => `เงินรองจ่าย ${number}`,
  uncounted: (name: string, day: string) => `เงินรองจ่าย ${name} ยังไม่ได้ตรวจนับ ณ วันสิ้นปีงบประมาณ (${day})`,
  empty: 'ยังไม่มีวงเงินรองจ่าย',
  countText: (shown: string) => `แสดง ${shown} วงเงิน`,
  sum: 'รวมทั้งหมด',
  fileName: (day: string) => `petty-cash-${day}`,
  choose: 'เลือก',
  ask: 'เสนอขออนุมัติ',
  unit: documentsText.report.unit,
  states: {
    submitted: { kind: 'waiting', text: 'รออนุมัติ' }, approved: { kind: 'waiting', text: 'อนุมัติแล้ว รอรับเงิน' }, open: { kind: 'done', text: 'ใช้งาน' }, cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  } satisfies Readonly<Record<string, Status>>,
  columns: {
    number: 'เลขที่', holder: 'ผู้รักษาเงิน', department: 'หน่วยงาน', purpose: 'เพื่อใช้จ่าย', amount: 'วงเงิน', mostEach: 'จ่ายได้ครั้งละไม่เกิน', balance: 'ลูกหนี้ตามบัญชี', held: 'ใบสำคัญรอเบิกชดเชย',
    onTheWay: 'อยู่ในฎีกา', cash: 'เงินสดที่ต้องมี', state: 'สถานะ', author: 'ผู้จัดทำ', copy: 'ฉบับ',
  },
  fields: {
    holder: 'ผู้รักษาเงินรองจ่าย', holderHint: 'พิมพ์ชื่อหรือเลขประจำตัวประชาชนของบุคคลในฐานข้อมูลผู้มีสิทธิรับเงิน', department: 'หน่วยงาน', purpose: 'เพื่อใช้จ่าย', amount: 'วงเงิน',
    mostEach: 'จ่ายได้ครั้งละไม่เกิน', countedOn: 'วันที่ตรวจนับ', counted: 'เงินสดที่นับได้', note: 'เหตุที่ต่างกัน', noteHint: 'กรอกเมื่อเงินสดที่นับได้ไม่เท่ากับที่ต้องมี',
  },
  steps: { approve: 'อนุมัติวงเงิน', refuse: 'ไม่อนุมัติ', withdraw: 'ยกเลิกคำขอ', claim: 'จัดทำฎีการับเงินรองจ่าย', cancel: 'ยกเลิกวงเงิน', 'top-up': 'จัดทำฎีกาเบิกชดเชย' },
  reason: 'เหตุผล',
  refused: (reason: string) => `ไม่อนุมัติ: ${reason}`,
  cancelled: (reason: string) => `ยกเลิกวงเงิน: ${reason}`,
  keep: 'บันทึกใบสำคัญ',
  count: 'ตรวจนับเงิน',
  print: 'พิมพ์ทะเบียนคุม',
  register: 'ทะเบียนคุมเงินรองจ่าย',
  approver: 'ผู้อนุมัติวงเงิน',
  claims: 'ฎีกา',
  advanceTitle: (number: string, holder: string) => `รับเงินรองจ่าย ${number} ${holder}`.slice(0, 300),
  topUpTitle: (number: string, first: string, last: string) => `เบิกชดเชยเงินรองจ่าย ${number} ใบสำคัญที่ ${first} ถึง ${last}`,
  vouchers: {
    title: 'บันทึกใบสำคัญเงินรองจ่าย', caption: 'ใบสำคัญ', empty: 'ยังไม่มีใบสำคัญ', number: 'ที่', date: 'วันที่จ่าย', paidTo: 'จ่ายให้', receipt: 'เลขที่ใบเสร็จ', description: 'รายการ', line: 'รายการงบประมาณ',
    available: 'คงเหลือ', amount: 'จำนวนเงิน', state: 'สถานะ', actions: 'จัดการ', drop: 'ยกเลิก', more: 'เพิ่มแถว', save: 'บันทึกใบสำคัญ',
    states: { kept: { kind: 'waiting', text: 'รอเบิกชดเชย' }, claimed: { kind: 'done', text: 'เบิกแล้ว' }, cancelled: { kind: 'reversed', text: 'ยกเลิก' } } satisfies Readonly<Record<string, Status>>,
  },
  counts: { title: 'ตรวจนับเงินรองจ่าย', caption: 'การตรวจนับ', empty: 'ยังไม่เคยตรวจนับ', date: 'วันที่', counted: 'นับได้', difference: 'เกิน (ขาด)', note: 'เหตุที่ต่างกัน', by: 'ผู้ตรวจนับ', save: 'บันทึกผลการตรวจนับ', must: 'เงินสดที่ต้องมี' },
  work: { toApprove: 'วงเงินรองจ่ายรออนุมัติ' },
  done: {
    asked: 'เสนอขออนุมัติวงเงินแล้ว', approve: 'อนุมัติวงเงินแล้ว', refuse: 'ไม่อนุมัติวงเงิน', withdraw: 'ยกเลิกคำขอแล้ว', cancel: 'ยกเลิกวงเงินแล้ว', claim: 'จัดทำร่างฎีกาแล้ว โปรดตรวจสอบและยื่นฎีกา', topUp: 'จัดทำร่างฎีกาเบิกชดเชยแล้ว โปรดตรวจสอบและยื่นฎีกา',
    kept: 'บันทึกใบสำคัญแล้ว', dropped: 'ยกเลิกใบสำคัญแล้ว', counted: 'บันทึกผลการตรวจนับแล้ว',
  },
  trail: {
    actions: {
      create: 'ขออนุมัติวงเงิน', approve: 'อนุมัติ', refuse: 'ไม่อนุมัติ', withdraw: 'ยกเลิกคำขอ', cancel: 'ยกเลิกวงเงิน', claim: 'จัดทำฎีกา', open: 'รับเงินแล้ว', unpaid: 'ยกเลิกการจ่าย', keep: 'บันทึกใบสำคัญ', drop: 'ยกเลิกใบสำคัญ',
      'top-up': 'เบิกชดเชย', released: 'ฎีกาถูกยกเลิก', count: 'ตรวจนับ',
    },
    fields: {
      amount: { label: 'จำนวนเงิน', kind: 'money' }, purpose: 'เพื่อใช้จ่าย', vouchers: 'จำนวนใบสำคัญ', counted: { label: 'นับได้', kind: 'money' }, difference: { label: 'เกิน (ขาด)', kind: 'money' }, number: 'เลขที่',
    },
  },
  errors: {
    ...documentsText.errors,
    noHolder: 'ไม่พบบุคคลนี้ในฐานข้อมูลผู้มีสิทธิรับเงิน', manyHolders: (names: string) => `มีหลายคน โปรดเลือกให้ชัดเจน: ${names}`, department: 'โปรดเลือกหน่วยงาน',
    purpose: 'โปรดระบุว่าใช้จ่ายเพื่ออะไร ไม่เกิน 300 ตัวอักษร', mostEach: 'ต้องไม่เกินวงเงิน', claimed: 'มีฎีกาของวงเงินนี้อยู่แล้ว', nothing: 'ไม่มีใบสำคัญรอเบิกชดเชย', noRows: 'โปรดระบุใบสำคัญอย่างน้อยหนึ่งใบ',
    paidTo: 'โปรดระบุชื่อผู้รับเงิน', description: 'โปรดระบุรายการ ไม่เกิน 200 ตัวอักษร', future: 'วันที่ต้องไม่เกินวันนี้', noAccount: 'รายการนี้ไม่มีบัญชีปกติ ใช้กับเงินรองจ่ายไม่ได้',
    tooMuch: (most: string) => `จ่ายได้ครั้งละไม่เกิน ${most} บาท`, noCash: (cash: string) => `เงินสดในวงเงินเหลือ ${cash} บาท`, notKept: 'ใบสำคัญนี้เบิกชดเชยหรือยกเลิกแล้ว', spent: 'มีการใช้วงเงินแล้ว ยกเลิกการจ่ายไม่ได้',
    /** E_BUDGET */
    noBudget: (rest: string) => `งบประมาณคงเหลือไม่เพียงพอ คงเหลือ ${rest} บาท เมื่อหักใบสำคัญเงินรองจ่ายที่ยังไม่ได้เบิกชดเชยแล้ว`,
    note: 'เงินสดที่นับได้ไม่เท่ากับที่ต้องมี โปรดระบุเหตุ', counted: 'โปรดระบุจำนวนเงินตั้งแต่ 0.00 ขึ้นไป', line: 'โปรดเลือกรายการงบประมาณ',
  },
} as const
