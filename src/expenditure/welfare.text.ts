// Words of ทะเบียนผู้มีสิทธิรับเบี้ยยังชีพ.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const welfareText = {
  listTitle: 'ทะเบียนผู้มีสิทธิรับเบี้ยยังชีพ',
  newTitle: 'เพิ่มผู้มีสิทธิรับเบี้ยยังชีพ',
  editTitle: 'แก้ไขข้อมูลผู้มีสิทธิ',
  importTitle: 'นำเข้าจากไฟล์หรือวางจากสเปรดชีต',
  save: 'บันทึก',
  newRun: 'ตั้งงวดเบี้ยยังชีพ',
  edit: 'แก้ไข หรือบันทึกการสิ้นสุดสิทธิ',
  toPayee: 'ข้อมูลผู้มีสิทธิรับเงินและบัญชีธนาคาร',
  empty: 'ยังไม่มีผู้มีสิทธิรับเบี้ยยังชีพ เพิ่มทีละคนหรือนำเข้าจากไฟล์',
  notFound: 'ไม่พบผู้มีสิทธิตามเงื่อนไข',
  countText: (shown: string, all: string) => `แสดง ${shown} จาก ${all} ราย`,
  sumOf: (month: string) => `รวมเดือน${month} (เฉพาะที่แสดง)`,
  asOf: (month: string) => `เดือน${month}`,
  sum: 'รวมทั้งหมด',
  unit: documentsText.report.unit,
  fileName: (month: string) => `welfare-${month}`,
  choose: 'เลือก',
  years: (age: string) => `${age} ปี`,
  reasons: { died: 'เสียชีวิต', moved: 'ย้ายภูมิลำเนา', lost: 'ขาดคุณสมบัติ' },
  who: { entitled: 'ผู้มีสิทธิเดือนนี้', all: 'ทั้งหมด รวมผู้สิ้นสิทธิ' },
  account: { has: { kind: 'done', text: 'มีบัญชีที่ตรวจแล้ว' }, none: { kind: 'waiting', text: 'ยังไม่มีบัญชี' } } satisfies Readonly<Record<string, Status>>,
  standing: { entitled: { kind: 'done', text: 'มีสิทธิ' }, ended: { kind: 'reversed', text: 'สิ้นสิทธิ' } } satisfies Readonly<Record<string, Status>>,
  columns: {
    name: 'ชื่อ - สกุล', taxId: 'เลขประจำตัวประชาชน', kind: 'ประเภท', birthDate: 'วันเกิด', age: 'อายุที่ใช้คำนวณ', startsOn: 'เริ่มรับเดือน', endedOn: 'สิ้นสิทธิเมื่อ', endReason: 'เหตุที่สิ้นสิทธิ',
    amount: 'เบี้ยยังชีพต่อเดือน', account: 'บัญชีธนาคาร', address: 'ที่อยู่', state: 'สถานะ',
  },
  fields: {
    person: 'ผู้มีสิทธิ', personHint: 'พิมพ์ชื่อหรือเลขประจำตัวประชาชนของบุคคลในฐานข้อมูลผู้มีสิทธิรับเงิน', kind: 'ประเภทเบี้ยยังชีพ', birthDate: 'วันเกิด', startsOn: 'เริ่มรับเดือน',
    monthHint: 'เดือน/ปี พ.ศ. เช่น 10/2569', endedOn: 'วันที่สิ้นสิทธิ', endedHint: 'เดือนที่สิ้นสิทธิยังได้รับ งวดต่อไปไม่จ่าย', endReason: 'เหตุที่สิ้นสิทธิ', who: 'แสดง', search: 'ชื่อหรือเลขประจำตัวประชาชน',
  },
  history: { caption: 'การจ่ายเบี้ยยังชีพ', empty: 'ยังไม่มีการจ่าย', month: 'งวดเดือน', amount: 'จำนวนเงิน', state: 'สถานะ', over: 'จ่ายหลังสิ้นสิทธิ' },
  overpaid: (amount: string, months: string) => `จ่ายหลังสิ้นสิทธิ ${amount} บาท (${months}) ต้องเรียกคืน เมื่อรับคืนให้ออกใบเสร็จรับเงินประเภทเงินจ่ายเกินคืน เงินจะกลับเข้ารายการงบประมาณเดิม`,
  import: {
    hint: 'แถวแรกเป็นหัวคอลัมน์ตามแบบ ไฟล์ CSV หรือ XLSX ไม่เกิน 2 MB หรือคัดลอกจากสเปรดชีตมาวาง', file: 'ไฟล์', pasted: 'หรือวางจากสเปรดชีต', fileName: 'welfare.csv',
    heads: { name: 'ชื่อ - สกุล', taxId: 'เลขประจำตัวประชาชน', kind: 'ประเภท', birthDate: 'วันเกิด', startsOn: 'เริ่มรับเดือน' },
    faults: { caption: (all: string, shown: string) => `ข้อผิดพลาด ${all} รายการ (แสดง ${shown})`, row: 'แถวที่', column: 'คอลัมน์', reason: 'ข้อผิดพลาด' },
    errors: {
      noFile: 'โปรดเลือกไฟล์หรือวางข้อมูล', noHeads: (names: string) => `ไม่พบคอลัมน์ ${names}`, noRows: 'ไม่มีแถวข้อมูล', long: (most: string) => `นำเข้าได้ครั้งละไม่เกิน ${most} แถว`,
      faults: (count: string) => `ไฟล์นำเข้ามีข้อผิดพลาด ${count} รายการ ยังไม่ได้บันทึกแถวใด`,
      files: { kind: 'อ่านได้เฉพาะไฟล์ CSV และ XLSX', large: 'ไฟล์ใหญ่เกินไป', unreadable: 'อ่านไฟล์ไม่ได้' },
    },
  },
  done: { saved: 'บันทึกข้อมูลแล้ว', imported: (count: string) => `นำเข้าข้อมูล ${count} รายแล้ว` },
  trail: {
    actions: { create: 'เพิ่ม', edit: 'แก้ไข' },
    fields: {
      kind: 'ประเภท', birthDate: { label: 'วันเกิด', kind: 'date' }, startsOn: { label: 'เริ่มรับเดือน', kind: 'date' }, endedOn: { label: 'สิ้นสิทธิเมื่อ', kind: 'date' }, endReason: 'เหตุที่สิ้นสิทธิ',
    },
  },
  errors: {
    ...documentsText.errors,
    noPerson: 'ไม่พบบุคคลนี้ในฐานข้อมูลผู้มีสิทธิรับเงิน', manyPeople: (names: string) => `มีหลายคน โปรดเลือกให้ชัดเจน: ${names}`, kind: 'โปรดเลือกประเภทเบี้ยยังชีพ',
    birthDate: 'โปรดระบุวันเกิดที่ไม่เกินวันนี้', month: 'โปรดระบุเดือน/ปี พ.ศ. เช่น 10/2569', endedOn: 'วันที่สิ้นสิทธิต้องไม่ก่อนเดือนแรกและไม่เกินวันนี้', endReason: 'โปรดเลือกเหตุที่สิ้นสิทธิ',
    bornAfter: 'ต้องเกิดก่อนเดือนแรกที่รับ', taken: 'ผู้นี้มีสิทธิประเภทนี้อยู่แล้ว',
  },
} as const
