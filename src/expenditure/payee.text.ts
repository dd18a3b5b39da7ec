// Words of payees, their bank accounts and the file they are read in from.
import { documentsText } from '../documents/index.ts'

export const payeeText = {
  listTitle: 'ฐานข้อมูลเจ้าหนี้/ผู้มีสิทธิรับเงิน',
  newTitle: 'เพิ่มผู้มีสิทธิรับเงิน',
  editTitle: (name: string) => `แก้ไข ${name}`,
  importTitle: 'นำเข้าจากไฟล์',
  empty: 'ไม่พบผู้มีสิทธิรับเงินตามเงื่อนไข',
  shown: (from: string, all: string) => `แสดง ${from} จาก ${all} ราย`,
  fileName: (day: string) => `payees-${day}`,
  about: (day: string) => `ข้อมูล ณ วันที่ ${day}`,
  kinds: {
    juristic: 'นิติบุคคล', individual: 'บุคคลธรรมดา', state_body: 'หน่วยงานของรัฐ/รัฐวิสาหกิจ', exempt: 'องค์กรที่ได้รับยกเว้นภาษี', foreign_juristic: 'นิติบุคคลต่างประเทศ',
  },
  fields: {
    search: 'ชื่อ หรือเลขประจำตัวผู้เสียภาษี', kind: 'ประเภทผู้รับเงิน', taxId: 'เลขประจำตัวผู้เสียภาษี 13 หลัก', branch: 'สาขา (00000 คือสำนักงานใหญ่)', name: 'ชื่อ',
    englishName: 'ชื่อเจ้าของบัญชีภาษาอังกฤษ', address: 'เลขที่ หมู่ที่ ถนน', subdistrict: 'ตำบล/แขวง', district: 'อำเภอ/เขต', province: 'จังหวัด', postcode: 'รหัสไปรษณีย์',
    phone: 'โทรศัพท์', email: 'ไปรษณีย์อิเล็กทรอนิกส์', isVatRegistered: 'ภาษีมูลค่าเพิ่ม', isStaff: 'บุคลากรของหน่วยงาน', state: 'สถานะ',
  },
  hints: {
    kind: 'ประเภทกำหนดการหักภาษี ณ ที่จ่าย การแก้ไขภายหลังไม่เปลี่ยนใบผ่านรายการที่บันทึกแล้ว',
    taxId: 'บุคคลธรรมดาใช้เลขประจำตัวประชาชน หน่วยงานของรัฐและนิติบุคคลต่างประเทศเว้นว่างได้',
    englishName: 'ตามหน้าสมุดบัญชี ต้องมีก่อนโอนเงินเข้าบัญชี',
  },
  isVatRegistered: 'จดทะเบียนภาษีมูลค่าเพิ่ม',
  isStaff: 'เป็นบุคลากรของหน่วยงาน',
  columns: { name: 'ชื่อ', kind: 'ประเภท', taxId: 'เลขประจำตัวผู้เสียภาษี', branch: 'สาขา', province: 'จังหวัด', vat: 'จดทะเบียน VAT', staff: 'บุคลากร', accounts: 'บัญชีธนาคาร', state: 'สถานะ' },
  states: { active: { kind: 'done', text: 'ใช้งาน' }, inactive: { kind: 'refused', text: 'เลิกใช้' } },
  accounts: { verified: (count: string) => `ตรวจสอบแล้ว ${count} บัญชี`, waiting: (count: string) => `รอตรวจสอบ ${count} บัญชี`, none: 'ยังไม่มี' },
  yes: 'ใช่',
  no: 'ไม่ใช่',
  chooseKind: 'เลือกประเภท',
  edit: 'แก้ไขข้อมูล',
  waitingList: 'บัญชีรอตรวจสอบ',
  deactivate: 'เลิกใช้',
  activate: 'ใช้งานอีกครั้ง',
  done: {
    created: 'บันทึกผู้มีสิทธิรับเงินแล้ว', saved: 'แก้ไขข้อมูลแล้ว', deactivate: 'เลิกใช้แล้ว', activate: 'เปิดใช้งานแล้ว',
    requested: 'ส่งบัญชีธนาคารให้ตรวจสอบแล้ว', verified: 'บันทึกผลการตรวจสอบบัญชีแล้ว', refused: 'ไม่รับบัญชีนี้ และแจ้งเหตุผลแล้ว', imported: (count: string) => `นำเข้าแล้ว ${count} ราย`,
  },
  trail: {
    actions: {
      create: 'เพิ่ม', edit: 'แก้ไข', deactivate: 'เลิกใช้', activate: 'ใช้งานอีกครั้ง', 'request-account': 'ขอเพิ่มหรือเปลี่ยนบัญชีธนาคาร',
      'verify-account': 'ตรวจสอบบัญชีธนาคารแล้ว', 'refuse-account': 'ไม่รับบัญชีธนาคาร',
    },
    fields: {
      kind: 'ประเภท', taxId: 'เลขประจำตัวผู้เสียภาษี', branch: 'สาขา', name: 'ชื่อ', englishName: 'ชื่อภาษาอังกฤษ', address: 'ที่อยู่', subdistrict: 'ตำบล/แขวง', district: 'อำเภอ/เขต',
      province: 'จังหวัด', postcode: 'รหัสไปรษณีย์', phone: 'โทรศัพท์', email: 'ไปรษณีย์อิเล็กทรอนิกส์', bankName: 'ธนาคาร', accountBranch: 'สาขาธนาคาร', accountNumber: 'เลขที่บัญชี', accountName: 'ชื่อบัญชี',
    },
  },
  errors: {
    ...documentsText.errors,
    kind: 'โปรดเลือกประเภทผู้รับเงิน',
    taxId: 'เลขประจำตัวผู้เสียภาษีต้องมี 13 หลัก และหลักสุดท้ายต้องตรงตามการคำนวณ',
    taken: 'มีผู้มีสิทธิรับเงินเลขประจำตัวและสาขานี้แล้ว',
    branch: 'รหัสสาขาเป็นตัวเลขไม่เกิน 5 หลัก',
    name: 'โปรดกรอกชื่อ ไม่เกิน 200 ตัวอักษร',
    englishName: 'ชื่อภาษาอังกฤษต้องเป็นตัวอักษรภาษาอังกฤษ',
    postcode: 'รหัสไปรษณีย์เป็นตัวเลข 5 หลัก',
    email: 'ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ไม่ถูกต้อง',
    staff: 'บุคลากรของหน่วยงานต้องเป็นบุคคลธรรมดา',
    /** E_PAYEE_UNVERIFIED */
    unfit: (name: string, why: string) => `ข้อมูลบัญชีผู้รับเงินไม่ครบหรือยังไม่ผ่านการตรวจสอบ: ${name} ${why}`,
    why: {
      inactive: 'เลิกใช้แล้ว', noTaxId: 'ไม่มีเลขประจำตัวผู้เสียภาษี', noAccount: 'ไม่มีบัญชีธนาคารที่ตรวจสอบสมุดบัญชีแล้ว', noEnglishName: 'ไม่มีชื่อเจ้าของบัญชีภาษาอังกฤษ',
      cooling: 'บัญชีธนาคารเพิ่งเปลี่ยน ยังไม่พ้นเวลารอ',
    },
  },
  account: {
    listTitle: 'บัญชีผู้รับเงินรอตรวจสอบ',
    newTitle: 'เพิ่มหรือเปลี่ยนบัญชีธนาคาร',
    title: (number: string) => `บัญชีเลขที่ ${number}`,
    caption: 'บัญชีธนาคาร (แสดงทุกบัญชีที่เคยมี)',
    empty: 'ยังไม่มีบัญชีธนาคาร',
    noneWaiting: 'ไม่มีบัญชีรอตรวจสอบ',
    states: {
      requested: { kind: 'waiting', text: 'รอตรวจสอบ' }, verified: { kind: 'done', text: 'ตรวจสอบแล้ว' }, refused: { kind: 'refused', text: 'ไม่รับ' },
      replaced: { kind: 'reversed', text: 'ถูกแทนแล้ว' },
    },
    columns: { payee: 'ผู้รับเงิน', number: 'เลขที่บัญชี', name: 'ชื่อบัญชี', bank: 'ธนาคาร / สาขา', requested: 'ผู้ขอ', decided: 'ผู้ตรวจสอบ', usable: 'จ่ายได้ตั้งแต่', state: 'สถานะ' },
    fields: {
      bankCode: 'ธนาคาร', branch: 'สาขา', accountNumber: 'เลขที่บัญชี', accountName: 'ชื่อบัญชี', replacesId: 'ใช้แทนบัญชีเดิม', reason: 'เหตุผลที่เปลี่ยน', files: 'ภาพสมุดบัญชีหรือรายการเดินบัญชี',
    },
    numberHint: 'ตัวเลข 10 ถึง 15 หลัก พิมพ์เลขไทยหรือมีขีดคั่นได้',
    filesHint: 'หน้าสมุดเงินฝากหรือรายการเดินบัญชีกระแสรายวัน ไฟล์ PDF PNG หรือ JPEG',
    reasonHint: 'ต้องระบุเมื่อใช้แทนบัญชีเดิม',
    chooseBank: 'เลือกธนาคาร',
    addOnly: 'ไม่แทน เพิ่มเป็นอีกบัญชี',
    add: 'เพิ่มหรือเปลี่ยนบัญชี',
    decision: 'เหตุผลที่ไม่รับ',
    shared: (names: string) => `เลขที่บัญชีนี้ใช้กับผู้รับเงินรายอื่นด้วย: ${names} โปรดตรวจสอบก่อนรับรอง`,
    verify: 'รับรองว่าตรงกับสมุดบัญชี',
    refuse: 'ไม่รับบัญชีนี้',
    refuseReason: 'เหตุผลที่ไม่รับ',
    errors: {
      /** PA-8 */
      notTheirs: 'บัญชีนี้ไม่ใช่บัญชีของผู้รับเงินที่ใช้จ่ายได้ในขณะนี้ โปรดเลือกใหม่',
      choose: 'ผู้รับเงินมีบัญชีที่ใช้ได้มากกว่า 1 บัญชี โปรดเลือกบัญชีที่จะโอนเข้า',
      many: 'ผู้รับเงินมีบัญชีที่ใช้ได้มากกว่า 1 บัญชี แต่ฎีกาไม่ได้ระบุบัญชีที่จะโอนเข้า จึงโอนไม่ได้ โปรดจ่ายด้วยเช็คหรือจัดทำฎีกาใหม่',
      gone: 'บัญชีของผู้รับเงินที่ระบุในฎีกายังใช้จ่ายไม่ได้หรือเลิกใช้แล้ว จึงโอนไม่ได้ โปรดตรวจสอบบัญชีในฐานข้อมูลเจ้าหนี้/ผู้มีสิทธิรับเงิน',
      bankCode: 'โปรดเลือกธนาคารจากรายการ', branch: 'โปรดกรอกสาขา ไม่เกิน 100 ตัวอักษร', accountNumber: 'เลขที่บัญชีต้องเป็นตัวเลข 10 ถึง 15 หลัก',
      accountName: 'โปรดกรอกชื่อบัญชี ไม่เกิน 200 ตัวอักษร', reason: 'โปรดระบุเหตุผลที่เปลี่ยนบัญชี', refusal: 'โปรดระบุเหตุผลที่ไม่รับ ไม่เกิน 300 ตัวอักษร',
      replacesId: 'บัญชีเดิมที่เลือกไม่ได้ใช้อยู่แล้ว', taken: 'ผู้รับเงินรายนี้มีเลขที่บัญชีนี้แล้ว', oneRequest: 'ผู้รับเงินรายนี้มีบัญชีที่รอตรวจสอบอยู่แล้ว', decided: 'มีผู้ตรวจสอบบัญชีนี้ไปแล้ว',
    },
  },
  import: {
    file: 'ไฟล์ CSV หรือ Excel',
    fileHint: 'ไม่เกิน 2 MB และ 2,000 ราย',
    fileName: 'payees-template.csv',
    faults: { caption: (count: string, shown: string) => `ข้อผิดพลาด ${count} แห่ง (แสดง ${shown})`, row: 'แถว', column: 'คอลัมน์', reason: 'สาเหตุ' },
    errors: {
      /** E_IMPORT */
      faults: (count: string) => `ไฟล์นำเข้ามีข้อผิดพลาด ${count} แห่ง ยังไม่ได้บันทึกรายการใด`,
      noFile: 'โปรดเลือกไฟล์', noHeads: (names: string) => `ไม่พบคอลัมน์ ${names}`, noRows: 'ไม่พบข้อมูลในไฟล์', long: (most: string) => `ไฟล์มีเกิน ${most} ราย`, twin: 'ซ้ำกับแถวก่อนหน้าในไฟล์',
      files: { kind: 'ไฟล์ต้องเป็น CSV หรือ Excel (.xlsx)', large: 'ไฟล์ใหญ่เกินไป', unreadable: 'อ่านไฟล์ไม่ได้' },
    },
  },
} as const
