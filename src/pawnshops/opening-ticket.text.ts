// Words of the tickets that are older than the books.
import { documentsText } from '../documents/index.ts'

const heads = { ticket: 'เลขที่ตั๋ว', pledgedOn: 'วันที่รับจำนำ', principal: 'เงินต้น' }

export const openingTicketText = {
  listTitle: 'ตั๋วรับจำนำยกมา',
  newTitle: 'เพิ่มตั๋วยกมา',
  about: 'ตั๋วที่รับจำนำก่อนเริ่มใช้ระบบ ผลรวมต้องเท่ากับยอดยกมาของบัญชีลูกหนี้ - ทรัพย์รับจำนำ',
  empty: 'ยังไม่มีตั๋วยกมาตามเงื่อนไขที่เลือก',
  columns: { ...heads, state: 'สถานะ' },
  states: { unused: { kind: 'waiting', text: 'ยังไม่มีรายการ' }, used: { kind: 'done', text: 'มีรายการในระบบแล้ว' } },
  fields: { ticket: heads.ticket, pledgedOn: heads.pledgedOn, pledgedHint: 'หรือวันที่ส่งดอกเบี้ยครั้งสุดท้าย', principal: 'เงินต้นคงเหลือ ณ วันเริ่มใช้ระบบ', search: 'เลขที่ตั๋ว' },
  count: (shown: string, all: string) => `แสดง ${shown} จากทั้งหมด ${all} ตั๋ว`,
  found: 'รวมตามเงื่อนไขที่เลือก', all: 'รวมตั๋วยกมาทั้งหมด', inLedger: 'ยอดยกมาตามบัญชี', difference: 'ผลต่าง',
  fileName: (day: string) => `pawn-opening-tickets-${day}`,
  save: 'บันทึก',
  saved: 'เพิ่มตั๋วยกมาแล้ว',
  remove: 'นำตั๋วออก',
  removeTitle: (ticket: string) => `นำตั๋ว ${ticket} ออกจากตั๋วยกมา`,
  removed: 'นำตั๋วออกแล้ว',
  question: 'ต้องการนำตั๋วนี้ออกจากรายการยกมาใช่หรือไม่',
  consequence: 'หากบันทึกผิด ให้นำออกแล้วเพิ่มใหม่ด้วยข้อมูลที่ถูกต้อง',
  back: 'กลับ',
  import: {
    title: 'นำเข้าตั๋วยกมาจากไฟล์', hint: 'แถวแรกเป็นชื่อคอลัมน์ ไฟล์ CSV หรือ XLSX ไม่เกิน 10,000 ตั๋ว หรือคัดลอกจากสเปรดชีตมาวาง', file: 'ไฟล์ตั๋วยกมา', pasted: 'หรือวางจากสเปรดชีต',
    fileName: 'pawn-opening-tickets-template.csv', heads, done: (count: string) => `นำเข้าแล้ว ${count} ตั๋ว`,
    faults: { caption: (all: string, shown: string) => `ข้อผิดพลาด ${all} รายการ (แสดง ${shown})`, row: 'แถวที่', column: 'คอลัมน์', reason: 'สิ่งที่ต้องแก้' },
  },
  errors: {
    ...documentsText.errors,
    ticket: 'โปรดระบุเลขที่ตั๋วไม่เกิน 40 ตัวอักษร',
    twin: (row: string) => `เลขที่ตั๋วซ้ำกับแถวที่ ${row}`,
    taken: 'ตั๋วเลขที่นี้มีในทะเบียนแล้ว',
    tooLate: (day: string) => `ตั๋วยกมาต้องรับจำนำก่อนวันที่ ${day} ซึ่งเป็นวันเริ่มบัญชีในระบบ`,
    over: (rest: string) => `รวมแล้วเกินยอดยกมาของบัญชีลูกหนี้ - ทรัพย์รับจำนำ เพิ่มได้อีกไม่เกิน ${rest} บาท`,
    used: 'นำออกไม่ได้ ตั๋วนี้มีอยู่ในเอกสารของระบบแล้ว',
    noHeads: (names: string) => `ไม่พบคอลัมน์ ${names}`,
    noRows: 'ไม่พบตั๋วในไฟล์',
    long: 'ไฟล์มีเกิน 10,000 แถว โปรดแบ่งไฟล์',
    noFile: 'โปรดเลือกไฟล์ หรือวางข้อมูลจากสเปรดชีต',
    faults: (count: string) => `ไฟล์นำเข้ามีข้อผิดพลาด ${count} รายการ จึงยังไม่ได้บันทึกสิ่งใด`,
    files: { kind: 'ใช้ได้เฉพาะไฟล์ CSV หรือ XLSX', large: 'ไฟล์ใหญ่เกินไป', unreadable: 'เปิดไฟล์ไม่ได้ โปรดบันทึกไฟล์ใหม่แล้วลองอีกครั้ง' },
  },
} as const
