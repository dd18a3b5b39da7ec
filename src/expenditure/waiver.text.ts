// Words of การยกเลิกหนี้ที่เงินตีกลับ.
import { correctionText } from './correction.text.ts'
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText
const { states, fields, steps, trail } = correctionText

export const waiverText = {
  states: { ...states, posted: { kind: 'done', text: 'ยกเลิกหนี้แล้ว' } } as const,
  listTitle: 'ยกเลิกหนี้ที่เงินตีกลับ',
  registerTitle: 'ทะเบียนใบยกเลิกหนี้ที่เงินตีกลับ',
  newTitle: 'จัดทำใบยกเลิกหนี้ที่เงินตีกลับ',
  title: 'ใบยกเลิกหนี้ที่เงินตีกลับ',
  empty: 'ไม่พบใบยกเลิกหนี้ที่เงินตีกลับตามเงื่อนไข การยกเลิกเริ่มจากหน้าฎีกาที่เงินตีกลับและรอจ่ายอีกครั้ง',
  fileName: 'claim-waivers',
  open: 'ยกเลิกหนี้ที่เงินตีกลับ',
  chooseClaim: 'โปรดเปิดฎีกาที่เงินตีกลับ แล้วเลือก “ยกเลิกหนี้ที่เงินตีกลับ”',
  ofClaim: 'การยกเลิกหนี้ที่เงินตีกลับของฎีกานี้',
  save: 'บันทึกและเสนออนุมัติ',
  hint: 'ใช้เมื่อไม่ต้องจ่ายเงินที่ตีกลับอีก เมื่ออนุมัติ หนี้สิ้นสุด รายจ่ายลดลงและงบประมาณของรายการได้เงินคืน ถ้าเป็นฎีกาของปีก่อน เงินเป็นเงินสะสมและงบประมาณไม่เปลี่ยน ภาษีที่หักไว้คงเดิม',
  whole: 'ทั้งฎีกา',
  state: 'เงินตีกลับ ยกเลิกหนี้แล้ว',
  person: (name: string, net: string) => `${name} ${net} บาท`,
  cost: (name: string) => `คืนรายการ ${name}`,
  costHint: (account: string, most: string) => `${account} ไม่เกิน ${most} บาท`,
  fields: { ...fields, documentDate: 'วันที่ยกเลิกหนี้', people: 'ผู้ที่ไม่ต้องจ่ายอีก', amount: 'จำนวนเงินที่ยกเลิก' },
  columns: { ...columns, claim: 'ฎีกา', people: 'ผู้ที่ไม่ต้องจ่ายอีก', amount: 'จำนวนเงิน', reason: 'เหตุผล', line: 'รายการงบประมาณ', account: 'บัญชี' },
  costsCaption: 'รายการที่ได้เงินคืน',
  sum: 'รวม',
  booked: (number: string, claim: string, reason: string) => `ยกเลิกหนี้ที่เงินตีกลับตาม ${number} ฎีกา ${claim} ${reason}`,
  print: 'พิมพ์ใบยกเลิกหนี้',
  steps,
  done: {
    create: 'บันทึกใบยกเลิกหนี้แล้ว รออนุมัติ', approve: 'ยกเลิกหนี้แล้ว', refuse: 'บันทึกการไม่อนุมัติแล้ว', cancel: 'ยกเลิกใบยกเลิกหนี้แล้ว', reverse: 'กลับรายการแล้ว หนี้รอจ่ายอีกครั้ง',
  },
  work: 'ใบยกเลิกหนี้ที่เงินตีกลับรออนุมัติ',
  paper: {
    facts: 'ตามฎีกา', payee: 'ผู้รับเงิน', reason: 'เหตุผล', request: 'ขออนุมัติยกเลิกหนี้ที่จ่ายแล้วและเงินตีกลับจากธนาคาร เนื่องจากไม่ต้องจ่ายเงินนี้อีก ดังนี้',
    amount: (amount: string, words: string) => `จำนวนเงินที่ยกเลิก ${amount} บาท (${words})`, signers: correctionText.paper.signers,
  },
  trail: { actions: trail.actions, fields: { ...trail.fields, people: 'ผู้ที่ไม่ต้องจ่ายอีก' } },
  errors: {
    ...errors,
    claim: 'โปรดเลือกฎีกาที่เงินตีกลับ',
    notWaivable: 'ยกเลิกหนี้ได้เฉพาะฎีกาที่เงินตีกลับและรอจ่ายอีกครั้ง ไม่อยู่ในรายงานการจัดทำเช็ค/ใบถอน และไม่ใช่การนำส่งภาษี',
    noCost: 'ต้นทุนของฎีกานี้อยู่ในทะเบียนทรัพย์สินหรือทะเบียนอื่น โปรดปรับปรุงที่ทะเบียนนั้นก่อน',
    people: 'โปรดเลือกผู้ที่ไม่ต้องจ่ายอีก',
    gone: 'มีผู้ที่เลือกไม่รอรับเงินแล้ว โปรดเปิดหน้านี้ใหม่',
    moved: 'จำนวนเงินที่รอจ่ายหรือรายการที่เบิกเปลี่ยนไปแล้ว โปรดยกเลิกใบนี้และจัดทำใหม่',
    waiting: (number: string) => `ฎีกานี้มีใบยกเลิกหนี้ ${number} รออนุมัติอยู่`,
    reasonText: 'โปรดระบุเหตุผล ไม่เกิน 500 ตัวอักษร',
    otherSum: (told: string, due: string) => `รวม ${told} บาท ต้องเท่ากับจำนวนที่ยกเลิก ${due} บาท`,
    overCost: (most: string) => `เกินยอดที่บันทึกไว้ คงเหลือ ${most} บาท`,
    beforeBounce: (day: string) => `วันที่ต้องไม่ก่อนวันที่เงินตีกลับ (${day})`,
    closed: 'งวดบัญชีปิดแล้ว',
    paidAnew: 'ฎีกานี้กำลังจ่ายเงินหรือจ่ายแล้ว จึงกลับรายการไม่ได้',
  },
} as const
