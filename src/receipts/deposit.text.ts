// Words of เงินรับฝาก: items, their register.
import { receiptsText } from './receipts.text.ts'

export const depositText = {
  listTitle: 'ทะเบียนคุมเงินรับฝาก',
  newTitle: 'เปิดรายการเงินรับฝาก',
  editTitle: (key: string) => `แก้ไขรายการเงินรับฝาก ${key}`,
  title: (key: string) => `เงินรับฝาก ${key}`,
  asOf: (day: string) => `ณ วันที่ ${day}`,
  states: { open: 'คงเหลือ', closed: 'จ่ายคืนหมดแล้ว' },
  columns: {
    kind: 'ประเภทเงินรับฝาก', key: 'รายการ', depositor: 'ผู้ฝาก', reference: 'สัญญาหรือเลขที่อ้างอิง', received: 'รับฝาก', released: 'จ่ายคืน', balance: 'คงเหลือ', due: 'ครบกำหนด',
    age: 'อายุ (วัน)',
  },
  fields: {
    kind: 'ประเภทเงินรับฝาก', depositor: 'ผู้ฝาก', depositorNumber: 'เลขประจำตัวผู้เสียภาษีหรือเลขประจำตัวประชาชน', reference: 'สัญญา ประกาศ หรือเลขที่อ้างอิง',
    dueDate: 'วันครบกำหนดคืน', dueHint: 'เว้นว่างได้ถ้าไม่มีกำหนด', remark: 'หมายเหตุ', until: 'ณ วันที่', state: 'สถานะ', search: 'ค้นหา', searchHint: 'ผู้ฝาก สัญญา หรือเลขที่รายการ',
    account: 'บัญชี',
  },
  choose: 'เลือกประเภท',
  overdue: 'เกินกำหนดคืน',
  none: 'ไม่ระบุ',
  empty: 'ไม่พบรายการเงินรับฝาก',
  shown: (shown: string, all: string) => `แสดง ${shown} จาก ${all} รายการ`,
  sumOfAll: 'รวมทุกหน้า',
  save: 'บันทึกรายการ',
  edit: 'แก้ไขรายละเอียด',
  saved: 'บันทึกรายการเงินรับฝากแล้ว ใช้เลขที่รายการนี้เป็นทะเบียนย่อยเมื่อออกใบเสร็จหรือบันทึกยอดยกมา',
  entries: 'เอกสารริบและโอน',
  noEntries: 'ยังไม่มีการริบหรือโอน',
  forfeit: 'ริบเงินประกัน',
  transfer: 'โอนเงินรับฝาก',
  movements: 'ดูรายการในบัญชีแยกประเภท',
  errors: { ...receiptsText.errors, kind: 'โปรดเลือกประเภทเงินรับฝากที่เปิดรายการได้', depositor: 'โปรดระบุผู้ฝาก', reference: 'โปรดระบุสัญญา ประกาศ หรือเลขที่อ้างอิง', number: 'เลขประจำตัวต้องเป็นตัวเลข 13 หลัก' },
  trail: {
    actions: { create: 'เปิดรายการ', edit: 'แก้ไข' },
    fields: { key: 'เลขที่รายการ', kind: 'ประเภท', depositor: 'ผู้ฝาก', reference: 'อ้างอิง', dueDate: { label: 'ครบกำหนด', kind: 'date' } },
  },
} as const
