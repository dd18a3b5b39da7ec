// Words of what happens to unspent money: กันเงิน, ขยายเวลาเบิกจ่าย, พับเงิน, and the closing of the year's budget.
import { budgetText } from './budget.text.ts'
import { deskText } from './desk.text.ts'

const { states } = budgetText
const { steps, done } = deskText

export const yearEndText = {
  variants: {
    'CF-O': 'กันเงินกรณีก่อหนี้ผูกพัน', 'CF-N': 'กันเงินกรณีไม่ก่อหนี้ผูกพัน', 'CF-G': 'กันเงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ', 'CF-A': 'กันเงินสะสม/เงินกู้',
  },
  grid: {
    item: 'รายการ', unspent: 'ยังไม่ได้ใช้ (บาท)', stages: { available: 'ไม่มีภาระผูกพัน', reserved: 'กันวงเงินขอซื้อขอจ้าง', committed: 'ก่อหนี้ผูกพัน' },
    until: (day: string) => `ใช้ได้ถึง ${day}`,
  },
  columns: {
    item: 'รายการ', task: 'งาน', category: 'ประเภทรายจ่าย', budget: 'งบประมาณ', bound: 'ผูกพัน', paid: 'จ่ายแล้ว', unspent: 'ยังไม่ได้ใช้', carried: 'ขอกัน', reason: 'เหตุผล',
    until: 'สิ้นสุด', oldUntil: 'สิ้นสุดเดิม', newUntil: 'ขยายถึง', rest: 'คงเหลือ', lapsed: 'เงินที่พับ', year: 'ปีงบประมาณ', document: 'เรื่อง', cash: 'เงินที่รับแล้วไม่ได้จ่าย',
  },
  sum: 'รวม',
  register: 'กันเงิน ขยายเวลา และพับเงิน',
  pastDue: 'รายการที่พ้นกำหนดเวลาใช้จ่าย',
  errors: {
    ...deskText.errors,
    nothing: 'โปรดระบุจำนวนเงินที่กันอย่างน้อยหนึ่งรายการ',
    gone: 'รายการนี้ไม่มียอดคงเหลือแล้ว',
    onlyCapital: 'กันเงินกรณีไม่ก่อหนี้ผูกพันได้เฉพาะค่าครุภัณฑ์ ที่ดินและสิ่งก่อสร้าง',
    otherVariant: 'รายการนี้กันเงินกรณีนี้ไม่ได้ โปรดเลือกกรณีกันเงินให้ตรงกับแหล่งเงินและภาระผูกพัน',
    tooMuch: (unspent: string) => `กันได้ไม่เกินยอดที่ยังไม่ได้ใช้ ${unspent} บาท`,
    untilTooEarly: (last: string) => `วันสิ้นสุดต้องหลังวันที่ ${last}`,
    untilTooLate: (latest: string) => `วันสิ้นสุดต้องไม่เกิน ${latest}`,
    lineGone: (title: string) => `รายการ ${title} ไม่มียอดคงเหลือแล้ว`,
    lineShort: (title: string) => `รายการ ${title} มียอดที่ยังไม่ได้ใช้น้อยกว่าที่ขอกัน โปรดแก้ไขจำนวนเงิน`,
    nothingLeft: 'ไม่มียอดคงเหลือให้กันแล้ว',
    notYet: (day: string) => `ตั้งเป็นเงินกันได้ตั้งแต่วันที่ ${day}`,
    noExtension: 'โปรดระบุวันที่ขยายถึงอย่างน้อยหนึ่งรายการ',
    noLapse: 'โปรดเลือกรายการอย่างน้อยหนึ่งรายการ',
    alive: (title: string, day: string) => `รายการ ${title} ยังใช้ได้ถึง ${day} จึงพับเงินไม่ได้`,
    carrying: (title: string) => `รายการ ${title} อยู่ระหว่างกันเงินหรือขยายเวลา จึงพับเงินไม่ได้`,
    openYear: (day: string) => `ปิดปีงบประมาณได้ตั้งแต่วันที่ ${day}`,
    unsettled: (count: string) => `ยังมี ${count} รายการที่มีเงินคงเหลือหรือภาระผูกพัน โปรดทำเอกสารกันเงินหรือพับเงินก่อน`,
    openDocuments: (names: string) => `ยังมีเอกสารที่ไม่แล้วเสร็จ: ${names}`,
  },
} as const

export const carryText = {
  listTitle: 'กันเงิน',
  newTitle: 'จัดทำรายการกันเงิน',
  editTitle: (number: string) => `แก้ไขกันเงิน ${number}`,
  empty: 'ยังไม่มีการกันเงินตามเงื่อนไขนี้',
  print: 'พิมพ์รายงานรายละเอียดการกันเงินรายจ่าย',
  states: {
    draft: states.draft, submitted: states.submitted, approved: states.approved, carried: states.carried, closed: states.closed, rejected: states.rejected,
    cancelled: states.cancelled,
  },
  steps: { submit: steps.submit, approve: steps.approve, carry: 'ตั้งเป็นเงินกันปีใหม่', return: steps.return, reject: steps.reject, cancel: steps.cancel },
  done: { submit: done.submit, approve: done.approve, carry: 'ตั้งเป็นเงินกันในปีงบประมาณใหม่แล้ว', return: done.return, reject: done.reject, cancel: done.cancel },
  titleOf: (variant: string, year: string) => `${variant} ปีงบประมาณ ${year}`,
  fields: { variant: 'กรณีกันเงิน', year: 'กันจากปีงบประมาณ', untilDate: 'กันไว้ถึงวันที่', amount: 'ขอกัน (บาท)', reason: 'เหตุผลเฉพาะรายการ' },
  check: 'แสดงรายการที่กันได้',
  hint: 'ใส่จำนวนเงินที่ขอกันเฉพาะรายการที่ต้องการ รายการที่เว้นว่างจะไม่อยู่ในเอกสาร',
  caption: 'รายการที่ยังไม่ได้ใช้',
  none: 'ไม่มีรายการที่กันเงินกรณีนี้ได้',
  checked: { approver: 'ผู้มีอำนาจอนุมัติ' },
  lines: 'รายการกันเงิน',
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติกันเงิน ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['เงินยังอยู่ในรายการเดิมจนกว่าจะตั้งเป็นเงินกันปีใหม่ตั้งแต่วันที่ 1 ตุลาคม'],
    },
  },
  paper: {
    title: 'รายงานรายละเอียดการกันเงินรายจ่าย (กง.)', task: 'งาน', copy: 'ฉบับ', variant: 'กรณี', owner: 'หน่วยงาน', until: 'กันไว้ถึงวันที่', department: 'หัวหน้าหน่วยงานผู้เบิก', finance: 'หัวหน้าหน่วยงานคลัง', maker: 'ผู้จัดทำ',
    asOf: (year: string) => `ปีงบประมาณ พ.ศ. ${year}`,
  },
  trail: { ...deskText.trail, actions: { ...deskText.trail.actions, carry: 'ตั้งเป็นเงินกันปีใหม่', close: 'ปิดรายการกันเงิน' } },
} as const

export const extensionText = {
  listTitle: 'ขยายเวลาเบิกจ่าย',
  newTitle: 'จัดทำขยายเวลาเบิกจ่าย',
  editTitle: (number: string) => `แก้ไขขยายเวลาเบิกจ่าย ${number}`,
  empty: 'ยังไม่มีการขยายเวลาเบิกจ่ายตามเงื่อนไขนี้',
  print: 'พิมพ์บันทึกขอขยายเวลาเบิกจ่าย',
  paper: {
    title: 'บันทึกขออนุมัติขยายเวลาเบิกจ่าย',
    background: (year: string) => `ได้รับอนุมัติให้กันเงินงบประมาณรายจ่าย ปีงบประมาณ พ.ศ. ${year} หรือปีก่อนหน้า ไว้เบิกจ่ายตามรายการข้างล่างนี้`,
    facts: (reason: string) => `ยังเบิกจ่ายไม่แล้วเสร็จภายในกำหนด และมีความจำเป็นต้องขยายเวลาเบิกจ่าย เนื่องจาก ${reason}`,
    proposal: (approver: string, total: string, words: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติขยายเวลาเบิกจ่าย จำนวน ${total} บาท (${words})`,
  },
  states: { draft: states.draft, submitted: states.submitted, approved: states.approved, rejected: states.rejected, cancelled: states.cancelled },
  steps: { submit: steps.submit, approve: steps.approve, return: steps.return, reject: steps.reject, cancel: steps.cancel },
  done: { submit: done.submit, approve: 'บันทึกการอนุมัติและขยายเวลาแล้ว', return: done.return, reject: done.reject, cancel: done.cancel },
  fields: { untilDate: 'ขยายถึงวันที่' },
  hint: 'ใส่วันที่ขยายถึงเฉพาะรายการที่ยังจำเป็นต้องใช้ ขยายได้ครั้งละไม่เกินหนึ่งปี',
  caption: 'เงินกันที่ยังไม่ได้ใช้',
  none: 'ไม่มีเงินกันที่ยังไม่ได้ใช้',
  lines: 'รายการที่ขยายเวลา',
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติขยายเวลา ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['รายการในเอกสารใช้จ่ายได้ถึงวันใหม่ทันที หลังวันนั้นเบิกไม่ได้อีก'],
    },
  },
  trail: deskText.trail,
} as const

export const lapseText = {
  listTitle: 'พับเงิน',
  newTitle: 'จัดทำรายการพับเงิน',
  editTitle: (number: string) => `แก้ไขพับเงิน ${number}`,
  empty: 'ยังไม่มีการพับเงินตามเงื่อนไขนี้',
  print: 'พิมพ์รายการพับเงิน',
  paperTitle: 'รายการเงินที่พ้นกำหนดเบิกจ่ายและพับตกไป',
  states: { draft: states.draft, approved: states.approved, cancelled: states.cancelled },
  steps: { approve: steps.approve, cancel: steps.cancel },
  done: { approve: 'บันทึกการพับเงินแล้ว', cancel: done.cancel },
  wanted: 'พับ',
  hint: 'ระบบเลือกทุกรายการที่พ้นกำหนดเวลาใช้จ่าย เอาเครื่องหมายออกเฉพาะรายการที่ยังไม่พับ เงินที่พับตกเป็นเงินสะสมเมื่อปิดบัญชีประจำปี และนำกลับมาไม่ได้',
  caption: 'รายการที่พ้นกำหนดเวลาใช้จ่าย',
  none: 'ไม่มีรายการที่พ้นกำหนดเวลาใช้จ่าย',
  lines: 'รายการที่พับเงิน',
  asks: {
    approve: {
      title: () => 'บันทึกการอนุมัติพับเงิน',
      question: () => 'พับเงินตามรายการเหล่านี้หรือไม่',
      consequences: ['เงินที่พับใช้ไม่ได้อีกและนำกลับมาไม่ได้', 'ภาระผูกพันที่เหลือของรายการเหล่านี้สิ้นสุดลง รายจ่ายที่ตั้งเบิกแล้วยังจ่ายได้'],
    },
  },
  due: { title: 'รายการที่พ้นกำหนดเวลาใช้จ่าย', funds: 'เงินอุดหนุน เงินสะสม และเงินกู้ที่พ้นกำหนดและยังไม่ปิดเรื่อง', make: 'จัดทำรายการพับเงิน', lead: 'รายการที่พ้นกำหนดแล้วและยังมีเงินคงเหลือหรือภาระผูกพัน' },
  trail: deskText.trail,
} as const

export const closingText = {
  step: 'ปิดปีงบประมาณ',
  title: (year: string) => `ปิดปีงบประมาณ ${year}`,
  question: (title: string) => `ปิด ${title} หรือไม่`,
  consequences: ['หลังปิดแล้ว โอน แก้ไข หรือเพิ่มเติมงบประมาณของปีนี้ไม่ได้อีก', 'รายจ่ายที่ตั้งเบิกค้างไว้ยังจ่ายได้ตามปกติ', 'งบประมาณเพิ่มเติมของปีเดียวกันปิดไปพร้อมกัน'],
  done: 'ปิดปีงบประมาณแล้ว',
  document: 'เอกสารที่ไม่แล้วเสร็จ',
  ways: 'ดำเนินการต่อ',
  ordinances: 'งบประมาณรายจ่าย',
  back: 'กลับไปที่เอกสาร',
} as const
