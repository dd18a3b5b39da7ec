// Words of the documents keyed by hand: general journal, adjustments, opening balances.
import { type Status } from '../platform/http/components.ts'
import { documentsText } from '../documents/index.ts'
import { ledgerText } from './ledger.text.ts'

const states = {
  draft: { kind: 'draft', text: 'ร่าง' }, submitted: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'อนุมัติและผ่านรายการแล้ว' },
  reversed: { kind: 'reversed', text: 'กลับรายการแล้ว' }, cancelled: { kind: 'refused', text: 'ยกเลิก' },
} satisfies Readonly<Record<string, Status>>

export const journalText = {
  states,
  books: {
    journal: { listTitle: 'ใบผ่านรายการบัญชีทั่วไป', newTitle: 'จัดทำใบผ่านรายการบัญชีทั่วไป', empty: 'ไม่พบใบผ่านรายการบัญชีทั่วไป', lead: '' },
    adjustment: {
      listTitle: 'ใบผ่านรายการปรับปรุงบัญชี', newTitle: 'จัดทำใบผ่านรายการปรับปรุง', empty: 'ไม่พบใบผ่านรายการปรับปรุง',
      lead: 'รายการปรับปรุงหลังการตรวจสอบ (PA) จัดทำได้เมื่อเปิดงวดหลังการตรวจสอบแล้ว ลงวันที่ 30 กันยายน และต้องแนบหนังสือของผู้สอบบัญชี',
    },
    opening: {
      listTitle: 'ยอดยกมา', newTitle: 'บันทึกยอดยกมา', empty: 'ยังไม่มียอดยกมา',
      lead: 'บันทึกงบทดลองหลังปิดบัญชีของปีก่อน ลงวันที่ 1 ตุลาคม ใช้ได้เฉพาะบัญชีสินทรัพย์ หนี้สิน และทุน',
    },
  },
  types: { JV: 'บัญชีทั่วไป (JV)', AJ: 'ปรับปรุง (AJ)', PA: 'ปรับปรุงหลังการตรวจสอบ (PA)', OB: 'ยอดยกมา (OB)' },
  noNumber: '(ยังไม่มีเลขที่)',
  work: { begun: (book: string) => `${book}ที่ท่านร่างไว้`, sent: (book: string) => `${book}ที่รอท่านอนุมัติ` },
  editTitle: (book: string) => `แก้ไขร่าง${book}`,
  columns: {
    number: 'เลขที่', type: 'ประเภท', date: 'วันที่', description: 'คำอธิบาย', author: 'ผู้จัดทำ', total: 'จำนวนเงิน (บาท)', state: 'สถานะ', reference: 'เอกสารอ้างอิง',
  },
  fields: { type: 'ประเภท', documentDate: 'วันที่ของเอกสาร', description: 'คำอธิบาย', reference: 'เลขที่เอกสารอ้างอิง', dayReason: 'เหตุผลที่ปรับรายการของวันที่สรุปใบนำส่งเงินแล้ว', search: 'เลขที่หรือคำอธิบาย' },
  lines: {
    caption: 'รายการเดบิตและเครดิต', columns: { account: 'บัญชี (รหัสหรือชื่อ)', key: 'ทะเบียนย่อย', counterparty: 'หน่วยงานคู่บัญชี', memo: 'หมายเหตุ' },
    noUnit: '-', difference: 'ผลต่าง (เดบิต − เครดิต)', moreRows: 'เพิ่มแถว',
    pasteLabel: 'วางจากตารางคำนวณ', pasteHint: 'คัดลอกคอลัมน์ รหัสบัญชี · เดบิต · เครดิต · หมายเหตุ หรือ รหัสบัญชี · ทะเบียนย่อย · เดบิต · เครดิต · หมายเหตุ แล้ววางที่นี่',
  },
  dayReasonHint: 'ยอดที่รับผิดควรแก้โดยยกเลิกหรือกลับรายการใบเสร็จ ใบนำส่ง และใบสรุป ใช้ใบผ่านรายการบัญชีทั่วไปเฉพาะเมื่อจำเป็น',
  show: {
    account: 'ชื่อบัญชี', code: 'รหัสบัญชี', sum: 'รวม', empty: 'ยังไม่มีรายการ', fiscalYear: 'ปีงบประมาณ', voucher: 'ใบผ่านรายการ', approver: 'ผู้อนุมัติ',
    submittedAt: 'ส่งขออนุมัติเมื่อ', register: (name: string) => `ทะเบียนย่อย: ${name}`, counterparty: (name: string) => `คู่บัญชี: ${name}`,
    difference: (amount: string) => `ผลต่าง ${amount}`,
    besideSummary: (reason: string) => `รายการนี้แตะเงินสด เงินฝากธนาคาร รายได้ หรือเงินรับฝากของวันที่ผ่านรายการใบสำคัญสรุปใบนำส่งเงินแล้ว เหตุผล: ${reason}`,
    returned: (reason: string) => `ส่งคืนแก้ไข: ${reason}`,
    alone: 'หน่วยงานขนาดเล็ก: ผู้จัดทำและผู้อนุมัติเป็นบุคคลเดียวกัน',
    shortened: (shown: string, all: string) => `แสดง ${shown} จาก ${all} รายการ ดาวน์โหลดทั้งหมดเป็น CSV ได้`,
  },
  steps: {
    submit: 'ส่งขออนุมัติ', approve: 'อนุมัติและผ่านรายการ', return: 'ส่งคืนแก้ไข', withdraw: 'ดึงกลับมาแก้ไข', cancel: 'ยกเลิกร่าง', reverse: 'กลับรายการ',
    edit: 'แก้ไข', print: 'พิมพ์ใบผ่านรายการ', returnReason: 'เหตุผลที่ส่งคืน',
  },
  done: {
    saved: 'บันทึกร่างแล้ว', submit: 'ส่งขออนุมัติแล้ว', approve: 'อนุมัติและผ่านรายการแล้ว', return: 'ส่งคืนแก้ไขแล้ว', withdraw: 'ดึงกลับมาเป็นร่างแล้ว',
    cancel: 'ยกเลิกร่างแล้ว', reverse: 'กลับรายการแล้ว',
    pasted: (count: string) => `อ่านได้ ${count} แถว โปรดตรวจสอบแล้วบันทึก`,
  },
  reverse: {
    title: (number: string) => `กลับรายการ ${number}`, question: (number: string) => `ต้องการกลับรายการ ${number} หรือไม่`,
    consequences: ['ระบบจัดทำใบผ่านรายการกลับรายการ (RX) ที่สลับด้านทุกบรรทัด', 'ใบเดิมยังอยู่ในบัญชีและกลับรายการได้ครั้งเดียว'],
    reason: 'เหตุผลที่กลับรายการ', date: 'วันที่ของใบกลับรายการ', back: 'ไม่กลับรายการ',
  },
  signers: { preparer: 'ผู้จัดทำ', checker: 'ผู้ตรวจสอบ', approver: 'ผู้อนุมัติ' },
  print: { draft: 'ร่าง', copy: 'ฉบับ', unposted: 'ยังไม่ผ่านรายการ' },
  opening: {
    import: 'นำเข้าจากไฟล์ CSV หรือ Excel', template: 'ดาวน์โหลดแบบไฟล์สำหรับกรอกยอดยกมา', templateName: (year: string) => `opening-${year}.csv`,
    description: 'ยอดยกมาตามงบทดลองหลังปิดบัญชี', file: 'ไฟล์ยอดยกมา', fileHint: 'CSV หรือ XLSX ขนาดไม่เกิน 2 เมกะไบต์ ไม่เกิน 10,000 แถว แถวแรกเป็นชื่อคอลัมน์',
    heads: { account: 'รหัสบัญชี', name: 'ชื่อบัญชี', key: 'ทะเบียนย่อย', counterparty: 'หน่วยงานคู่บัญชี', debit: 'เดบิต', credit: 'เครดิต', memo: 'หมายเหตุ' },
    faults: { row: 'แถว', column: 'คอลัมน์', reason: 'ข้อผิดพลาดและวิธีแก้', caption: (count: string, shown: string) => `ข้อผิดพลาดในไฟล์ ${count} รายการ (แสดง ${shown} รายการแรก)` },
    passed: 'ผ่าน', faultsName: 'opening-faults.csv', sum: 'รวม', same: 'ไฟล์นี้นำเข้าแล้ว ไม่มีสิ่งใดเปลี่ยนแปลง', imported: 'นำเข้ายอดยกมาแล้ว โปรดตรวจสอบและส่งขออนุมัติ',
    confirm: 'ยืนยันว่าข้อมูลถูกต้องครบถ้วน', confirmed: 'ยืนยันยอดยกมาแล้ว', confirmQuestion: (year: string) => `ยืนยันว่ายอดยกมาปีงบประมาณ ${year} ถูกต้องครบถ้วนหรือไม่`,
    consequences: ['ยืนยันแล้วกลับรายการยอดยกมาไม่ได้ การแก้ไขทำได้ด้วยใบผ่านรายการปรับปรุงเท่านั้น', 'ตั้งแต่นี้ระบบไม่ยอมให้ทะเบียนย่อยและเงินสดติดลบ'], back: 'ยังไม่ยืนยัน',
  },
  fileName: (book: string, today: string) => `${book}-${today}`,
  trail: {
    actions: {
      create: 'จัดทำร่าง', edit: 'แก้ไขร่าง', submit: 'ส่งขออนุมัติ', approve: 'อนุมัติและผ่านรายการ', return: 'ส่งคืนแก้ไข', withdraw: 'ดึงกลับมาแก้ไข',
      cancel: 'ยกเลิกร่าง', reverse: 'กลับรายการ', import: 'นำเข้าจากไฟล์', confirm: 'ยืนยันว่าข้อมูลถูกต้องครบถ้วน',
    },
    fields: {
      number: 'เลขที่', date: { label: 'วันที่', kind: 'date' }, description: 'คำอธิบาย', total: { label: 'จำนวนเงิน', kind: 'money' }, lines: 'จำนวนบรรทัด', dayReason: 'เหตุผลที่ปรับรายการของวันที่สรุปแล้ว',
    },
  },
  errors: {
    ...documentsText.errors,
    immutable: 'ใบผ่านรายการที่ผ่านบัญชีแล้วแก้ไขไม่ได้ หากบันทึกผิด ให้กลับรายการแล้วจัดทำใหม่',
    future: ledgerText.errors.future,
    noYear: ledgerText.errors.noYear,
    closed: ledgerText.errors.closed,
    summedDay: (day: string, voucher: string) => `วันที่ ${day} ผ่านรายการใบสำคัญสรุปใบนำส่งเงินแล้ว (${voucher}) หากต้องปรับเงินสด เงินฝากธนาคาร รายได้ หรือเงินรับฝากของวันนั้นด้วยใบผ่านรายการนี้ ต้องระบุเหตุผลในร่าง`,
    type: 'โปรดเลือกประเภท',
    description: 'โปรดระบุคำอธิบายไม่เกิน 500 ตัวอักษร',
    openingDay: 'ยอดยกมาต้องลงวันที่ 1 ตุลาคม ซึ่งเป็นวันแรกของปีงบประมาณ',
    auditDay: 'รายการปรับปรุงหลังการตรวจสอบต้องลงวันที่ 30 กันยายน',
    auditLetter: 'ต้องแนบหนังสือของผู้สอบบัญชีก่อนส่งขออนุมัติ',
    auditLate: 'พ้นกำหนดวันที่เปิดงวดหลังการตรวจสอบแล้ว',
    account: 'โปรดระบุบัญชี',
    noAccount: (word: string) => `ไม่พบบัญชี “${word}” ที่หน่วยงานนี้ใช้ได้`,
    manyAccounts: (names: string, count: string) => `พบ ${count} บัญชี โปรดระบุรหัส: ${names}`,
    notCarried: (code: string) => `บัญชีรายได้ ค่าใช้จ่าย และผลของปีไม่มียอดยกมา (${code})`,
    counterparty: (code: string) => `ต้องเลือกหน่วยงานคู่บัญชี (${code})`,
    strangeUnit: 'ไม่พบหน่วยงานคู่บัญชีนี้',
    noRegister: (code: string) => `บัญชีนี้ไม่มีทะเบียนย่อย (${code})`,
    noKey: (word: string) => `ไม่พบ “${word}” ในทะเบียนย่อยของบัญชีนี้`,
    manyKeys: 'พบหลายรายการในทะเบียนย่อย โปรดระบุรหัส',
    bothSides: 'บรรทัดหนึ่งลงได้ด้านเดียว',
    noSide: 'โปรดระบุจำนวนเงินเดบิตหรือเครดิต',
    twoLines: 'ต้องมีอย่างน้อยสองบรรทัด',
    bothNeeded: 'ต้องมีทั้งด้านเดบิตและด้านเครดิต',
    manyRows: 'บันทึกในหน้าจอได้ไม่เกิน 500 บรรทัด',
    twice: 'บัญชีและทะเบียนย่อยนี้มีอยู่แล้วในแถวก่อนหน้า โปรดรวมเป็นแถวเดียว',
    noFile: 'โปรดเลือกไฟล์ยอดยกมา',
    file: { kind: 'ไฟล์นี้ไม่ใช่ CSV หรือ XLSX', large: 'ไฟล์ใหญ่เกินกำหนด (ไม่เกิน 2 เมกะไบต์)', unreadable: 'เปิดไฟล์นี้ไม่ได้ โปรดบันทึกใหม่เป็น XLSX หรือ CSV แล้วลองอีกครั้ง' },
    noHeads: (names: string) => `ไม่พบคอลัมน์ ${names} ในไฟล์ โปรดใช้แบบไฟล์ของระบบ`,
    noRows: 'ไฟล์นี้ไม่มีแถวที่มียอด',
    tooManyRows: 'ไฟล์มีเกิน 10,000 แถว',
    opening: (message: string) => `ยอดยกมาไม่ถูกต้อง: ${message}`,
    import: (count: string) => `ไฟล์นำเข้ามีข้อผิดพลาด ${count} รายการ จึงยังไม่ได้บันทึกสิ่งใด`,
    confirmFaults: { gone: 'ยังไม่ได้เปิดบัญชีของหน่วยงาน', noOpening: 'ยังไม่มียอดยกมาที่ผ่านรายการแล้ว', confirmed: 'ยืนยันไปแล้ว' },
    wrongSide: (place: string) => `ทะเบียนย่อยติดลบ โปรดแก้ไขก่อนยืนยัน: ${place}`,
    paste: 'โปรดวางข้อมูลจากตารางคำนวณก่อน',
    notYours: 'ร่างนี้เป็นของผู้อื่น ผู้จัดทำเท่านั้นที่แก้ไขหรือส่งได้',
    alreadyOpen: 'ปีงบประมาณนี้มียอดยกมาอยู่แล้ว มีได้เพียงฉบับเดียว',
    confirmedOpening: 'ยอดยกมานี้ยืนยันแล้วว่าถูกต้องครบถ้วน จึงกลับรายการไม่ได้',
  },
} as const
