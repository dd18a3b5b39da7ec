// Words of ใบตรวจรับพัสดุ.
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText

export const acceptanceText = {
  listTitle: 'ใบตรวจรับพัสดุ',
  registerTitle: 'ตรวจรับพัสดุ',
  newTitle: 'บันทึกการตรวจรับพัสดุ',
  editTitle: 'แก้ไขการตรวจรับพัสดุ',
  empty: 'ยังไม่มีการตรวจรับพัสดุตามเงื่อนไขนี้',
  fileName: 'acceptances',
  choose: 'โปรดเลือก',
  usual: 'ตามประเภทรายจ่าย',
  work: 'งาน',
  chooseFirst: 'เลือกสัญญาแล้วกดเพิ่มแถว เพื่อแสดงงวดและบัญชีของสัญญานั้น',
  states: {
    draft: { kind: 'waiting', text: 'รอการตรวจรับ' }, accepted: { kind: 'done', text: 'ตรวจรับแล้ว' }, rejected: { kind: 'refused', text: 'ไม่รับมอบ' }, reversed: { kind: 'reversed', text: 'กลับรายการ' },
    cancelled: { kind: 'reversed', text: 'ยกเลิกร่าง' },
  },
  fields: {
    contract: 'สัญญา/ข้อตกลง', payee: 'คู่สัญญา', title: 'เรื่อง', instalment: 'งวดที่', documentDate: 'วันที่ตรวจรับ', deliveredOn: 'วันที่ส่งมอบ', dueOn: 'กำหนดส่งมอบ', deliveryNote: 'เลขที่ใบส่งของ',
    invoiceNumber: 'เลขที่ใบแจ้งหนี้', invoiceDate: 'วันที่ใบแจ้งหนี้', lateDays: 'ส่งมอบล่าช้า', fine: 'ค่าปรับ', total: 'มูลค่าที่ตรวจรับ', endReason: 'เหตุผล', decider: 'ผู้อนุมัติการตรวจรับ', voucher: 'ใบผ่านรายการตั้งหนี้',
    claims: 'ฎีกา', amount: 'จำนวนเงินที่เบิก',
  },
  captions: { lines: 'รายการที่ตรวจรับ', inspectors: 'ผู้ตรวจรับพัสดุ', claims: 'ฎีกาที่จัดทำจากการตรวจรับนี้' },
  columns: {
    ...columns, contract: 'สัญญา', payee: 'คู่สัญญา', delivered: 'ส่งมอบ', late: 'ล่าช้า (วัน)', fine: 'ค่าปรับ', item: 'รายการ', quantity: 'จำนวน', unit: 'หน่วย', amount: 'จำนวนเงิน', line: 'รายการงบประมาณ',
    account: 'บัญชี', claim: 'ฎีกา', gross: 'จำนวนเบิก', net: 'จำนวนสุทธิ',
  },
  none: 'ไม่มีรายการ',
  notLate: 'ไม่ล่าช้า',
  instalmentOf: (number: string, amount: string, due: string) => `งวดที่ ${number} จำนวน ${amount} บาท กำหนด ${due}`,
  steps: {
    accept: 'ตรวจรับและตั้งหนี้', reject: 'ไม่รับมอบ', cancel: 'ยกเลิกร่าง', reverse: 'กลับรายการ', claim: 'จัดทำฎีกา', rejectReason: 'เหตุผลที่ไม่รับมอบ', reverseReason: 'เหตุผลที่กลับรายการ',
    print: 'พิมพ์ใบตรวจรับ', contract: 'สัญญา/ข้อตกลง',
  },
  done: { accept: 'ตรวจรับและตั้งหนี้แล้ว', reject: 'บันทึกการไม่รับมอบแล้ว', cancel: 'ยกเลิกร่างแล้ว', reverse: 'กลับรายการตั้งหนี้แล้ว', claim: 'จัดทำร่างฎีกาแล้ว โปรดตรวจสอบแล้วส่งที่หน้าจัดทำฎีกา' },
  debt: (name: string, title: string) => `ตรวจรับพัสดุ ${name} ${title}`,
  warnFine: (fine: string, percent: string) => `ค่าปรับ ${fine} บาท เกินร้อยละ ${percent} ของราคาตามสัญญา ให้พิจารณาบอกเลิกสัญญา`,
  claim: {
    title: (name: string) => `จัดทำฎีกาจาก ${name}`, question: (name: string) => `จัดทำฎีกาก่อหนี้ผูกพันจากใบตรวจรับ ${name} หรือไม่`, back: 'กลับไปที่ใบตรวจรับ',
    consequences: ['ระบบคำนวณเงินจ่ายล่วงหน้าที่หักคืน เงินประกันผลงาน ภาษีหัก ณ ที่จ่าย และค่าปรับตามสัญญา', 'ฎีกาที่ได้เป็นร่าง ต้องส่งให้หัวหน้าหน่วยงานและหน่วยงานคลังตรวจสอบต่อไป'],
    rest: 'ตรวจรับแล้วยังไม่ได้เบิก', name: (title: string, name: string) => `${title} (${name})`, part: (name: string) => `เบิกบางส่วนของใบตรวจรับ ${name}`,
    recoupment: 'หักเงินจ่ายล่วงหน้าคืน', retention: 'หักเงินประกันผลงาน', fine: (days: string) => `ค่าปรับส่งมอบล่าช้า ${days} วัน`, oldFine: 'ค่าปรับค้างรับของสัญญา',
  },
  fineReceipt: (name: string) => `ค่าปรับการผิดสัญญาตามสัญญา ${name}`,
  paper: {
    facts: 'ตามสัญญา/ข้อตกลง', delivered: 'ได้ส่งมอบเมื่อวันที่', accepted: 'คณะกรรมการได้ตรวจรับเมื่อวันที่', result: 'เห็นว่าถูกต้องครบถ้วนตามสัญญา จึงรับมอบไว้ตั้งแต่วันที่ส่งมอบ และออกใบตรวจรับพัสดุให้ไว้เป็นหลักฐาน',
    fine: (days: string, amount: string) => `ส่งมอบล่าช้า ${days} วัน คิดค่าปรับ ${amount} บาท`, noFine: 'ไม่มีค่าปรับ', amount: (amount: string, words: string) => `มูลค่าที่ตรวจรับ ${amount} บาท (${words})`,
  },
  trail: {
    actions: {
      create: 'บันทึกการส่งมอบ', edit: 'แก้ไข', accept: 'ตรวจรับ', reject: 'ไม่รับมอบ', cancel: 'ยกเลิกร่าง', reverse: 'กลับรายการ', claim: 'จัดทำฎีกา', waive: 'ลดค่าปรับตามเอกสารแนบท้ายสัญญา',
    },
    fields: { total: { label: 'มูลค่า', kind: 'money' }, fine: { label: 'ค่าปรับ', kind: 'money' }, voucher: 'ใบผ่านรายการ', number: 'เลขที่' },
  },
  errors: {
    ...errors,
    contract: 'โปรดเลือกสัญญาที่ลงนามแล้วและยังไม่สิ้นสุด', instalment: 'โปรดเลือกงวด', beforeContract: 'วันที่ส่งมอบต้องไม่ก่อนวันที่ลงนามในสัญญา', deliveredAfter: 'วันที่ส่งมอบต้องไม่หลังวันที่ตรวจรับ',
    noLines: 'โปรดระบุรายการที่ตรวจรับอย่างน้อยหนึ่งรายการ', item: 'โปรดระบุรายการ', unit: 'โปรดระบุหน่วยนับ', line: 'โปรดเลือกรายการงบประมาณของสัญญา', account: 'บัญชีนี้ใช้กับประเภทรายจ่ายของรายการไม่ได้',
    noAccount: 'ประเภทรายจ่ายนี้ต้องเลือกบัญชี',
    lowValue: (least: string) => `ครุภัณฑ์ราคาต่อหน่วยตั้งแต่ ${least} บาทขึ้นไปต้องบันทึกเป็นพักครุภัณฑ์`, highValue: (least: string) => `ครุภัณฑ์ราคาต่อหน่วยต่ำกว่า ${least} บาทต้องบันทึกเป็นค่าครุภัณฑ์มูลค่าต่ำกว่าเกณฑ์`,
    /** E_COMMIT */
    fineChanged: (drafted: string, fine: string) => `มีการตรวจรับงวดเดียวกันหลังจากจัดทำฉบับนี้ ค่าปรับ ${drafted} บาท ต้องเป็น ${fine} บาท โปรดเปิดแก้ไขแล้วบันทึกใหม่`,
    lapsed: 'เงินก่อหนี้ผูกพันของสัญญานี้พับไปแล้ว ไม่มีงบประมาณให้ตรวจรับ โปรดกันเงินหรือตั้งงบประมาณก่อน',
    overContract: (rest: string) => `เกินภาระผูกพันคงเหลือของสัญญา คงเหลือ ${rest} บาท`,
    overLine: (rest: string) => `เกินภาระผูกพันคงเหลือของรายการงบประมาณนี้ คงเหลือ ${rest} บาท`,
    /** E_COMMIT of a claim */
    overClaim: (rest: string) => `เกินภาระผูกพันคงเหลือของสัญญา ตรวจรับแล้วยังไม่ได้เบิก ${rest} บาท`,
    noEgp: 'ยังไม่ได้บันทึกเลขคุมสัญญา e-GP ของสัญญานี้ ให้บันทึกที่หน้าบันทึกจัดซื้อจัดจ้างจากระบบ e-GP ก่อน', contractEnded: 'สัญญานี้ส่งมอบครบหรือปิดแล้ว ให้เปิดสัญญาอีกครั้งก่อนกลับรายการ', allClaimed: 'ตั้งฎีกาครบตามจำนวนที่ตรวจรับแล้ว', hasClaims: 'มีฎีกาที่จัดทำจากการตรวจรับนี้แล้ว ต้องยกเลิกฎีกาก่อน', notAccepted: 'ใบตรวจรับนี้ไม่ได้อยู่ในสถานะตรวจรับแล้ว',
    otherFine: (fined: string, due: string) => `ร่างฎีกานี้หักค่าปรับ ${fined} บาท แต่ค่าปรับของสัญญาที่ต้องหักจากฎีกาฉบับนี้คือ ${due} บาท เพราะมีฎีกาหรือใบเสร็จอื่นของสัญญาเดียวกัน ให้ยกเลิกร่างแล้วจัดทำใหม่`,
    advanceLeft: (rest: string) => `งวดสุดท้ายต้องหักเงินจ่ายล่วงหน้าคืนให้ครบ ยังเหลืออีก ${rest} บาท`,
  },
} as const
