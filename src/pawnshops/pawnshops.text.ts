// Words the room of pawnshops speaks.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

const states = {
  draft: { kind: 'draft', text: 'ร่าง' }, submitted: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'ผ่านรายการแล้ว' },
  reversed: { kind: 'reversed', text: 'กลับรายการแล้ว' }, cancelled: { kind: 'refused', text: 'ยกเลิก' },
} as const satisfies Readonly<Record<string, Status>>

export const pawnshopsText = {
  sum: 'รวม',
  unit: '(หน่วย : บาท)',
  noNumber: '(ร่าง)',
  states,
  /** The names of the daily documents, their lists and forms. */
  books: {
    receipt: {
      title: 'ใบผ่านรายการรับ (แบบ ส.ธ.๑)', listTitle: 'บันทึกการรับเงินสถานธนานุบาล (แบบ ส.ธ.๑)', newTitle: 'บันทึกการรับเงินประจำวัน',
      editTitle: 'แก้ไขร่างการรับเงิน', empty: 'ยังไม่มีการบันทึกรับเงินตามเงื่อนไขที่เลือก',
      lead: 'ยกยอดจากแบบ ส.ธ.๑ ของแต่ละวัน แนบแบบ ส.ธ.๑ แล้วส่งให้ผู้จัดการอนุมัติ ระบบจะออกใบผ่านรายการรับให้',
      total: 'รับเงินรวมตามแบบ ส.ธ.๑', reference: 'เลขที่/เล่มที่ แบบ ส.ธ.๑', description: (day: string) => `รับเงินตามแบบ ส.ธ.๑ วันที่ ${day}`,
    },
    pledge: {
      title: 'ใบผ่านรายการเงินจำนำ', listTitle: 'ใบผ่านรายการเงินจำนำ', newTitle: 'บันทึกจ่ายเงินรับจำนำประจำวัน',
      editTitle: 'แก้ไขร่างการจ่ายเงินรับจำนำ', empty: 'ยังไม่มีใบผ่านรายการเงินจำนำตามเงื่อนไขที่เลือก',
      lead: 'เงินรับจำนำจ่ายจากเงินสดในมือ บันทึกเป็นรายตั๋วหรือเป็นยอดรวมของวัน',
      total: 'จ่ายเงินรับจำนำรวมของวัน', reference: 'เลขที่/เล่มที่ ต้นขั้วตั๋วรับจำนำ', description: (day: string) => `จ่ายเงินรับจำนำ วันที่ ${day}`,
    },
    forfeiture: {
      title: 'บัญชีทรัพย์หลุดจำนำ', listTitle: 'ทรัพย์หลุดจำนำ', newTitle: 'บันทึกทรัพย์หลุดจำนำ',
      editTitle: 'แก้ไขร่างทรัพย์หลุดจำนำ', empty: 'ยังไม่มีบัญชีทรัพย์หลุดจำนำตามเงื่อนไขที่เลือก',
      lead: 'ตั๋วที่พ้นกำหนดและครบระยะประกาศแล้วไม่มีผู้ไถ่ถอน เมื่ออนุมัติ เงินต้นจะโอนจากลูกหนี้เป็นทรัพย์หลุดจำนำ',
      total: 'เงินต้นรวมของทรัพย์หลุดจำนำ', reference: 'เลขที่ประกาศทรัพย์หลุดจำนำ', description: (day: string) => `ทรัพย์หลุดจำนำ วันที่ ${day}`,
    },
  },
  events: {
    pledge: 'รับจำนำ', increase: 'เพิ่มเงินต้น', redeem: 'ไถ่ถอน', interest: 'ส่งดอกเบี้ย', reduce: 'ลดเงินต้น', sale: 'จำหน่ายทรัพย์หลุดจำนำ',
    income: 'รายได้อื่น', loan: 'รับเงินกู้/เงินยืม', other: 'รับคืน ประกัน หรือฝาก', forfeit: 'หลุดจำนำ',
  },
  cells: {
    event: 'รายการ', ticket: 'เลขที่ตั๋ว', count: 'จำนวนตั๋ว', newTicket: 'ตั๋วใหม่', pledgedOn: 'วันที่รับจำนำ', principal: 'เงินต้น/ราคาทุน',
    interest: 'ดอกเบี้ย', accrued: 'ค้างรับยกมา', proceeds: 'เงินรับ', account: 'ประเภทเงิน', counterparty: 'คู่บัญชี/ทะเบียน', memo: 'หมายเหตุ',
  },
  accruedReversed: 'ดอกเบี้ยค้างรับที่กลับรายการ',
  lines: { caption: 'รายการของวัน', more: 'เพิ่มแถว', choose: '- เลือก -', none: 'ไม่มีรายการ', tickets: (n: string) => `${n} ตั๋ว` },
  fields: {
    documentDate: 'วันที่', place: 'รับเงินเข้า', total: 'ยอดรวม', remark: 'หมายเหตุ', duplicateReason: 'เหตุผลที่บันทึกซ้ำ', author: 'ผู้จัดทำ', approver: 'ผู้อนุมัติ', voucher: 'ใบผ่านรายการ',
    fiscalYear: 'ปีงบประมาณ', lines: 'จำนวนรายการ', files: 'แบบ ส.ธ.๑ ที่ลงนามแล้ว', search: 'เลขที่ตั๋ว หรือเลขที่เอกสาร', number: 'เลขที่', state: 'สถานะ', amount: 'จำนวนเงิน',
  },
  filesHint: 'แนบได้ตอนนี้หรือหลังบันทึกร่าง ต้องมีก่อนส่งขออนุมัติ',
  cash: 'เงินสดในมือ',
  buttons: {
    save: 'บันทึกร่าง', submit: 'ส่งขออนุมัติ', withdraw: 'ดึงกลับมาแก้ไข', approve: 'อนุมัติและผ่านรายการ', return: 'ส่งคืนแก้ไข', returnReason: 'เหตุผลที่ส่งคืน',
    reverse: 'กลับรายการ', reverseReason: 'เหตุผลที่กลับรายการ', cancel: 'ยกเลิกร่าง', edit: 'แก้ไขร่าง', print: 'พิมพ์',
  },
  returned: (reason: string) => `ผู้อนุมัติส่งคืน: ${reason}`,
  done: {
    saved: 'บันทึกร่างแล้ว', submit: 'ส่งขออนุมัติแล้ว', withdraw: 'ดึงกลับมาเป็นร่างแล้ว', approve: 'อนุมัติและผ่านรายการแล้ว', return: 'ส่งคืนแก้ไขแล้ว',
    reverse: 'กลับรายการแล้ว', cancel: 'ยกเลิกร่างแล้ว',
  },
  signers: { preparer: 'ผู้จัดทำ', checker: 'ผู้ตรวจสอบ', approver: 'ผู้อนุมัติ' },
  mark: 'ฉบับ',
  trail: {
    actions: {
      create: 'จัดทำ', edit: 'แก้ไข', submit: 'ส่งขออนุมัติ', withdraw: 'ดึงกลับ', approve: 'อนุมัติและผ่านรายการ', return: 'ส่งคืน', reverse: 'กลับรายการ', cancel: 'ยกเลิก',
    },
    fields: {
      date: { label: 'วันที่', kind: 'date' }, total: { label: 'ยอดรวม', kind: 'money' }, lines: 'จำนวนรายการ', voucher: 'ใบผ่านรายการ', local: { label: 'เงินทำนุบำรุงท้องถิ่น', kind: 'money' },
      capital: { label: 'ทุนดำเนินการ', kind: 'money' }, bonus: { label: 'เงินบำเหน็จรางวัล', kind: 'money' },
    },
  },
  ticket: {
    listTitle: 'สรุปตั๋วรับจำนำ', lead: 'จากเอกสารที่ผ่านรายการแล้ว เฉพาะตั๋วที่บันทึกเลขที่', empty: 'ไม่มีตั๋วตามเงื่อนไขที่เลือก',
    columns: { ticket: 'เลขที่ตั๋ว', pledgedOn: 'วันที่รับจำนำ', due: 'หลุดจำนำได้ตั้งแต่', principal: 'เงินต้นคงเหลือ', inStock: 'ทรัพย์หลุดจำนำคงเหลือ', state: 'สถานะ' },
    states: {
      open: { kind: 'waiting', text: 'รับจำนำอยู่' }, due: { kind: 'refused', text: 'พ้นกำหนด' }, stock: { kind: 'done', text: 'หลุดจำนำ' },
    } satisfies Readonly<Record<string, Status>>,
    filter: 'แสดง', inLedger: 'ยอดตามบัญชี', difference: 'ผลต่าง (รายการที่บันทึกเป็นยอดรวม)',
    debtors: 'ลูกหนี้ - ทรัพย์รับจำนำ', stock: 'ทรัพย์หลุดจำนำ', ofTickets: 'ตามทะเบียนตั๋ว',
    asOf: (day: string) => `ณ วันที่ ${day}`, fileName: (day: string) => `pawn-tickets-${day}`,
  },
  sharing: {
    listTitle: 'จัดสรรกำไรสถานธนานุบาล', newTitle: 'บันทึกการจัดสรรกำไร', empty: 'ยังไม่มีการจัดสรรกำไร', title: 'การจัดสรรกำไรสุทธิ',
    lead: 'กำไรสะสมของปีที่ปิดบัญชีแล้วจัดสรรเป็นเงินทำนุบำรุงท้องถิ่น ทุนดำเนินการ และเงินบำเหน็จรางวัล ตามระเบียบ',
    profit: 'กำไรที่จัดสรร', available: 'กำไร/ขาดทุนสะสมคงเหลือ', reference: 'มติ/หนังสือที่ให้จัดสรร',
    shares: { local: 'เงินทำนุบำรุงท้องถิ่น', capital: 'ทุนดำเนินการ', bonus: 'เงินบำเหน็จรางวัล' },
    share: 'รายการ', amount: 'จำนวนเงิน', percent: 'ร้อยละ', description: (reference: string) => `จัดสรรกำไรสถานธนานุบาล ${reference}`,
  },
  held: { 'pawn-debtors': 'ลูกหนี้ - ทรัพย์รับจำนำ', 'forfeited-goods': 'ทรัพย์หลุดจำนำ', 'pawn-interest-accrued': 'ดอกเบี้ยรับจำนำค้างรับ' },
  lastDay: (day: string) => `บันทึกการรับเงิน (แบบ ส.ธ.๑) ล่าสุด วันที่ ${day}`,
  noDay: 'ยังไม่เคยบันทึกการรับเงิน (แบบ ส.ธ.๑)',
  work: {
    draft: (title: string) => `ร่าง${title}ของท่าน รอส่งขออนุมัติ`, submitted: (title: string) => `${title} รอท่านอนุมัติ`,
    open: {
      draft: (title: string, count: string, amount: string) => `${title}ที่ยังเป็นร่าง ${count} ฉบับ ${amount} บาท`,
      submitted: (title: string, count: string, amount: string) => `${title}ที่รออนุมัติ ${count} ฉบับ ${amount} บาท`,
    },
  },
  errors: {
    ...documentsText.errors,
    event: 'โปรดเลือกรายการ',
    notHere: 'รายการนี้ไม่ใช้ช่องนี้',
    noLine: 'ต้องมีรายการอย่างน้อยหนึ่งรายการ',
    manyLines: (most: string) => `บันทึกได้ไม่เกิน ${most} รายการต่อฉบับ`,
    ticketOrCount: 'โปรดระบุเลขที่ตั๋ว หรือจำนวนตั๋วของยอดรวม อย่างใดอย่างหนึ่ง',
    ticketTwice: 'ตั๋วนี้อยู่ในเอกสารฉบับนี้แล้ว',
    ticketTaken: 'ตั๋วเลขที่นี้ยังค้างอยู่ในทะเบียน โปรดตรวจสอบเลขที่ตั๋ว',
    unknownRenewed: 'ตั๋วนี้ไม่อยู่ในทะเบียน โปรดบันทึกในตั๋วรับจำนำยกมาก่อน จึงจะออกตั๋วใหม่แทนได้',
    backwards: (day: string) => `ตั๋วนี้มีรายการวันที่ ${day} แล้ว วันที่เอกสารต้องไม่ก่อนวันนั้น`,
    overTicket: (rest: string) => `เกินเงินต้นคงเหลือของตั๋ว (${rest} บาท)`,
    moved: 'เงินต้นของตั๋วเปลี่ยนไปหลังจากจัดทำเอกสาร โปรดส่งคืนแก้ไขใหม่',
    usedLater: (number: string) => `กลับรายการไม่ได้ ตั๋วในเอกสารนี้ถูกใช้ใน ${number} ภายหลัง โปรดกลับรายการนั้นก่อน`,
    wholeTicket: (rest: string) => `ไถ่ถอนต้องชำระเงินต้นทั้งหมดของตั๋ว ${rest} บาท หากชำระบางส่วนให้เลือกลดเงินต้น`,
    overStock: (rest: string) => `เกินราคาทุนของทรัพย์หลุดจำนำคงเหลือ (${rest} บาท)`,
    ceiling: (most: string) => `เงินรับจำนำต่อหนึ่งรายต้องไม่เกิน ${most} บาท`,
    interest: (most: string) => `ดอกเบี้ยเกินอัตราตามกฎหมาย คำนวณได้ไม่เกิน ${most} บาท`,
    accrued: 'ดอกเบี้ยค้างรับยกมาต้องไม่เกินดอกเบี้ยที่รับ',
    pledgedOn: 'โปรดระบุวันที่รับจำนำ เพราะตั๋วนี้ไม่อยู่ในทะเบียน',
    tooEarly: (day: string) => `ยังไม่ครบกำหนดหลุดจำนำ บันทึกได้ตั้งแต่วันที่ ${day}`,
    account: 'โปรดเลือกประเภทเงินของรายการ',
    contract: 'ไม่พบสัญญานี้ โปรดระบุเลขที่สัญญา',
    movedPlace: 'ทะเบียนที่รายการนี้อ้างเปลี่ยนไปหลังจากจัดทำเอกสาร โปรดส่งคืนแก้ไขใหม่',
    place: 'โปรดเลือกว่ารับเป็นเงินสดหรือเข้าบัญชีธนาคารใด',
    total: (lines: string, difference: string) => `ยอดรวมตามรายการ ${lines} บาท ต่างจากยอดที่ระบุ ${difference} บาท`,
    future: 'วันที่ต้องไม่เกินวันปัจจุบัน',
    closed: 'งวดบัญชีของวันที่นี้ปิดแล้วหรือยังไม่เปิด',
    /** E_CASH */
    cash: (rest: string) => `เงินคงเหลือไม่เพียงพอ (เงินสดในมือ ${rest} บาท) โปรดถอนเงินจากธนาคารก่อน`,
    /** E_SUBLEDGER_NEG */
    wouldTurn: (account: string, rest: string) => `เกินยอดคงเหลือในทะเบียน (${account} คงเหลือ ${rest} บาท)`,
    attachment: 'ต้องแนบแบบ ส.ธ.๑ ก่อนส่งขออนุมัติ',
    /** W_DUP */
    samePaper: (number: string, day: string, total: string) => `พบเอกสารซ้ำ ${number} วันที่ ${day} ยอด ${total} บาท หากเป็นคนละฉบับโปรดระบุเหตุผล`,
    notYours: 'ร่างเป็นของผู้จัดทำเท่านั้น',
    reference: 'โปรดระบุมติหรือหนังสือที่ให้จัดสรร',
    overProfit: (rest: string) => `เกินกำไรสะสมที่จัดสรรได้ (${rest} บาท)`,
    sharePaid: (account: string) => `กลับรายการไม่ได้ ส่วนแบ่งกำไรในบัญชี ${account} จ่ายหรือตั้งฎีกาไปแล้ว โปรดกลับรายการจ่ายหรือยกเลิกฎีกาก่อน`,
    noProfit: 'ไม่มีกำไรสะสมให้จัดสรร ขาดทุนต้องชดเชยก่อน',
  },
} as const
