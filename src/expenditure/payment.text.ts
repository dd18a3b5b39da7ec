// Words of payments and of what is withheld at them.
import { documentsText } from '../documents/index.ts'

export const paymentText = {
  listTitle: 'บันทึกการจ่ายเงิน',
  newTitle: 'บันทึกการจ่ายเงิน',
  empty: 'ไม่พบรายการจ่ายเงินตามเงื่อนไข',
  noClaims: 'ไม่มีฎีกาที่อนุมัติแล้วรอจ่าย',
  title: (number: string) => `จ่ายเงิน ${number}`,
  unposted: 'ยังไม่มีเลขที่',
  description: (payee: string, claims: string) => `จ่ายเงิน ${payee} ตามฎีกา ${claims}`,
  recognition: (grants: string) => `รับรู้รายได้เงินอุดหนุนตามที่จ่าย ${grants}`,
  channels: { cheque: 'เช็ค', withdrawal: 'ใบถอน', transfer: 'โอนเงิน', cash: 'เงินสด' },
  states: {
    recorded: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'จ่ายแล้ว' }, bounced: { kind: 'reversed', text: 'เงินตีกลับ' }, reversed: { kind: 'reversed', text: 'กลับรายการ' }, cancelled: { kind: 'refused', text: 'ยกเลิก' },
  },
  fields: {
    search: 'ผู้รับเงินหรือเลขที่เช็ค', claimIds: 'ฎีกาที่จ่าย', paymentDate: 'วันที่จ่าย', channel: 'จ่ายโดย', bankAccountId: 'จากบัญชี', chequeNumber: 'เช็คเลขที่', chequeDate: 'เช็คลงวันที่', handedTo: 'ผู้รับเช็ค (ชื่อและเลขประจำตัวหรือหนังสือมอบอำนาจ)',
    paperNumber: 'รายงานการจัดทำเช็ค/ใบถอน (กระดาษ) เลขที่', paperDate: 'รายงานลงวันที่', reference: 'เลขอ้างอิงของธนาคารหรือใบถอน', remark: 'หมายเหตุ', bouncedOn: 'วันที่ธนาคารคืนเงินหรือปฏิเสธการจ่าย',
  },
  hints: { paymentDate: 'เช็ค: วันที่ผู้รับมารับเช็ค โอนหรือถอน: วันที่เงินออกจากบัญชี' },
  columns: {
    choose: 'เลือก', voucher: 'ใบผ่านรายการจ่าย', bounceVoucher: 'ใบผ่านรายการเงินตีกลับ', date: 'วันที่จ่าย', payee: 'ผู้รับเงิน', channel: 'จ่ายโดย', gross: 'จำนวนเงิน', deducted: 'หัก', net: 'จ่ายสุทธิ', state: 'สถานะ', claim: 'ฎีกา',
    title: 'รายการ', department: 'หน่วยงานผู้เบิก', account: 'บัญชี', amount: 'จำนวนเงิน', report: 'รายงานการจัดทำเช็ค/ใบถอน', pay: 'บันทึกการจ่าย',
  },
  facts: { author: 'ผู้บันทึก', poster: 'ผู้อนุมัติ', reason: 'เหตุผล' },
  claims: 'ฎีกาที่จ่าย',
  work: { toPay: 'ฎีกาที่อนุมัติแล้วรอจ่าย', toPost: 'รายการจ่ายเงินรออนุมัติ' },
  waitingRows: 'เช็ค ใบถอน และรายการโอนในรายงานที่ลงนามแล้ว รอบันทึกการจ่าย',
  noRows: 'ไม่มีรายการในรายงานการจัดทำเช็ค/ใบถอนที่รอจ่าย',
  ofReport: (number: string, day: string) => `ตามรายงานการจัดทำเช็ค/ใบถอน ${number} ลงวันที่ ${day}`,
  paper: { copy: 'ฉบับ', words: (words: string) => `จ่ายสุทธิ (${words})`, undone: (state: string, reason: string) => `${state}: ${reason}`, receiver: 'ผู้รับเงิน' },
  total: 'รวม',
  batch: 'หลายราย',
  chooseBank: 'เลือกบัญชี',
  steps: { post: 'อนุมัติการจ่ายและผ่านรายการ', cancel: 'ยกเลิกการบันทึก', reverse: 'กลับรายการจ่าย', bounce: 'บันทึกเงินตีกลับ', print: 'พิมพ์บันทึกการจ่ายเงิน' },
  reasons: { cancel: 'เหตุผลที่ยกเลิก', reverse: 'เหตุผลที่กลับรายการ', bounce: 'เหตุผลตามที่ธนาคารแจ้ง' },
  done: { recorded: 'บันทึกการจ่ายเงินแล้ว รออนุมัติ', post: 'ผ่านรายการจ่ายแล้ว', cancel: 'ยกเลิกแล้ว ฎีกากลับไปรอจ่าย', reverse: 'กลับรายการแล้ว ฎีกากลับไปรอจ่าย', bounce: 'บันทึกเงินตีกลับและผ่านรายการแล้ว ฎีกากลับไปรอจ่ายอีกครั้ง' },
  bounce: {
    back: 'กลับไปหน้ารายการจ่าย',
    question: (payee: string) => `เงินที่จ่ายให้ ${payee} ไม่ถึงผู้รับเงินใช่หรือไม่`,
    consequences: [
      'ใช้เมื่อธนาคารคืนเงินโอน ไม่จ่ายตามใบถอน หรือปฏิเสธการจ่ายเงินตามเช็ค หลังจากผ่านรายการจ่ายแล้ว', 'เดบิตบัญชีธนาคาร เครดิตใบสำคัญค้างจ่ายอื่นของผู้รับเงิน เท่าจำนวนที่จ่ายสุทธิ',
      'ฎีกากลับไปรอจ่ายอีกครั้งเท่าจำนวนสุทธิ ภาษีหัก ณ ที่จ่าย หนังสือรับรอง และงบประมาณที่เบิกจ่ายคงเดิม',
    ],
    cheque: (number: string) => `เช็คเลขที่ ${number} ถูกยกเลิก ให้ขอคืนจากผู้รับเงิน`,
    description: (payee: string, voucher: string, reason: string) => `เงินตีกลับ ${payee} ตาม ${voucher} ${reason}`,
  },
  fileName: (day: string) => `payments-${day}`,
  trail: {
    actions: { create: 'บันทึก', post: 'อนุมัติและผ่านรายการ', cancel: 'ยกเลิก', reverse: 'กลับรายการ', bounce: 'บันทึกเงินตีกลับ' },
    fields: { on: { label: 'วันที่ธนาคารคืนเงิน', kind: 'date' }, date: { label: 'วันที่จ่าย', kind: 'date' }, net: { label: 'จ่ายสุทธิ', kind: 'money' }, voucher: 'ใบผ่านรายการ', cheque: 'เช็คเลขที่' },
  },
  withholding: {
    listTitle: 'ทะเบียนคุมภาษีหัก ณ ที่จ่าย',
    empty: 'ไม่มีภาษีหัก ณ ที่จ่ายในเดือนนี้',
    month: 'เดือน',
    form: 'แบบ',
    columns: { day: 'วันที่จ่าย', payee: 'ผู้ถูกหักภาษี', taxId: 'เลขประจำตัวผู้เสียภาษี', form: 'แบบ', base: 'เงินได้', rate: 'อัตรา %', tax: 'ภาษี', certificate: 'หนังสือรับรอง', payment: 'การจ่าย', state: 'สถานะ' },
    states: { issued: { kind: 'done', text: 'ใช้อยู่' }, cancelled: { kind: 'reversed', text: 'ยกเลิก' } },
    sum: (form: string) => `รวม ${form}`,
    all: 'รวมทุกแบบ',
    fileName: (month: string) => `withholding-${month}`,
    about: (month: string) => `เดือน${month}`,
  },
  errors: {
    ...documentsText.errors,
    faults: {
      noClaims: 'โปรดเลือกฎีกาที่จ่าย', payees: 'จ่ายรวมกันได้เฉพาะฎีกาของผู้รับเงินรายเดียวกัน', future: 'วันที่จ่ายต้องไม่เกินวันนี้', beforeClaim: 'วันที่จ่ายต้องไม่ก่อนวันที่ของฎีกา',
      noBank: 'โปรดเลือกบัญชีธนาคารที่ใช้งานอยู่', noCheque: 'โปรดกรอกเลขที่เช็ค เป็นตัวเลข', noChequeDate: 'โปรดกรอกวันที่ในเช็ค ไม่เกินวันที่ส่งมอบ', noReceiver: 'โปรดกรอกผู้รับเช็ค',
      paper: 'โปรดกรอกเลขที่และวันที่ของรายงานการจัดทำเช็ค/ใบถอนที่จัดทำบนกระดาษ', current: 'เช็คจ่ายได้จากบัญชีกระแสรายวันเท่านั้น', savings: 'ใบถอนใช้กับบัญชีออมทรัพย์หรือประจำ',
      cash: 'จำนวนเงินเกินวงเงินที่จ่ายเป็นเงินสดได้',
      report: 'การจ่ายด้วยเช็คหรือใบถอนต้องบันทึกจากรายงานการจัดทำเช็ค/ใบถอนที่อนุมัติและลงนามแล้ว', beforeBounce: 'วันที่จ่ายต้องไม่ก่อนวันที่ธนาคารคืนเงินของการจ่ายครั้งก่อน', beforeReport: 'วันที่จ่ายต้องไม่ก่อนวันที่ของรายงานการจัดทำเช็ค/ใบถอน', nothing: 'ฎีกาที่หักเต็มจำนวนไม่มีเงินต้องจ่าย ให้เลือกจ่ายเป็นเงินสดจำนวน 0.00 บาท',
    },
    stale: 'เช็คพ้นกำหนดขึ้นเงินแล้ว โปรดยกเลิกและออกเช็คแทนก่อนส่งมอบ',
    channel: 'โปรดเลือกวิธีจ่าย',
    closed: 'งวดบัญชีปิดแล้ว',
    notStanding: 'รายการจ่ายนี้ยกเลิกหรือกลับรายการแล้ว',
    taken: 'ฎีกาที่เลือกมีการจ่ายอยู่แล้ว',
    /** E_CASH */
    cash: (left: string) => `เงินคงเหลือไม่เพียงพอ บัญชีนี้จ่ายได้อีก ${left} บาท (หักรายการที่บันทึกจ่ายแล้วรออนุมัติ)`,
    /** E_DUP_SOURCE */
    posted: (number: string) => `เอกสารนี้บันทึกบัญชีแล้ว ใบผ่านรายการ ${number}`,
    /** E_PAYEE_UNVERIFIED, of a batch */
    unverified: (names: string, count: string) => `ข้อมูลบัญชีผู้รับเงินไม่ครบหรือยังไม่ผ่านการตรวจสอบ ${count} ราย จึงโอนเงินไม่ได้: ${names}`,
    /** INV-13 */
    changer: 'ผู้ขอเปลี่ยนหรือผู้รับรองบัญชีของผู้รับเงินรายนี้ จ่ายเงินให้ผู้รับเงินรายนี้ไม่ได้จนกว่าจะพ้นเวลาที่กำหนด',
    bounceFuture: 'วันที่ธนาคารคืนเงินต้องไม่เกินวันนี้',
    bounceBefore: 'วันที่ธนาคารคืนเงินต้องไม่ก่อนวันที่จ่าย',
    bounceCash: 'รายการนี้ไม่มีเงินออกจากบัญชีธนาคาร จึงบันทึกเงินตีกลับไม่ได้',
  },
} as const
