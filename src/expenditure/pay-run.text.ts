// Words of งวดการจ่าย: kinds, states, refusals, papers.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const payRunText = {
  listTitle: 'งวดการจ่ายเงินเดือน บำนาญ และเบี้ยยังชีพ',
  newTitle: 'ตั้งงวดการจ่าย',
  adjustTitle: 'ปรับรายการของงวด',
  title: (kind: string, month: string) => `${kind} เดือน${month}`,
  noNumber: 'ยังไม่มีเลขที่',
  empty: 'ไม่พบงวดการจ่ายตามเงื่อนไข',
  countText: (shown: string, all: string) => `แสดง ${shown} จาก ${all} งวด`,
  sum: 'รวมทั้งหมด',
  unit: documentsText.report.unit,
  fileName: (month: string) => `pay-runs-${month}`,
  sheetName: (kind: string, month: string) => `${kind}-${month}`,
  kinds: { payroll: 'เงินเดือน ค่าจ้าง ค่าตอบแทน', pension: 'บำเหน็จ/บำนาญ', welfare: 'เบี้ยยังชีพ' },
  states: {
    draft: { kind: 'draft', text: 'ร่าง' }, submitted: { kind: 'waiting', text: 'รออนุมัติ' }, approved: { kind: 'waiting', text: 'อนุมัติแล้ว' }, paid: { kind: 'done', text: 'จ่ายแล้ว' },
    cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  } satisfies Readonly<Record<string, Status>>,
  columns: {
    number: 'เลขที่', month: 'งวดเดือน', kind: 'ประเภท', people: 'จำนวนคน', gross: 'รายรับ', deducted: 'รายการหัก', net: 'รับสุทธิ', payDate: 'วันจ่าย', state: 'สถานะ', author: 'ผู้จัดทำ',
    employer: 'เงินสมทบนายจ้าง', name: 'ชื่อ - สกุล', position: 'ตำแหน่ง', taxId: 'เลขประจำตัวประชาชน', bank: 'ธนาคาร', account: 'เลขที่บัญชี', department: 'หน่วยงาน', remark: 'หมายเหตุ',
    employerLine: 'รายการงบประมาณเงินสมทบนายจ้าง', order: 'ที่',
  },
  fields: {
    kind: 'ประเภท', month: 'งวดเดือน', monthHint: 'เดือน/ปี พ.ศ. เช่น 10/2569', payDate: 'วันจ่าย', remark: 'หมายเหตุ', employerLine: 'รายการงบประมาณเงินสมทบประกันสังคม (นายจ้าง)',
    employerHint: 'เว้นว่างเมื่อมีรายการเดียวในปี',
  },
  make: 'ดึงข้อมูลจากทะเบียน',
  toRegister: { payroll: 'ฐานข้อมูลเงินเดือน/บำนาญ', welfare: 'ทะเบียนผู้มีสิทธิรับเบี้ยยังชีพ', withheld: 'เงินที่หักรอนำส่ง' },
  adjust: 'ปรับรายการของงวด',
  saveCsv: 'บันทึกรายชื่อเป็น CSV',
  saveExcel: 'บันทึกรายชื่อเป็น Excel',
  print: 'พิมพ์บัญชีการจ่าย',
  printSlips: 'พิมพ์สลิป',
  steps: {
    refresh: 'ดึงข้อมูลจากทะเบียนใหม่', submit: 'เสนอขออนุมัติ', cancel: 'ยกเลิกงวด', withdraw: 'ดึงกลับมาแก้ไข', approve: 'อนุมัติงวด', return: 'ส่งคืนแก้ไข', claim: 'จัดทำฎีกา', reopen: 'เปิดงวดแก้ไข',
  },
  reason: 'เหตุผล',
  returned: (reason: string) => `ส่งคืนแก้ไข: ${reason}`,
  unbanked: (count: string, names: string) => `${count} คนยังไม่มีบัญชีธนาคารที่ตรวจแล้ว โอนเงินไม่ได้: ${names}`,
  undeducted: (names: string) => `มีเงินยืมเกินกำหนดที่ยังไม่ได้หักในงวดนี้: ${names}`,
  cut: (name: string, title: string, amount: string) => `${name} หัก${title}ไม่ครบ ${amount} บาท`,
  noClaims: 'อนุมัติแล้ว ยังจัดทำฎีกาไม่ครบ',
  ofLoan: (name: string, number: string) => `${name} ${number}`,
  aged: (kind: string, age: string) => `${kind} อายุ ${age} ปี`,
  claimTitle: (kind: string, month: string, whose: string) => `${kind} เดือน${month}${whose === '' ? '' : ` ${whose}`}`.slice(0, 300),
  employerTitle: (month: string) => `เงินสมทบกองทุนประกันสังคม (ส่วนของนายจ้าง) เดือน${month}`,
  people: { caption: 'รายชื่อผู้รับเงิน', empty: 'ไม่มีผู้รับเงิน', more: 'รายชื่อถัดไป' },
  items: { caption: 'ยอดควบคุม', title: 'รายการ', people: 'จำนวนคน', amount: 'จำนวนเงิน', pays: 'รายรับ', deductions: 'รายการหัก' },
  changes: {
    caption: (month: string | undefined) => (month === undefined ? 'เปลี่ยนแปลงจากงวดก่อนหน้า' : `เปลี่ยนแปลงจากเดือน${month}`), none: 'ไม่มีงวดก่อนหน้า', empty: 'ไม่มีการเปลี่ยนแปลง', what: 'การเปลี่ยนแปลง', before: 'รับสุทธิเดิม', now: 'รับสุทธิงวดนี้', difference: 'ต่าง',
    kinds: { new: 'เพิ่ม', left: 'ออก', changed: 'เปลี่ยน' },
  },
  claims: { caption: 'ฎีกาของงวด', number: 'เลขที่ฎีกา', title: 'เรื่อง', amount: 'จำนวนเงิน', state: 'สถานะ' },
  adjusting: {
    caption: 'รายการที่เปลี่ยนในงวดนี้', person: 'ผู้รับเงิน', item: 'รายการ', detail: 'ชื่อรายการ หรือผู้รับเงินที่หัก', amount: 'จำนวนเงิน', more: 'เพิ่มแถว', save: 'บันทึกการปรับรายการ',
    lead: 'จำนวนเงินที่กรอกแทนยอดเดิมของรายการนั้น กรอก 0 เพื่อตัดรายการออก ประกันสังคมคำนวณใหม่เองเมื่อค่าจ้างเปลี่ยน', wage: 'เงินเดือน/ค่าจ้าง', allowance: 'เงินเพิ่ม/ค่าตอบแทน',
    errors: {
      nothing: 'โปรดระบุรายการที่เปลี่ยนอย่างน้อยหนึ่งแถว', noPerson: 'ไม่พบชื่อนี้ในงวด', manyPeople: 'มีชื่อซ้ำในงวด โปรดใช้เลขประจำตัวประชาชน', item: 'โปรดเลือกรายการ',
      noItem: 'ไม่พบรายการนี้ของผู้รับเงิน', amount: 'โปรดระบุจำนวนเงินตั้งแต่ 0.00 ขึ้นไป ทศนิยมไม่เกินสองตำแหน่ง', noPayLeft: 'ต้องเหลือรายการรับเงินอย่างน้อยหนึ่งรายการ',
    },
  },
  slip: {
    title: 'สลิปเงินเดือน', welfareTitle: 'ใบแจ้งการจ่ายเงิน', pays: 'รายรับ', deductions: 'รายการหัก', net: 'รับสุทธิ', account: (bank: string, number: string) => `โอนเข้าบัญชี ${bank} ${number}`,
    noAccount: `วิธีรับเงิน ${documentsText.print.blankName}`, none: 'ไม่มีรายการหัก', month: 'ประจำเดือน', payDate: 'วันจ่าย',
  },
  paper: { title: (kind: string) => `บัญชีการจ่าย${kind}`, month: 'ประจำเดือน', number: 'เลขที่', copy: 'ฉบับ', received: 'เลขที่บัญชี / ลายมือชื่อผู้รับเงิน', signers: { preparer: 'ผู้จัดทำ', approver: 'ผู้อนุมัติ' } },
  work: { toSubmit: 'งวดการจ่ายที่ร่างไว้', toApprove: 'งวดการจ่ายรออนุมัติ', toClaim: 'งวดที่อนุมัติแล้ว รอจัดทำฎีกา' },
  done: {
    made: 'ดึงข้อมูลจากทะเบียนแล้ว', adjusted: 'ปรับรายการของงวดแล้ว', refresh: 'ดึงข้อมูลจากทะเบียนใหม่แล้ว', submit: 'เสนอขออนุมัติแล้ว', cancel: 'ยกเลิกงวดแล้ว', withdraw: 'ดึงกลับมาแก้ไขแล้ว',
    approve: 'อนุมัติงวดแล้ว', return: 'ส่งคืนแก้ไขแล้ว', claim: 'จัดทำร่างฎีกาแล้ว โปรดตรวจสอบและยื่นฎีกา', reopen: 'เปิดงวดแก้ไขแล้ว',
  },
  trail: {
    actions: {
      create: 'ตั้งงวด', refresh: 'ดึงข้อมูลใหม่', adjust: 'ปรับรายการ', submit: 'เสนอขออนุมัติ', withdraw: 'ดึงกลับ', return: 'ส่งคืนแก้ไข', cancel: 'ยกเลิก', approve: 'อนุมัติ', reopen: 'เปิดแก้ไข',
      claim: 'จัดทำฎีกา', paid: 'จ่ายครบแล้ว', unpaid: 'ยกเลิกการจ่าย',
    },
    fields: {
      people: 'จำนวนคน', gross: { label: 'รายรับ', kind: 'money' }, deducted: { label: 'รายการหัก', kind: 'money' }, net: { label: 'รับสุทธิ', kind: 'money' }, number: 'เลขที่', claims: 'จำนวนฎีกา',
    },
  },
  errors: {
    ...documentsText.errors,
    kind: 'โปรดเลือกประเภท', month: 'โปรดระบุเดือน/ปี พ.ศ. เช่น 10/2569', future: 'ตั้งงวดล่วงหน้าได้ไม่เกินหนึ่งเดือน', otherYear: 'วันจ่ายต้องอยู่ในปีงบประมาณของงวด',
    twin: 'มีงวดประเภทนี้ของเดือนนี้แล้ว', nobody: 'ไม่มีผู้รับเงินในทะเบียนของเดือนนี้', register: (count: string, names: string) => `ทะเบียนยังไม่พร้อม ${count} รายการ: ${names}`,
    ofPerson: (name: string, fault: string) => `${name} ${fault}`, noLine: (title: string) => `${title}: ไม่มีรายการงบประมาณของปีนี้`, noAccount: (line: string) => `รายการ ${line} ไม่มีบัญชีปกติ`,
    noSecurity: 'ยังไม่ได้กำหนดผู้รับเงินสมทบประกันสังคม', employerItem: 'โปรดเลือกรายการเงินสมทบกองทุนประกันสังคม',
    noEmployerLine: 'ยังไม่ได้เลือกรายการงบประมาณเงินสมทบประกันสังคมส่วนของนายจ้าง', overDeducted: (names: string) => `เงินรับสุทธิต่ำกว่าที่ต้องเหลือ: ${names}`,
    overdrawn: (names: string) => `รายการหักเกินรายรับของแหล่งเงินที่หัก: ${names}`, claimed: 'มีฎีกาของงวดนี้อยู่ ต้องยกเลิกฎีกาก่อน', allClaimed: 'จัดทำฎีกาของงวดนี้ครบแล้ว',
    overLoan: 'เกินยอดคงเหลือในทะเบียน',
    twice: 'อยู่ในทะเบียนประเภทเดียวกันสองรายการในเดือนนี้ โปรดแก้เดือนที่เริ่มหรือวันที่สิ้นสุด',
    tooYoung: (age: string) => `อายุ ${age} ปี ยังไม่ถึงขั้นแรกของเบี้ยยังชีพ`, noWelfareLine: (name: string) => `ปีนี้ไม่มีรายการงบประมาณ${name}`,
    manyWelfareLines: (name: string) => `มีรายการงบประมาณ${name}หลายรายการ โปรดจัดทำฎีกาเบี้ยยังชีพแยกตามรายการ`,
  },
} as const
