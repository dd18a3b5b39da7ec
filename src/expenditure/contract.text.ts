// Words of สัญญา/ข้อตกลง.
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText

export const contractText = {
  listTitle: 'สัญญา/ข้อตกลง',
  registerTitle: 'ทะเบียนคุมสัญญา/ข้อตกลง',
  newTitle: 'จัดทำสัญญา/ข้อตกลง',
  editTitle: 'แก้ไขสัญญา/ข้อตกลง',
  empty: 'ยังไม่มีสัญญาหรือข้อตกลงตามเงื่อนไขนี้',
  fileName: 'contracts',
  choose: 'โปรดเลือก',
  kinds: { contract: 'สัญญา', 'purchase-order': 'ใบสั่งซื้อ', 'hire-order': 'ใบสั่งจ้าง', agreement: 'ข้อตกลงเป็นหนังสือ' },
  securityKinds: {
    none: 'ไม่มี', cash: 'เงินสด', 'bank-guarantee': 'หนังสือค้ำประกันของธนาคาร', 'e-guarantee': 'หนังสือค้ำประกันอิเล็กทรอนิกส์', bond: 'พันธบัตรรัฐบาลไทย', draft: 'เช็คหรือดราฟต์',
  },
  fineKinds: {
    undelivered: 'ซื้อหรือจ้างที่ส่งมอบเป็นส่วนได้ (คิดจากราคาพัสดุที่ยังไม่ส่งมอบ)', whole: 'งานจ้างที่ต้องการผลสำเร็จพร้อมกัน (คิดจากราคาตามสัญญา)',
    traffic: 'งานก่อสร้างสาธารณูปโภคที่กระทบการจราจร (คิดจากราคาตามสัญญา)', consultancy: 'จ้างที่ปรึกษา (คิดจากราคาตามสัญญา)',
  },
  vats: { none: 'ไม่มีภาษีมูลค่าเพิ่ม', included: 'รวมภาษีมูลค่าเพิ่มแล้ว' },
  states: {
    draft: { kind: 'draft', text: 'ร่าง' }, signed: { kind: 'waiting', text: 'ลงนามแล้ว' }, completed: { kind: 'done', text: 'ส่งมอบครบแล้ว' },
    terminated: { kind: 'refused', text: 'บอกเลิกสัญญา' }, closed: { kind: 'done', text: 'ปิดสัญญาแล้ว' }, cancelled: { kind: 'reversed', text: 'ยกเลิกร่าง' },
    revoked: { kind: 'reversed', text: 'ยกเลิกการบันทึก' },
  },
  fields: {
    request: 'รายงานขอซื้อขอจ้าง', kind: 'ชนิด', contractNumber: 'เลขที่สัญญา/ใบสั่ง', egpProject: 'เลขที่โครงการ e-GP', egpControl: 'เลขคุมสัญญา e-GP', payee: 'คู่สัญญา',
    payeeHint: 'ชื่อ หรือเลขประจำตัวผู้เสียภาษี', title: 'เรื่อง', signedOn: 'วันที่ลงนาม', startsOn: 'วันเริ่มต้น', endsOn: 'วันสิ้นสุด (ครบกำหนดส่งมอบ)', price: 'ราคาตามสัญญา', vat: 'ภาษีมูลค่าเพิ่ม',
    fineKind: 'ฐานค่าปรับ', fineRate: 'อัตราค่าปรับ', fineSuffix: '% ต่อวัน', fineReason: 'เหตุผลที่อัตราค่าปรับอยู่นอกเกณฑ์', advancePercent: 'เงินจ่ายล่วงหน้า', percent: '%',
    retentionPercent: 'เงินประกันผลงาน', securityKind: 'หลักประกันสัญญา', securityAmount: 'จำนวนหลักประกัน', securityReference: 'เลขที่หลักประกัน', securityReason: 'เหตุผลที่กำหนดหลักประกันเกินเกณฑ์ปกติ', warrantyMonths: 'รับประกันความชำรุดบกพร่อง', months: 'เดือน',
    waivedDays: 'วันที่งดหรือลดค่าปรับ', endReason: 'เหตุผลที่บอกเลิกหรือยกเลิก',
  },
  columns: {
    ...columns, signed: 'ลงนาม', contractNumber: 'เลขที่สัญญา', payee: 'คู่สัญญา', price: 'ราคา', ends: 'ครบกำหนด', instalment: 'งวดที่', description: 'รายละเอียด', amount: 'จำนวนเงิน', due: 'กำหนดส่งมอบ',
    accepted: 'ตรวจรับแล้ว', egp: 'โครงการ e-GP',
  },
  captions: { instalments: 'งวดงาน/งวดเงิน', budget: 'ภาระผูกพันตามรายการงบประมาณ', figures: 'ความเคลื่อนไหวของสัญญา' },
  instalmentHint: 'เว้นตารางงวดว่างได้ถ้าส่งมอบครั้งเดียว',
  whole: 'ส่งมอบครั้งเดียว',
  none: 'ไม่มีรายการ',
  figures: {
    price: 'ราคาตามสัญญา', accepted: 'ตรวจรับแล้ว', claimed: 'ตั้งฎีกาแล้ว', paid: 'จ่ายแล้ว', fined: 'ค่าปรับที่หักจากฎีกาแล้ว', fineOwed: 'ค่าปรับที่ยังไม่ได้รับ', advance: 'เงินจ่ายล่วงหน้าคงเหลือ', retention: 'เงินประกันผลงานที่ถือไว้',
    security: 'เงินประกันสัญญาที่ถือไว้',
  },
  until: (day: string) => `ถึง ${day}`,
  registerFigures: { accepted: 'ตรวจรับ', claimed: 'ตั้งฎีกา', paid: 'จ่าย', fined: 'ค่าปรับ', fineOwed: 'ค่าปรับค้างรับ', advance: 'ล่วงหน้าคงเหลือ', retention: 'ประกันผลงาน', security: 'ประกันสัญญา' },
  steps: {
    sign: 'บันทึกการลงนาม', cancel: 'ยกเลิกร่าง', complete: 'ส่งมอบครบถ้วน', terminate: 'บอกเลิกสัญญา', close: 'ปิดสัญญา', terminateReason: 'เหตุผลที่บอกเลิก', reopen: 'เปิดสัญญาอีกครั้ง',
    revoke: 'ยกเลิกการบันทึกสัญญา', revokeReason: 'เหตุผลที่ยกเลิกการบันทึก',
    print: 'พิมพ์ใบสั่ง', egp: 'บันทึกเลข e-GP', accept: 'ตรวจรับพัสดุ', request: 'รายงานขอซื้อขอจ้าง',
  },
  done: {
    sign: 'บันทึกการลงนามและก่อหนี้ผูกพันแล้ว', cancel: 'ยกเลิกร่างแล้ว', complete: 'บันทึกว่าส่งมอบครบถ้วนแล้ว', terminate: 'บอกเลิกสัญญาแล้ว', close: 'ปิดสัญญาและคืนภาระผูกพันที่ไม่ใช้แล้ว',
    reopen: 'เปิดสัญญาอีกครั้งแล้ว', revoke: 'ยกเลิกการบันทึกสัญญาแล้ว รายงานขอซื้อขอจ้างรอทำสัญญาใหม่',
  },
  committed: (name: string) => `ก่อหนี้ผูกพันตามสัญญา ${name}`,
  released: (name: string) => `คืนภาระผูกพันของสัญญา ${name}`,
  fineOwed: (owed: string, number: string) => `ค่าปรับค้างรับ ${owed} บาท หักจากฎีกาฉบับต่อไปของสัญญานี้ได้เท่าที่พอหัก ส่วนที่ไม่มีฎีกาให้หักให้รับชำระโดยออกใบเสร็จค่าปรับการผิดสัญญา ระบุเลขที่อ้างอิง ${number}`,
  warnFine: (fines: string, percent: string) => `ค่าปรับรวม ${fines} บาท เกินร้อยละ ${percent} ของราคาตามสัญญา ให้พิจารณาบอกเลิกสัญญา`,
  expired: 'สัญญาครบกำหนดแล้วแต่ยังส่งมอบไม่ครบ',
  paper: {
    order: { contract: 'สัญญา', 'purchase-order': 'ใบสั่งซื้อ', 'hire-order': 'ใบสั่งจ้าง', agreement: 'ข้อตกลงเป็นหนังสือ' },
    payee: 'ผู้ขาย/ผู้รับจ้าง', address: 'ที่อยู่', taxId: 'เลขประจำตัวผู้เสียภาษี', number: 'เลขที่ใบสั่ง', request: 'ตามรายงานขอซื้อขอจ้าง', egp: 'เลขที่โครงการ / เลขคุมสัญญา',
    terms: 'เงื่อนไข', delivery: 'กำหนดส่งมอบ', fine: 'ค่าปรับ', warranty: 'การรับประกัน', security: 'หลักประกัน', until: (day: string) => `ภายในวันที่ ${day}`,
    fineOf: (rate: string, base: string) => `อัตราร้อยละ ${rate} ต่อวัน ${base}`, warrantyOf: (months: string) => `${months} เดือน นับแต่วันตรวจรับ`, securityOf: (kind: string, amount: string) => `${kind} ${amount} บาท`,
    amount: (amount: string, words: string) => `รวมเป็นเงินทั้งสิ้น ${amount} บาท (${words})`, buyer: 'ผู้สั่งซื้อ/ผู้ว่าจ้าง', seller: 'ผู้ขาย/ผู้รับจ้าง',
  },
  trail: {
    actions: {
      create: 'จัดทำร่าง', edit: 'แก้ไขร่าง', sign: 'บันทึกการลงนาม', cancel: 'ยกเลิกร่าง', complete: 'ส่งมอบครบถ้วน', terminate: 'บอกเลิกสัญญา', close: 'ปิดสัญญา',
      amend: 'แก้ไขสัญญา', advance: 'จัดทำฎีกาเงินจ่ายล่วงหน้า', refund: 'จัดทำฎีกาคืนเงินประกัน', egp: 'บันทึกเลข e-GP', reopen: 'เปิดสัญญาอีกครั้ง', revoke: 'ยกเลิกการบันทึก',
    },
    fields: { price: { label: 'ราคาตามสัญญา', kind: 'money' }, released: { label: 'คืนภาระผูกพัน', kind: 'money' }, amount: { label: 'จำนวนเงิน', kind: 'money' }, egpProject: 'เลขที่โครงการ e-GP', egpControl: 'เลขคุมสัญญา e-GP', endsOn: { label: 'ครบกำหนด', kind: 'date' }, number: 'เลขที่' },
  },
  errors: {
    ...errors,
    request: 'โปรดเลือกรายงานขอซื้อขอจ้างที่อนุมัติแล้ว', taken: 'รายงานขอซื้อขอจ้างนี้มีสัญญาอยู่แล้ว', kind: 'โปรดเลือกชนิด', contractNumber: 'โปรดระบุเลขที่สัญญาหรือใบสั่ง ไม่เกิน 100 ตัวอักษร',
    title: 'โปรดระบุเรื่อง ไม่เกิน 300 ตัวอักษร', payee: 'โปรดระบุคู่สัญญาจากฐานข้อมูลเจ้าหนี้', manyPayees: 'มีหลายรายที่ชื่อตรงกับคำนี้ โปรดระบุเลขประจำตัวผู้เสียภาษี', vat: 'โปรดเลือกภาษีมูลค่าเพิ่ม',
    fineKind: 'โปรดเลือกฐานค่าปรับ', securityKind: 'โปรดเลือกหลักประกัน', months: 'จำนวนเดือนต้องเป็นจำนวนเต็ม 0 ถึง 600', beforeRequest: 'วันที่ลงนามต้องไม่ก่อนวันที่ของรายงานขอซื้อขอจ้าง',
    endBefore: 'วันสิ้นสุดต้องไม่ก่อนวันเริ่มต้นและวันที่ลงนาม', egpProject: 'เลขที่โครงการ e-GP เป็นตัวเลข 11 หลัก', egpControl: 'เลขคุมสัญญา e-GP เป็นตัวเลข 12 หลัก', sameEgp: 'เลขคุมสัญญานี้บันทึกไว้กับสัญญาอื่นแล้ว',
    egp: (from: string) => `วงเงินตั้งแต่ ${from} บาท ต้องระบุเลขจากระบบ e-GP`,
    fineRange: (least: string, most: string) => `อัตราค่าปรับอยู่นอกเกณฑ์ร้อยละ ${least} ถึง ${most} ต่อวัน โปรดระบุเหตุผล`,
    advance: (most: string) => `เงินจ่ายล่วงหน้าต้องไม่เกินร้อยละ ${most}`, retention: (most: string) => `เงินประกันผลงานต้องไม่เกินร้อยละ ${most}`,
    securityReason: (usual: string) => `หลักประกันเกินร้อยละ ${usual} ของราคา โปรดระบุเหตุผล`,
    security: (most: string) => `หลักประกันต้องไม่เกินร้อยละ ${most} ของราคา`, noSecurity: 'โปรดระบุจำนวนหลักประกัน', strangeSecurity: 'ไม่มีหลักประกัน จึงระบุจำนวนไม่ได้',
    instalmentsOver: (total: string, price: string) => `งวดรวม ${total} บาท เกินราคาตามสัญญา ${price} บาท`, instalmentsUnder: (rest: string) => `งวดรวมต่ำกว่าราคาตามสัญญา ขาดอีก ${rest} บาท`,
    instalmentDays: 'กำหนดส่งมอบของงวดต้องเรียงตามลำดับและไม่เกินวันสิ้นสุดของสัญญา', notAllAccepted: (rest: string) => `ยังตรวจรับไม่ครบ เหลืออีก ${rest} บาท`,
    forfeited: 'สัญญานี้ริบเงินประกันแล้ว จึงเปิดอีกครั้งไม่ได้ โปรดกลับรายการริบเงินประกันก่อน', lapsed: 'สัญญานี้ปิดในปีงบประมาณก่อน เงินก่อหนี้ที่เหลือพับไปแล้ว จึงเปิดอีกครั้งไม่ได้',
    fineOwed: (amount: string) => `ค่าปรับค้างรับ ${amount} บาท ต้องหักจากฎีกาหรือรับชำระให้ครบก่อนปิดสัญญา`,
    unclaimed: (amount: string) => `ยังมีพัสดุที่ตรวจรับแล้วแต่ยังไม่ได้ตั้งฎีกา ${amount} บาท จึงปิดสัญญาไม่ได้`, openAdvance: (amount: string) => `เงินจ่ายล่วงหน้า ${amount} บาท ยังอยู่ระหว่างเบิกจ่ายหรือยังหักคืนไม่ครบ จึงปิดสัญญาไม่ได้ หากรับคืนเป็นเงิน โปรดออกใบเสร็จรับเงินประเภท “รับคืนเงินจ่ายล่วงหน้าตามสัญญา” (DB14) ก่อน`,
    touched: 'มีการตรวจรับ ฎีกา หรือเงินประกันของสัญญานี้แล้ว จึงยกเลิกการบันทึกไม่ได้ ให้บอกเลิกสัญญาแทน',
    otherYear: (year: string) => `วันที่ต้องอยู่ในปีงบประมาณ ${year}`,
  },
} as const
