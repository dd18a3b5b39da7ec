// Words of ทะเบียนลูกหนี้ภาษี, of the runs of 30 September and of aged arrears.
import { formatMoney, isZero, type Money } from '../platform/money.ts'
import { receiptsText } from './receipts.text.ts'
import { type Late, type Reckoned, type ReckonedSign, type Sign } from './tax-rule/tax-rule.ts'

interface ToReckon {
  readonly part: 'tax' | 'penalty' | 'surcharge'
  readonly year: string
  readonly signs: readonly (Pick<Sign, 'width' | 'height'> & ReckonedSign)[]
  readonly reckoned: Reckoned
  readonly ahead: Late
}

/** As much as a line of a receipt holds. */
const longest = 200

/** 'เงินเพิ่มร้อยละ 1 ต่อเดือน 3 เดือน ของภาษี 12,000.00 บาท' */
function reckoned({ part, year, signs, reckoned: { penalty, surcharges }, ahead }: ToReckon): string {
  const ofTax = (of: Money) => `ของภาษี ${formatMoney(of)} บาท`
  const less = (amount: Money) => (isZero(amount) ? [] : [`หักที่ได้รับลดหรือชำระแล้ว ${formatMoney(amount)}`])
  const told = {
    tax: [`ปีภาษี ${year}`, ...signs.map(({ width, height, units, rate, tax, isLeast }) => `ป้าย ${width}×${height} ซม. ${units} หน่วย × ${rate} บาท${isLeast ? ' ขั้นต่ำ' : ' ='} ${formatMoney(tax)}`)],
    penalty: penalty ? [`เบี้ยปรับร้อยละ ${penalty.rate} ${ofTax(penalty.of)}`, ...less(ahead.penalty)] : [],
    surcharge: [...surcharges.map(({ of, rate, months, isCapped }) => `เงินเพิ่มร้อยละ ${rate} ต่อเดือน ${months} เดือน ${ofTax(of)}${isCapped ? ' ไม่เกินค่าภาษี' : ''}`), ...less(ahead.surcharge)],
  }[part]
  const whole = told.join(' · ')
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 1)}…`
}

export const taxDebtText = {
  listTitle: 'ทะเบียนลูกหนี้ภาษี',
  agedTitle: 'รายงานอายุหนี้ลูกหนี้ภาษี',
  newTitle: 'ประเมินภาษี',
  title: (number: string) => `รายการประเมินภาษี ${number}`,
  paperTitle: 'รายการประเมินภาษีและหนี้คงเหลือ',
  print: 'พิมพ์รายการประเมิน',
  asOf: (day: string) => `ณ วันที่ ${day}`,
  states: {
    open: { kind: 'waiting', text: 'ค้างชำระ' }, late: { kind: 'refused', text: 'เกินกำหนด' }, paid: { kind: 'done', text: 'ชำระครบแล้ว' }, reducing: { kind: 'waiting', text: 'ขอลด รอยืนยัน' }, cancelling: { kind: 'waiting', text: 'ขอยกเลิก รอยืนยัน' }, cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  },
  columns: {
    number: 'เลขที่', taxpayer: 'ผู้ชำระภาษี', tax: 'ภาษีและปี', assessed: 'ประเมิน', discount: 'ส่วนลด', reduced: 'ลดเบี้ยปรับ/เงินเพิ่ม', paid: 'ชำระแล้ว', writtenOff: 'จำหน่าย', balance: 'คงเหลือ', due: 'ครบกำหนด', state: 'สถานะ',
    part: 'งวดที่', amount: 'จำนวนเงิน (บาท)', item: 'รายการ', income: 'ประเภทรายรับ', reference: 'อ้างอิงในใบเสร็จ', place: 'ที่ตั้งทรัพย์สิน',
  },
  bands: ['ยังไม่ครบกำหนด', '1–30 วัน', '31–60 วัน', '61–90 วัน', '91–180 วัน', '181–365 วัน', 'เกิน 1 ปี'],
  fields: {
    taxpayer: 'ผู้ชำระภาษี', address: 'ที่อยู่', taxKind: 'ประเภทภาษี', taxYear: 'ปีภาษี (พ.ศ.)', assessed: 'ภาษีที่ประเมิน', assessedHint: 'เว้นว่างสำหรับภาษีป้าย ระบบคำนวณจากป้ายด้านล่าง', discount: 'ส่วนลด',
    noticeDate: 'วันที่แจ้งการประเมิน', dueDate: 'วันครบกำหนดชำระ', parts: 'จำนวนงวด', partsHint: 'ภาษีที่ดินตั้งแต่ 3,000 บาทผ่อนได้ 3 งวด', opening: 'ยอดยกมา', openingHint: 'เป็นลูกหนี้ค้างชำระก่อนเริ่มใช้ระบบ',
    filedLate: 'การยื่นแบบ', filedLateHint: 'ยื่นแบบภาษีป้ายเกินกำหนด', remark: 'หมายเหตุ', warnedOn: 'วันที่ได้รับหนังสือแจ้งเตือน', warnedUntil: 'ให้ชำระภายในวันที่', payOn: 'คำนวณ ณ วันที่ชำระ',
    search: 'ค้นหา', searchHint: 'ชื่อ เลขที่ หรือที่ตั้งทรัพย์สิน', state: 'สถานะ', notice: 'วันที่แจ้ง', preparer: 'ผู้ประเมิน', setUp: 'สถานะทางบัญชี', reason: 'เหตุผลที่ยกเลิก', asker: 'ผู้ขอยกเลิก', refusal: 'เหตุผลที่ไม่ยกเลิก',
  },
  signs: 'ป้ายที่ประเมิน',
  sign: { width: 'กว้าง (ซม.)', height: 'ยาว (ซม.)', script: 'อักษร', moving: 'ลักษณะ', tax: 'ภาษี (บาท)' },
  scripts: { thai: 'ไทยล้วน', mixed: 'ไทยปนต่างประเทศหรือภาพ', foreign: 'ไม่มีไทย หรือไทยอยู่ต่ำกว่า' },
  moving: { still: 'ป้ายคงที่', moving: 'ป้ายเคลื่อนที่หรือเปลี่ยนข้อความ' },
  setUp: { yes: 'ตั้งเป็นลูกหนี้แล้ว รับชำระเป็นการลดลูกหนี้', no: 'ยังไม่ตั้งลูกหนี้ รับชำระเป็นรายได้' },
  choose: 'เลือก',
  /** Written in the reference where the payer owes this tax by the register, but this payment is of something else. */
  notInRegister: 'ไม่มีในทะเบียน',
  empty: 'ไม่พบรายการประเมินภาษี',
  shown: (shown: string, all: string) => `แสดง ${shown} จาก ${all} รายการ`,
  sumOfAll: 'รวมทุกหน้า',
  partsTitle: 'งวดที่ค้างชำระ',
  noParts: 'ไม่มีงวดค้างชำระ',
  dueTitle: (day: string) => `ยอดที่ต้องชำระในวันที่ ${day}`,
  noDue: 'ไม่มียอดต้องชำระ',
  dueKinds: { tax: 'ค่าภาษี', penalty: 'เบี้ยปรับ', surcharge: 'เงินเพิ่ม' },
  reckoned,
  moreSigns: 'เพิ่มแถว',
  none: 'ไม่ระบุ',
  save: 'บันทึกการประเมิน',
  saved: 'บันทึกการประเมินแล้ว',
  cancel: 'ขอยกเลิกการประเมิน',
  confirmCancel: 'ยืนยันการยกเลิก',
  refuseCancel: 'ไม่ยกเลิก',
  warn: 'บันทึกหนังสือแจ้งเตือน',
  reckon: 'คำนวณ',
  warnQuestion: (number: string) => `ผู้ชำระภาษีได้รับหนังสือแจ้งเตือนของ ${number} แล้วหรือไม่`,
  warnConsequences: ['เบี้ยปรับคิดตามเวลาที่ชำระเทียบกับหนังสือแจ้งเตือน'],
  collect: 'รับชำระและออกใบเสร็จ',
  writeOff: 'จำหน่ายหนี้สูญ',
  runs: 'ตั้งลูกหนี้และค่าเผื่อ ณ 30 กันยายน',
  aged: 'รายงานอายุหนี้',
  list: 'ทะเบียน',
  done: { cancel: 'ส่งขอยกเลิกการประเมินแล้ว', confirmCancel: 'ยกเลิกการประเมินแล้ว', refuseCancel: 'ไม่ยกเลิกการประเมิน หนี้คงเดิม', warn: 'บันทึกหนังสือแจ้งเตือนแล้ว' },
  errors: {
    ...receiptsText.errors,
    taxKind: 'โปรดเลือกประเภทภาษี',
    abolished: 'ภาษีนี้ยกเลิกแล้ว บันทึกได้เฉพาะหนี้ยกมา',
    taxpayer: 'โปรดเลือกผู้ชำระภาษีที่ใช้อยู่',
    taxYear: 'โปรดระบุปีภาษีเป็น พ.ศ. เช่น 2569',
    dueBefore: 'วันครบกำหนดต้องไม่ก่อนวันที่แจ้งการประเมิน',
    discount: 'ส่วนลดต้องน้อยกว่าภาษีที่ประเมิน',
    parts: 'ผ่อนชำระได้เฉพาะภาษีที่ดินและสิ่งปลูกสร้างตามจำนวนที่กฎหมายกำหนด',
    noAmount: 'โปรดระบุภาษีที่ประเมิน',
    noSign: 'โปรดระบุป้ายอย่างน้อยหนึ่งป้าย หรือภาษีที่ประเมิน',
    size: 'โปรดระบุขนาดเป็นเซนติเมตร จำนวนเต็ม 1 ถึง 100,000',
    script: 'โปรดเลือกลักษณะอักษร',
    settled: 'มีการชำระ จำหน่าย หรือตั้งลูกหนี้แล้ว จึงยกเลิกการประเมินไม่ได้ ลูกหนี้ที่ตั้งแล้วหรือยกมาให้จำหน่ายหนี้สูญ',
    warning: 'หนังสือแจ้งเตือนต้องหลังวันครบกำหนด และให้เวลาชำระไม่ก่อนวันที่ได้รับ',
    noDebt: (named: string) => `ไม่พบการประเมิน ${named} หรือยกเลิกแล้ว`,
    chooseDebt: (numbers: string) => `โปรดระบุเลขที่การประเมินในช่องอ้างอิง: ${numbers}`,
    nameDebt: (numbers: string, none: string) => `ผู้ชำระเงินมีหนี้ภาษีนี้ค้างอยู่ โปรดระบุเลขที่การประเมินในช่องอ้างอิง (${numbers}) หรือพิมพ์ ${none}`,
    setUpFirst: (year: string) => `ต้องตั้งลูกหนี้ภาษีค้าง ณ 30 กันยายน ของปีงบประมาณ ${year} ก่อน จึงรับชำระหนี้ของปีนั้นได้ (ทะเบียนลูกหนี้ภาษี › ตั้งลูกหนี้และค่าเผื่อ ณ 30 กันยายน)`,
    late: (penalty: string, surcharge: string) => `ค่าภาษีส่วนนี้มีเบี้ยปรับ ${penalty} บาท และเงินเพิ่ม ${surcharge} บาท ต้องรับพร้อมกันให้ครบจำนวน การลดหรืองดต้องบันทึกคำสั่งที่รายการประเมินและให้หัวหน้าหน่วยงานคลังยืนยันก่อน`,
    lateMost: (penalty: string, surcharge: string) => `ค้างเบี้ยปรับ ${penalty} บาท และเงินเพิ่ม ${surcharge} บาท รับเกินกว่านี้ไม่ได้`,
    over: (asked: string, left: string) => `รับชำระ ${asked} บาทเกินหนี้คงเหลือ ${left} บาท`,
    account: (right: string) => `หนี้นี้ต้องรับชำระด้วยประเภทรายรับ ${right}`,
  },
  trail: {
    actions: { create: 'ประเมิน', cancel: 'ขอยกเลิก', 'confirm-cancel': 'ยกเลิก', 'refuse-cancel': 'ไม่ยกเลิก', warn: 'แจ้งเตือน', reduce: 'ขอลดเบี้ยปรับ/เงินเพิ่ม', 'confirm-reduction': 'ลดเบี้ยปรับ/เงินเพิ่ม', 'refuse-reduction': 'ไม่ลดเบี้ยปรับ/เงินเพิ่ม' },
    fields: { number: 'เลขที่', assessed: { label: 'ประเมิน', kind: 'money' }, due: { label: 'ครบกำหนด', kind: 'date' }, warnedOn: { label: 'แจ้งเตือน', kind: 'date' }, reduced: { label: 'ลด', kind: 'money' }, order: 'คำสั่งหรือหนังสือ', orderDate: { label: 'ลงวันที่', kind: 'date' } },
  },
} as const
