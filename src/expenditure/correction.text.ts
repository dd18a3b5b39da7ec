// Words of ปรับปรุงรายจ่าย.
import { type Status } from '../platform/http/components.ts'
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText

const states = {
  submitted: { kind: 'waiting', text: 'รออนุมัติ' }, posted: { kind: 'done', text: 'ปรับปรุงแล้ว' }, refused: { kind: 'refused', text: 'ไม่อนุมัติ' }, cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  reversed: { kind: 'reversed', text: 'กลับรายการ' },
} satisfies Readonly<Record<string, Status>>

export const correctionText = {
  states,
  listTitle: 'ปรับปรุงรายจ่าย',
  registerTitle: 'ทะเบียนใบปรับปรุงรายจ่าย',
  newTitle: 'จัดทำใบปรับปรุงรายจ่าย',
  title: 'ใบปรับปรุงรายจ่าย',
  empty: 'ไม่พบใบปรับปรุงรายจ่ายตามเงื่อนไข การปรับปรุงเริ่มจากหน้าฎีกาที่จ่ายเงินแล้ว',
  fileName: 'expense-corrections',
  open: 'ปรับปรุงรายจ่าย',
  chooseClaim: 'โปรดเปิดฎีกาที่จ่ายเงินแล้ว แล้วเลือก “ปรับปรุงรายจ่าย”',
  ofClaim: 'การปรับปรุงรายจ่ายของฎีกานี้',
  choose: 'โปรดเลือก',
  save: 'บันทึกและเสนออนุมัติ',
  hint: 'เมื่ออนุมัติ ระบบบันทึกใบผ่านรายการทั่วไป และย้ายยอดเบิกจ่ายไปยังรายการงบประมาณที่ถูกต้อง เงินที่จ่ายแล้วและภาษีที่หักไว้ไม่เปลี่ยน',
  lastYearHint: 'ปีงบประมาณของฎีกานี้ปิดบัญชีแล้ว บัญชีค่าใช้จ่ายปรับปรุงผ่านเงินสะสม และงบประมาณของปีนั้นไม่เปลี่ยน',
  cost: (line: string, account: string, amount: string) => `${line} · ${account} · ${amount} บาท`,
  fields: {
    claim: 'ฎีกา', payee: 'ผู้รับเงิน', claimTitle: 'รายการที่เบิก', documentDate: 'วันที่ปรับปรุง', cost: 'รายการที่บันทึกไว้', line: 'รายการงบประมาณที่ถูกต้อง', lineHint: 'ว่าง = รายการเดิม (บัญชีผิดอย่างเดียว)',
    account: 'บัญชีที่ถูกต้อง', accountHint: 'ว่าง = บัญชีเดิมถ้าใช้กับรายการนี้ได้ มิฉะนั้นตามประเภทรายจ่ายของรายการที่ถูกต้อง', amount: 'จำนวนเงินที่ปรับปรุง', reason: 'เหตุผล', endReason: 'เหตุผลที่ไม่อนุมัติหรือกลับรายการ',
    voucher: 'ใบผ่านรายการ', author: 'ผู้จัดทำ', approver: 'ผู้อนุมัติ',
  },
  columns: { ...columns, claim: 'ฎีกา', from: 'จาก', to: 'เป็น', amount: 'จำนวนเงิน', line: 'รายการงบประมาณ', account: 'บัญชี', side: 'รายการ', wrong: 'ที่บันทึกไว้', right: 'ที่ถูกต้อง', fromAccount: 'บัญชีเดิม', toAccount: 'บัญชีที่ถูกต้อง', reason: 'เหตุผล' },
  movedCaption: 'รายการที่ปรับปรุง',
  booked: (number: string, claim: string, reason: string) => `ปรับปรุงรายจ่ายตาม ${number} ฎีกา ${claim} ${reason}`,
  print: 'พิมพ์ใบปรับปรุงรายจ่าย',
  steps: { approve: 'อนุมัติและบันทึกบัญชี', refuse: 'ไม่อนุมัติ', cancel: 'ยกเลิก', reverse: 'กลับรายการ', refuseReason: 'เหตุผลที่ไม่อนุมัติ', reverseReason: 'เหตุผลที่กลับรายการ' },
  done: {
    create: 'บันทึกใบปรับปรุงรายจ่ายแล้ว รออนุมัติ', approve: 'ปรับปรุงรายจ่ายแล้ว', refuse: 'บันทึกการไม่อนุมัติแล้ว', cancel: 'ยกเลิกใบปรับปรุงรายจ่ายแล้ว',
    reverse: 'กลับรายการแล้ว รายจ่ายกลับไปอยู่ในรายการและบัญชีเดิม',
  },
  work: 'ใบปรับปรุงรายจ่ายรออนุมัติ',
  paper: {
    facts: 'ตามฎีกา', payee: 'ผู้รับเงิน', reason: 'เหตุผลที่ปรับปรุง', voucher: 'ใบผ่านรายการทั่วไป',
    request: 'ขออนุมัติปรับปรุงรายจ่ายที่จ่ายเงินแล้ว เนื่องจากเบิกจ่ายผิดรายการงบประมาณหรือผิดบัญชี ดังนี้', amount: (amount: string, words: string) => `จำนวนเงินที่ปรับปรุง ${amount} บาท (${words})`,
    signers: { author: 'ผู้จัดทำ', approver: 'ผู้อนุมัติ' },
  },
  trail: {
    actions: { create: 'จัดทำ', approve: 'อนุมัติและบันทึกบัญชี', refuse: 'ไม่อนุมัติ', cancel: 'ยกเลิก', reverse: 'กลับรายการ' },
    fields: { number: 'เลขที่', amount: { label: 'จำนวนเงิน', kind: 'money' }, from: 'จาก', to: 'เป็น', voucher: 'ใบผ่านรายการ' },
  },
  errors: {
    ...errors,
    claim: 'โปรดเลือกฎีกาที่จ่ายเงินแล้ว',
    notCorrectable: 'ปรับปรุงได้เฉพาะฎีกาที่จ่ายเงินแล้วและเบิกจากรายการงบประมาณ',
    cost: 'โปรดเลือกรายการที่บันทึกไว้',
    reasonText: 'โปรดระบุเหตุผล ไม่เกิน 500 ตัวอักษร',
    beforePayment: (day: string) => `วันที่ต้องไม่ก่อนวันที่จ่ายเงินตามฎีกา (${day})`,
    otherYear: (year: string) => `วันที่ต้องอยู่ในปีงบประมาณ ${year} ของฎีกา ซึ่งยังไม่ปิดบัญชี`,
    closed: 'งวดบัญชีปิดแล้ว',
    overCost: (most: string) => `เกินยอดที่บันทึกไว้ในรายการและบัญชีนี้ คงเหลือ ${most} บาท`,
    nothing: 'รายการงบประมาณหรือบัญชีต้องต่างจากที่บันทึกไว้',
    otherSource: 'รายการที่ถูกต้องต้องเป็นแหล่งเงินเดียวกับฎีกา',
    /** §1.9: both are accumulated money by now. */
    lastYear: 'ปีงบประมาณของฎีกาปิดบัญชีแล้ว ค่าใช้จ่ายทั้งสองบัญชีรวมอยู่ในเงินสะสมแล้ว จึงไม่มีรายการต้องปรับปรุง',
    lineOfLastYear: 'ปีงบประมาณของฎีกาปิดบัญชีแล้ว ปรับปรุงได้เฉพาะบัญชี',
    corrected: (number: string) => `ฎีกานี้มีใบปรับปรุงรายจ่าย ${number} โปรดกลับรายการใบปรับปรุงก่อน`,
  },
} as const
