// Words of สัญญาการยืมเงิน and ใบรับใบสำคัญ: kinds, states, refusals.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const loanText = {
  listTitle: 'สัญญาการยืมเงิน',
  newTitle: 'จัดทำสัญญาการยืมเงิน',
  editTitle: 'แก้ไขสัญญาการยืมเงิน',
  title: (number: string) => `สัญญาการยืมเงิน ${number}`,
  noNumber: 'ยังไม่มีเลขที่',
  empty: 'ไม่พบสัญญาการยืมเงินตามเงื่อนไข',
  countText: (shown: string, all: string) => `แสดง ${shown} จาก ${all} สัญญา`,
  sum: 'รวมทั้งหมด',
  fileName: (day: string) => `loans-${day}`,
  choose: 'เลือก',
  kinds: { travel: 'เดินทางไปราชการ', training: 'ฝึกอบรม จัดงาน ประชุม', other: 'อื่น ๆ' },
  sources: { budget: 'เงินงบประมาณ', accumulated: 'เงินสะสม' },
  standings: {
    draft: { kind: 'draft', text: 'ร่าง' }, submitted: { kind: 'waiting', text: 'รออนุมัติ' }, approved: { kind: 'waiting', text: 'อนุมัติแล้ว รอจ่ายเงิน' },
    outstanding: { kind: 'waiting', text: 'ค้างส่งใช้' }, overdue: { kind: 'refused', text: 'เกินกำหนด' }, partly: { kind: 'waiting', text: 'ส่งใช้บางส่วน' },
    cleared: { kind: 'done', text: 'ส่งใช้ครบแล้ว' }, cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  } satisfies Readonly<Record<string, Status>>,
  waits: { owing: 'ยังส่งใช้ไม่ครบ', unclaimed: 'อนุมัติแล้ว ยังไม่จัดทำฎีกา', clearing: 'มีใบรับใบสำคัญรอท่านอนุมัติ' },
  columns: {
    number: 'เลขที่สัญญา', date: 'วันที่', borrower: 'ผู้ยืม', purpose: 'ยืมเพื่อ', amount: 'จำนวนเงินยืม', balance: 'คงค้าง', due: 'ครบกำหนด', state: 'สถานะ', source: 'แหล่งเงิน',
    paid: 'วันที่รับเงิน', department: 'หน่วยงาน', late: 'เกินกำหนด (วัน)', kind: 'ประเภท', author: 'ผู้จัดทำ', byVouchers: 'ส่งใช้ด้วยใบสำคัญ', byCash: 'ส่งใช้ด้วยเงิน', phone: 'โทรศัพท์',
  },
  fields: {
    kind: 'ประเภทการยืม', source: 'ยืมจาก', department: 'หน่วยงาน', documentDate: 'วันที่สัญญา', borrower: 'ผู้ยืม',
    borrowerHint: 'พิมพ์ชื่อหรือเลขประจำตัวประชาชนของบุคคลในฐานข้อมูลผู้มีสิทธิรับเงิน', position: 'ตำแหน่งหรือฐานะของผู้ยืม', purpose: 'เพื่อเป็นค่าใช้จ่ายในการ',
    returnDate: 'วันที่กลับมาถึง (เดินทางไปราชการ)', returnHint: 'ใช้นับวันครบกำหนดส่งใช้เงินยืม', consents: 'ความยินยอมให้หักเงิน', approvalReference: 'หนังสืออนุมัติ/โครงการ',
    referenceHint: 'ยืมเงินสะสมต้องระบุการอนุมัติ', search: 'ผู้ยืม เรื่อง หรือเลขที่',
  },
  consent: 'ผู้ยืมยินยอมให้หักเงินเดือน ค่าจ้าง หรือเงินอื่นใดที่พึงได้รับ เมื่อไม่ส่งใช้ตามกำหนด',
  lines: { caption: 'ประมาณการค่าใช้จ่าย', line: 'รายการงบประมาณ', available: 'คงเหลือ', description: 'รายการ', amount: 'จำนวนเงิน', more: 'เพิ่มแถว' },
  edit: 'แก้ไข',
  save: 'บันทึกร่าง',
  print: 'พิมพ์สัญญา',
  clear: 'รับใบสำคัญส่งใช้เงินยืม',
  register: 'ทะเบียนสัญญาการยืมเงิน',
  overdueList: 'ลูกหนี้เงินยืมเกินกำหนด',
  steps: {
    submit: 'เสนอขออนุมัติ', approve: 'อนุมัติให้ยืม', return: 'ส่งคืนแก้ไข', withdraw: 'ดึงกลับมาแก้ไข', cancel: 'ยกเลิกสัญญา', claim: 'จัดทำฎีกาเงินยืม', revoke: 'ยกเลิกการอนุมัติ',
    settle: 'ปรับงบประมาณตามเงินที่รับคืน',
  },
  reason: 'เหตุผล',
  returned: (reason: string) => `ส่งคืนแก้ไข: ${reason}`,
  overdue: (days: string) => `เกินกำหนดส่งใช้เงินยืม ${days} วัน`,
  takenBack: (amount: string) => `คืนงบประมาณไปแล้ว ${amount} บาท แต่การรับคืนถูกกลับรายการ ต้องปรับงบประมาณกลับ`,
  unreturned: (amount: string) => `รับเงินคืนแล้ว ${amount} บาท ยังไม่ได้คืนเข้ารายการงบประมาณ`,
  outsider: 'บุคคลภายนอก',
  claim: 'ฎีกาเงินยืม',
  claimColumns: { number: 'เลขที่ฎีกา', date: 'วันที่ฎีกา', amount: 'จำนวนเงิน' },
  claimTitle: (number: string, purpose: string) => `เงินยืมตามสัญญา ${number} ${purpose}`,
  openLoan: (number: string, amount: string) => `${number} จำนวน ${amount} บาท ยังไม่จ่ายเงิน`,
  owedLoan: (loan: { number: string; balance: string; due: string; late: string }) => (
    `${loan.number} คงค้าง ${loan.balance} บาท ครบกำหนด ${loan.due}${loan.late === '0' ? '' : ` เกินกำหนด ${loan.late} วัน`}`),
  work: {
    toSubmit: 'สัญญาการยืมเงินที่ร่างไว้', toApprove: 'สัญญาการยืมเงินรออนุมัติ', toClaim: 'สัญญาที่อนุมัติแล้ว รอจัดทำฎีกา', overdue: 'ลูกหนี้เงินยืมเกินกำหนด',
    clearings: 'สัญญาการยืมเงินที่มีใบรับใบสำคัญรออนุมัติ',
  },
  done: {
    saved: 'บันทึกสัญญาแล้ว', submit: 'เสนอขออนุมัติแล้ว', approve: 'อนุมัติให้ยืมแล้ว', return: 'ส่งคืนแก้ไขแล้ว', withdraw: 'ดึงกลับมาแก้ไขแล้ว', cancel: 'ยกเลิกสัญญาแล้ว',
    claim: 'จัดทำร่างฎีกาเงินยืมแล้ว โปรดตรวจสอบและยื่นฎีกา', revoke: 'ยกเลิกการอนุมัติแล้ว', settle: 'ปรับรายการงบประมาณตามเงินที่รับคืนแล้ว',
  },
  trail: {
    actions: {
      create: 'จัดทำ', edit: 'แก้ไข', submit: 'เสนอขออนุมัติ', approve: 'อนุมัติ', return: 'ส่งคืนแก้ไข', withdraw: 'ดึงกลับ', cancel: 'ยกเลิก', claim: 'จัดทำฎีกา', revoke: 'ยกเลิกการอนุมัติ',
      paid: 'จ่ายเงินแล้ว', unpaid: 'ยกเลิกการจ่ายเงิน', bounced: 'เงินตีกลับ รอจ่ายอีกครั้ง', settle: 'คืนงบประมาณ', reverse: 'กลับรายการ',
    },
    fields: {
      date: { label: 'วันที่', kind: 'date' }, purpose: 'ยืมเพื่อ', amount: { label: 'จำนวนเงิน', kind: 'money' }, number: 'เลขที่', paidOn: { label: 'วันที่รับเงิน', kind: 'date' },
      dueOn: { label: 'ครบกำหนด', kind: 'date' }, settled: { label: 'ส่งใช้เงินยืม', kind: 'money' }, voucher: 'ใบผ่านรายการ', returned: { label: 'คืนงบประมาณ', kind: 'money' },
    },
  },
  errors: {
    ...documentsText.errors,
    kind: 'โปรดเลือกประเภทการยืม', source: 'โปรดเลือกแหล่งเงิน', department: 'โปรดเลือกหน่วยงาน', position: 'โปรดระบุตำแหน่งหรือฐานะ ไม่เกิน 200 ตัวอักษร',
    purpose: 'โปรดระบุวัตถุประสงค์ ไม่เกิน 300 ตัวอักษร', future: 'วันที่สัญญาต้องไม่เกินวันนี้', returnDate: 'โปรดระบุวันที่กลับมาถึง', returnBefore: 'วันที่กลับต้องไม่ก่อนวันที่สัญญา',
    reference: 'ยืมเงินสะสมต้องระบุหนังสืออนุมัติ', description: 'โปรดระบุรายการ ไม่เกิน 200 ตัวอักษร', noLines: 'โปรดระบุประมาณการอย่างน้อยหนึ่งรายการ',
    noBudget: 'ยืมเงินสะสมไม่ระบุรายการงบประมาณ', otherSource: 'สัญญาหนึ่งยืมจากแหล่งเงินเดียว', wrongSource: (line: string) => `ยืมจากแหล่งเงินของรายการ ${line} ไม่ได้`,
    notUsable: (from: string, until: string) => `รายการนี้ใช้ได้ตั้งแต่ ${from} ถึง ${until}`, noBorrower: 'ไม่พบบุคคลนี้ในฐานข้อมูลผู้มีสิทธิรับเงิน',
    manyBorrowers: (names: string) => `มีหลายคน โปรดเลือกให้ชัดเจน: ${names}`, consent: 'ผู้ยืมต้องให้ความยินยอมให้หักเงินก่อนเสนอขออนุมัติ', inactive: 'ผู้ยืมรายนี้เลิกใช้ในฐานข้อมูลแล้ว',
    /** E_LOAN_OUTSTANDING */
    outstanding: (loan: string) => `ผู้ยืมมีเงินยืมค้างชำระ: ${loan}`,
    claimed: 'มีฎีกาของสัญญานี้อยู่แล้ว', noAccount: 'ผังบัญชีของหน่วยงานนี้ไม่มีบัญชีลูกหนี้เงินยืมสำหรับแหล่งเงินนี้', moved: (number: string) => `สัญญา ${number} เปลี่ยนสถานะแล้ว`,
    partlyCleared: (number: string) => `สัญญา ${number} มีการส่งใช้แล้ว ต้องกลับรายการส่งใช้ก่อน`,
    nothingBack: 'ไม่มีเงินรับคืนที่ต้องคืนเข้างบประมาณ', notPaid: 'สัญญานี้ยังไม่จ่ายเงินหรือส่งใช้ครบแล้ว', moneyBack: 'เงินยืมตามสัญญานี้ตีกลับจากธนาคาร ผู้ยืมยังไม่ได้รับเงิน จึงรับใบสำคัญไม่ได้จนกว่าจะจ่ายใหม่', notBudget: 'ส่งใช้เงินยืมเงินสะสมด้วยเงินสด หรือหักในฎีกา',
  },
} as const
