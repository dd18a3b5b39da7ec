// Words of ฐานข้อมูลเงินเดือน/บำนาญ: the people, what they are paid, what is kept back and for whom.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const employeeText = {
  listTitle: 'ฐานข้อมูลเงินเดือน/บำนาญ',
  newTitle: 'เพิ่มผู้รับเงินเดือน/บำนาญ',
  editTitle: 'แก้ไขข้อมูลผู้รับเงินเดือน/บำนาญ',
  importTitle: 'นำเข้าจากไฟล์หรือวางจากสเปรดชีต',
  runs: 'งวดการจ่าย',
  edit: 'แก้ไข',
  toPayee: 'ข้อมูลผู้มีสิทธิรับเงินและบัญชีธนาคาร',
  empty: 'ยังไม่มีข้อมูลผู้รับเงินเดือนหรือบำนาญ เพิ่มทีละคนหรือนำเข้าจากไฟล์',
  notFound: 'ไม่พบผู้รับเงินตามเงื่อนไข',
  countText: (shown: string, all: string) => `แสดง ${shown} จาก ${all} คน`,
  sum: 'รวมทั้งหมด',
  sumOf: (month: string) => `รวมเดือน${month}`,
  unit: documentsText.report.unit,
  fileName: (month: string) => `employees-${month}`,
  choose: 'เลือก',
  yes: 'ใช่',
  no: 'ไม่',
  from: (month: string) => `ตั้งแต่ ${month}`,
  until: (month: string) => `ถึง ${month}`,
  otherYear: 'รายการงบประมาณของปีอื่น',
  insured: 'เป็นผู้ประกันตน (พนักงานจ้าง)',
  moreRows: 'เพิ่มแถว',
  owes: (amount: string) => `คงค้าง ${amount} บาท`,
  kinds: {
    political: 'ฝ่ายการเมือง', official: 'พนักงานส่วนท้องถิ่น', teacher: 'ครูและบุคลากรทางการศึกษา', permanent: 'ลูกจ้างประจำ', mission: 'พนักงานจ้างตามภารกิจ',
    general: 'พนักงานจ้างทั่วไป', pensioner: 'ผู้รับบำนาญ',
  },
  who: { paid: 'ผู้รับเงินเดือนนี้', all: 'ทั้งหมด รวมผู้พ้นแล้ว' },
  account: { has: { kind: 'done', text: 'มีบัญชีที่ตรวจแล้ว' }, none: { kind: 'waiting', text: 'ยังไม่มีบัญชี' } } satisfies Readonly<Record<string, Status>>,
  columns: {
    name: 'ชื่อ - สกุล', taxId: 'เลขประจำตัวประชาชน', kind: 'ประเภท', position: 'ตำแหน่ง', department: 'หน่วยงาน', gross: 'รายรับต่อเดือน', deducted: 'รายการหัก', net: 'คงเหลือก่อนประกันสังคม',
    account: 'บัญชีธนาคาร', startsOn: 'เริ่มรับเงินเดือน', endsOn: 'รับเงินเดือนสุดท้าย',
  },
  fields: {
    person: 'ผู้รับเงิน', personHint: 'พิมพ์ชื่อหรือเลขประจำตัวประชาชนของบุคคลในฐานข้อมูลผู้มีสิทธิรับเงิน', kind: 'ประเภท', position: 'ตำแหน่ง', department: 'หน่วยงาน', insured: 'ประกันสังคม',
    startsOn: 'เริ่มรับเงินเดือน', endsOn: 'รับเงินเดือนสุดท้าย', monthHint: 'เดือน/ปี พ.ศ. เช่น 10/2569', endsHint: 'เว้นว่างเมื่อยังรับเงินอยู่', who: 'แสดง', search: 'ชื่อหรือตำแหน่ง',
  },
  pays: {
    caption: 'รายการเงินเดือน ค่าจ้าง เงินเพิ่ม บำนาญ', empty: 'ยังไม่มีรายการรับเงิน', kind: 'ชนิด', title: 'รายการ', line: 'รายการงบประมาณ', key: 'รายการเงินรับฝาก ก.บ.ท.', amount: 'จำนวนเงิน',
    months: 'ช่วงเดือน', startsOn: 'ตั้งแต่เดือน', endsOn: 'ถึงเดือน', kinds: { wage: 'เงินเดือน/ค่าจ้าง', allowance: 'เงินเพิ่ม' },
  },
  deductions: {
    caption: 'รายการหักประจำเดือน', empty: 'ไม่มีรายการหักประจำ', code: 'รายการหัก', creditor: 'ผู้รับเงินที่หัก หรือเลขที่สัญญายืม', amount: 'จำนวนเงิน', months: 'ช่วงเดือน', startsOn: 'ตั้งแต่เดือน',
    endsOn: 'ถึงเดือน',
  },
  history: { caption: 'บัตรจ่ายเงินเดือน', empty: 'ยังไม่มีการจ่าย', month: 'งวดเดือน', gross: 'รายรับ', deducted: 'รายการหัก', net: 'รับสุทธิ', state: 'สถานะ' },
  creditors: {
    title: 'ผู้รับเงินที่หักไว้', lead: 'สหกรณ์ ธนาคาร กองทุน และหน่วยงานที่ต้องนำส่งเงินที่หักจากเงินเดือน ยอดของแต่ละรายคุมแยกในทะเบียนเงินรับฝาก', empty: 'ยังไม่ได้กำหนดผู้รับเงินที่หักไว้',
    code: 'รายการหัก', payee: 'ผู้รับเงิน', payeeHint: 'พิมพ์ชื่อหรือเลขประจำตัวผู้เสียภาษีในฐานข้อมูลผู้มีสิทธิรับเงิน', state: 'สถานะ', actions: 'จัดการ', activate: 'เปิดใช้', deactivate: 'เลิกใช้',
    active: { kind: 'done', text: 'ใช้งาน' } satisfies Status, inactive: { kind: 'reversed', text: 'เลิกใช้' } satisfies Status,
    done: { added: 'เพิ่มผู้รับเงินที่หักไว้แล้ว', used: 'บันทึกแล้ว' },
    errors: {
      code: 'โปรดเลือกรายการหักที่มีผู้รับเงิน', noPayee: 'ไม่พบในฐานข้อมูลผู้มีสิทธิรับเงิน', manyPayees: (names: string) => `มีหลายราย โปรดเลือกให้ชัดเจน: ${names}`,
      taken: 'ผู้รับเงินรายนี้มีอยู่แล้วในรายการหักนี้', onlyOne: (name: string) => `${name} มีผู้รับเงินที่ใช้งานอยู่แล้ว ให้เลิกใช้รายเดิมก่อน`,
    },
  },
  import: {
    hint: 'แถวแรกเป็นหัวคอลัมน์ตามแบบ ไฟล์ CSV หรือ XLSX ไม่เกิน 2 MB หรือคัดลอกจากสเปรดชีตมาวาง', file: 'ไฟล์', pasted: 'หรือวางจากสเปรดชีต', fileName: 'employees.csv',
    heads: {
      name: 'ชื่อ - สกุล', taxId: 'เลขประจำตัวประชาชน', kind: 'ประเภท', position: 'ตำแหน่ง', department: 'หน่วยงาน', startsOn: 'เริ่มรับเงินเดือน', insured: 'ประกันสังคม', line: 'รายการงบประมาณ',
      title: 'รายการ', amount: 'จำนวนเงิน', tax: 'ภาษี',
    },
    usualTitle: 'เงินเดือน/ค่าจ้าง',
    faults: { caption: (all: string, shown: string) => `ข้อผิดพลาด ${all} รายการ (แสดง ${shown})`, row: 'แถวที่', column: 'คอลัมน์', reason: 'ข้อผิดพลาด' },
    errors: {
      noFile: 'โปรดเลือกไฟล์หรือวางข้อมูล', noHeads: (names: string) => `ไม่พบคอลัมน์ ${names}`, noRows: 'ไม่มีแถวข้อมูล', long: (most: string) => `นำเข้าได้ครั้งละไม่เกิน ${most} แถว`,
      faults: (count: string) => `ไฟล์นำเข้ามีข้อผิดพลาด ${count} รายการ ยังไม่ได้บันทึกแถวใด`, taxId: 'เลขประจำตัวประชาชนไม่ถูกต้อง', name: 'โปรดระบุชื่อ - สกุล', otherName: (name: string) => `เลขประจำตัวนี้เป็นของ ${name}`,
      twin: 'คนนี้ซ้ำกับแถวก่อนหน้า', notPerson: 'เลขประจำตัวนี้ไม่ใช่บุคคลธรรมดา',
      files: { kind: 'อ่านได้เฉพาะไฟล์ CSV และ XLSX', large: 'ไฟล์ใหญ่เกินไป', unreadable: 'อ่านไฟล์ไม่ได้' },
    },
  },
  done: { saved: 'บันทึกข้อมูลแล้ว', imported: (count: string) => `นำเข้าข้อมูล ${count} คนแล้ว` },
  trail: {
    actions: { create: 'เพิ่ม', edit: 'แก้ไข' },
    fields: {
      kind: 'ประเภท', position: 'ตำแหน่ง', gross: { label: 'รายรับ', kind: 'money' }, deducted: { label: 'รายการหัก', kind: 'money' }, startsOn: { label: 'เริ่มรับเงิน', kind: 'date' },
      endsOn: { label: 'เดือนสุดท้าย', kind: 'date' },
    },
  },
  errors: {
    ...documentsText.errors,
    noPerson: 'ไม่พบบุคคลนี้ในฐานข้อมูลผู้มีสิทธิรับเงิน', manyPeople: (names: string) => `มีหลายคน โปรดเลือกให้ชัดเจน: ${names}`, kind: 'โปรดเลือกประเภท', department: 'โปรดเลือกหน่วยงาน',
    position: 'โปรดระบุตำแหน่ง ไม่เกิน 200 ตัวอักษร', insured: 'ประกันสังคมใช้กับพนักงานจ้างเท่านั้น', month: 'โปรดระบุเดือน/ปี พ.ศ. เช่น 10/2569', endsBefore: 'เดือนสุดท้ายต้องไม่ก่อนเดือนแรก',
    noPay: 'โปรดระบุรายการรับเงินอย่างน้อยหนึ่งรายการ', title: 'โปรดระบุรายการ ไม่เกิน 100 ตัวอักษร', noSource: 'โปรดเลือกรายการงบประมาณ', noKey: 'ไม่พบรายการเงินรับฝากนี้',
    code: 'โปรดเลือกรายการหัก', noLoan: 'ไม่พบสัญญายืมที่ค้างชำระของผู้นี้', noCreditor: (name: string) => `ยังไม่มีผู้รับเงินของ${name} ให้เพิ่มที่ผู้รับเงินที่หักไว้`,
    whichCreditor: 'มีผู้รับเงินหลายราย โปรดระบุชื่อ', taken: 'ผู้นี้มีข้อมูลประเภทนี้อยู่แล้ว ให้กำหนดเดือนสุดท้ายของรายการเดิมก่อน',
  },
} as const
