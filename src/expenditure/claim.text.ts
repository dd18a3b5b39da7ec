// Words of ฎีกา: kinds, states, refusals.
import { documentsText } from '../documents/index.ts'

export const claimText = {
  noNumber: 'ร่าง',
  twin: (number: string, date: string, amount: string) => `${number} วันที่ ${date} จำนวน ${amount} บาท`,
  withdrawn: 'หน่วยงานผู้เบิกขอถอนฎีกา',
  debt: (number: string, title: string) => `ตั้งหนี้ตามฎีกา ${number} ${title}`,
  errors: {
    ...documentsText.errors,
    future: 'วันที่ต้องไม่เกินวันนี้',
    invoiceAfter: 'วันที่ของใบแจ้งหนี้ต้องไม่หลังวันที่ฎีกา',
    closed: 'งวดบัญชีปิดแล้ว',
    negative: 'รายการหักรวมกันเกินจำนวนเงินที่ขอเบิก',
    payee: 'โปรดเลือกผู้รับเงินจากฐานข้อมูล',
    noPeople: 'โปรดวางรายชื่อผู้รับเงินจากตารางคำนวณ',
    onePayee: 'ฎีกาประเภทนี้มีผู้รับเงินรายเดียว',
    bothPayees: 'ระบุผู้รับเงินรายเดียว หรือวางรายชื่อผู้รับเงิน อย่างใดอย่างหนึ่ง',
    peopleDiffer: 'ยอดรวมของรายชื่อผู้รับเงินไม่เท่ากับจำนวนเงินที่ขอเบิกและรายการหัก',
    /** W_DUP_INVOICE */
    sameBill: (claim: string) => `พบใบแจ้งหนี้เลขที่ซ้ำ กับฎีกา ${claim} โปรดระบุเหตุผลที่เบิกซ้ำ`,
    /** E_SOD */
    sameChecker: documentsText.samePerson,
    /** E_DUP_SOURCE */
    posted: (voucher: string) => `เอกสารนี้บันทึกบัญชีแล้ว (${voucher})`,
    papers: (names: string) => `เอกสารที่ต้องมียังไม่ครบ: ${names}`,
    moved: (claim: string) => `ฎีกา ${claim} เปลี่ยนสถานะไปแล้ว โปรดเปิดหน้านี้ใหม่`,
  },
} as const
