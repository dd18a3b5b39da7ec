// Words of หลักประกัน on paper.
import { contractText } from './contract.text.ts'
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText
const { none: _none, cash: _cash, ...forms } = contractText.securityKinds

export const guaranteeText = {
  listTitle: 'หลักประกัน',
  registerTitle: 'ทะเบียนหลักประกันสัญญา',
  newTitle: 'ลงทะเบียนหลักประกัน',
  empty: 'ยังไม่มีหลักประกันตามเงื่อนไขนี้',
  fileName: 'guarantees',
  choose: 'โปรดเลือก',
  none: 'ไม่มีรายการ',
  hint: 'หลักประกันเป็นหนังสือ พันธบัตร เช็คหรือดราฟต์ไม่บันทึกบัญชี ส่วนเงินสดให้ออกใบเสร็จรับเงินเป็นเงินประกันสัญญาตามเลขที่สัญญา',
  forms,
  purposes: { performance: 'ประกันสัญญา', advance: 'ประกันเงินจ่ายล่วงหน้า', retention: 'แทนเงินประกันผลงาน' },
  states: {
    held: { kind: 'waiting', text: 'ถือไว้' }, returned: { kind: 'done', text: 'คืนแล้ว' }, forfeited: { kind: 'refused', text: 'ริบหลักประกัน' }, cancelled: { kind: 'reversed', text: 'ยกเลิกทะเบียน' },
  },
  fields: {
    contract: 'สัญญา/ข้อตกลง', payee: 'คู่สัญญา', purpose: 'ประเภท', form: 'ชนิดหลักประกัน', reference: 'เลขที่หนังสือหรือเช็ค', issuer: 'ธนาคารหรือผู้ออก', amount: 'จำนวนเงิน', receivedOn: 'วันที่รับ',
    expiresOn: 'วันสิ้นสุดอายุ', expiresHint: 'เว้นว่างถ้าไม่กำหนดวันสิ้นสุด', endedOn: 'วันที่คืนหรือสิ้นสุด', endReason: 'เหตุผล',
  },
  columns: { ...columns, contract: 'สัญญา', payee: 'คู่สัญญา', purpose: 'ประเภท', paper: 'หลักประกัน', amount: 'จำนวนเงิน', received: 'วันที่รับ', expires: 'สิ้นสุดอายุ', ended: 'วันที่คืน' },
  unlimited: 'ไม่กำหนด',
  left: (days: string) => `เหลือ ${days} วัน`,
  over: (days: string) => `หมดอายุแล้ว ${days} วัน`,
  expiring: (count: string, days: string, amount: string) => `มีหลักประกัน ${count} ฉบับ รวม ${amount} บาท หมดอายุแล้วหรือจะหมดอายุภายใน ${days} วัน`,
  steps: {
    return: 'คืนหลักประกัน', forfeit: 'ริบหลักประกัน', cancel: 'ยกเลิกทะเบียน', returnReason: 'เหตุผลและหนังสือที่คืน', forfeitReason: 'คำสั่งหรือหนังสือที่ริบ', cancelReason: 'เหตุผลที่ยกเลิก', contract: 'สัญญา/ข้อตกลง',
  },
  done: { create: 'ลงทะเบียนหลักประกันแล้ว', return: 'บันทึกการคืนหลักประกันแล้ว', forfeit: 'บันทึกการริบหลักประกันแล้ว เมื่อผู้ออกจ่ายเงินให้ออกใบเสร็จรับเงินค่าปรับการผิดสัญญา', cancel: 'ยกเลิกทะเบียนแล้ว' },
  trail: {
    actions: { create: 'ลงทะเบียน', return: 'คืน', forfeit: 'ริบ', cancel: 'ยกเลิกทะเบียน' },
    fields: { reference: 'เลขที่หลักประกัน', amount: { label: 'จำนวนเงิน', kind: 'money' }, number: 'เลขที่' },
  },
  errors: {
    ...errors,
    contract: 'โปรดเลือกสัญญาที่ลงนามแล้วและยังไม่ปิด', purpose: 'โปรดเลือกประเภท', form: 'โปรดเลือกชนิดหลักประกัน', reference: 'โปรดระบุเลขที่ ไม่เกิน 100 ตัวอักษร',
    issuer: 'โปรดระบุธนาคารหรือผู้ออก ไม่เกิน 200 ตัวอักษร', expiresBefore: 'วันสิ้นสุดอายุต้องไม่ก่อนวันที่รับ', known: 'หลักประกันฉบับนี้ลงทะเบียนแล้ว',
    relied: (amount: string) => `ยังยกเลิกทะเบียนไม่ได้ มีเงินจ่ายล่วงหน้าหรือเงินประกันที่คืนไปแล้ว ${amount} บาทซึ่งอาศัยหลักประกันฉบับนี้ โปรดลงทะเบียนฉบับที่ถูกต้องก่อน`,
    needed: 'ยังคืนไม่ได้ ต้องปิดสัญญา หักเงินจ่ายล่วงหน้าคืนครบ หรือมีหลักประกันฉบับใหม่มาแทนก่อน',
  },
} as const
