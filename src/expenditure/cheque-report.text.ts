// Words of รายงานการจัดทำเช็ค/ใบถอน.
import { documentsText } from '../documents/index.ts'
import { paymentText } from './payment.text.ts'

const { faults } = paymentText.errors

export const chequeReportText = {
  listTitle: 'รายงานการจัดทำเช็ค/ใบถอน',
  newTitle: 'จัดทำรายงานการจัดทำเช็ค/ใบถอน',
  empty: 'ไม่พบรายงานตามเงื่อนไข',
  fileName: 'cheque-reports',
  noNumber: '(ร่าง)',
  editTitle: (number: string) => `แก้ไขรายงาน ${number}`,
  states: {
    draft: { kind: 'draft', text: 'ร่าง รออนุมัติ' }, approved: { kind: 'waiting', text: 'อนุมัติแล้ว รอลงนามเช็ค' }, issued: { kind: 'waiting', text: 'ลงนามแล้ว รอจ่าย' },
    done: { kind: 'done', text: 'จ่ายครบแล้ว' }, cancelled: { kind: 'refused', text: 'ยกเลิก' },
  },
  returned: (reason: string) => `ส่งคืนแก้ไข เหตุผล: ${reason}`,
  columns: {
    number: 'เลขที่', date: 'วันที่', bank: 'จากบัญชี', rows: 'จำนวนรายการ', net: 'จ่ายสุทธิ', state: 'สถานะ', author: 'ผู้จัดทำ', order: 'ลำดับ', claim: 'ฎีกา', payee: 'จ่ายให้', channel: 'จ่ายโดย',
    document: 'เช็ค/ใบถอนเลขที่', gross: 'จำนวนเงิน', deducted: 'หัก', payment: 'การจ่าย', role: 'ฐานะ', name: 'ชื่อ', position: 'ตำแหน่ง',
  },
  fields: { reportDate: 'วันที่', bankAccountId: 'จ่ายจากบัญชี', remark: 'หมายเหตุ', signatoryIds: 'ผู้ลงนาม', rowId: 'รายการที่ตัดออก', reason: 'เหตุผล' },
  facts: { approver: 'ผู้อนุมัติ', issuedOn: 'วันที่ลงนามครบ' },
  captions: { rows: 'รายการที่จะจ่าย', takenOut: 'รายการที่ตัดออกหรือกลับรายการจ่าย (ไม่รวมในยอด)', signers: 'ผู้ลงนามในเช็คหรือใบถอน' },
  chooseBank: 'เลือกบัญชี',
  nextLeaf: (account: string, number: string) => `${account}: ${number}`,
  noClaims: 'ไม่มีฎีกาที่อนุมัติแล้วรอจ่าย',
  noSignatories: 'ยังไม่มีผู้ลงนามในวันนี้ โปรดบันทึกที่ทะเบียนผู้ลงนาม',
  payments: { recorded: { kind: 'waiting', text: 'บันทึกจ่าย รออนุมัติ' }, posted: { kind: 'done', text: 'จ่ายแล้ว' } },
  pay: 'บันทึกการจ่าย',
  edit: 'แก้ไข',
  sum: 'รวมทั้งสิ้น',
  saved: 'บันทึกร่างรายงานแล้ว',
  steps: { approve: 'อนุมัติรายงาน', issue: 'ผู้ลงนามลงนามครบแล้ว', return: 'ส่งคืนแก้ไข', cancel: 'ยกเลิกรายงาน', drop: 'ตัดรายการออก', print: 'พิมพ์รายงาน' },
  returnReason: 'เหตุผลที่ส่งคืน',
  done: { approve: 'อนุมัติแล้ว ฎีกาอยู่ระหว่างจ่าย', issue: 'ลงนามครบแล้ว บันทึกการจ่ายได้', return: 'ส่งคืนแก้ไขแล้ว', cancel: 'ยกเลิกรายงานแล้ว', drop: 'ตัดรายการออกแล้ว ฎีกากลับไปรอจ่าย' },
  drop: {
    question: (number: string) => `ตัดรายการออกจากรายงาน ${number}`,
    notes: ['ฎีกาของรายการนี้กลับไปรอจัดทำรายงานใหม่', 'เช็คที่เขียนแล้วถูกยกเลิก เลขที่ใช้อีกไม่ได้'],
    choose: 'เลือกรายการ',
  },
  paper: {
    copy: 'ฉบับ', words: (words: string) => `รวมเป็นเงิน (${words})`, ask: 'จึงเรียนมาเพื่อโปรดลงนามในเช็ค/ใบถอน และอนุมัติให้จ่ายเงินตามรายการข้างต้น', author: 'ผู้จัดทำ', approver: 'หัวหน้าหน่วยงานคลัง',
    signer: 'ผู้ลงนามในเช็ค/ใบถอน',
  },
  roles: {
    head_of_finance: 'หัวหน้าหน่วยงานคลัง', executive: 'ผู้บริหารท้องถิ่น', clerk: 'ปลัด', department_head: 'หัวหน้าหน่วยงาน', safe_committee: 'กรรมการเก็บรักษาเงิน', cheque_signer: 'ผู้ลงนามเช็ค',
  },
  work: { toApprove: 'รายงานการจัดทำเช็ค/ใบถอนรออนุมัติ', toIssue: 'รายงานการจัดทำเช็ค/ใบถอนรอลงนามเช็ค', toPay: 'เช็ค/ใบถอนรอส่งมอบและบันทึกจ่าย' },
  trail: {
    actions: { create: 'จัดทำ', edit: 'แก้ไข', approve: 'อนุมัติ', issue: 'ลงนามครบ', return: 'ส่งคืน', cancel: 'ยกเลิก', drop: 'ตัดรายการ' },
    fields: { number: 'เลขที่', date: { label: 'วันที่', kind: 'date' }, rows: 'จำนวนรายการ', net: { label: 'จ่ายสุทธิ', kind: 'money' }, payee: 'จ่ายให้' },
  },
  errors: {
    ...documentsText.errors,
    faults: {
      noRows: 'โปรดเลือกฎีกาที่จะจ่ายอย่างน้อยหนึ่งฉบับ', gone: 'ฎีกาที่เลือกบางฉบับไม่รอจ่ายแล้ว โปรดเลือกใหม่', payees: 'เช็คหรือใบถอนหนึ่งฉบับจ่ายได้เฉพาะผู้รับเงินรายเดียวกัน', accounts: faults.accounts, noNumber: faults.noCheque,
      current: faults.current, savings: faults.savings, nothing: 'ฎีกาที่หักเต็มจำนวนไม่มีเงินต้องจ่าย ไม่ต้องจัดทำเช็คหรือใบถอน', future: 'วันที่ต้องไม่เกินวันนี้', beforeClaim: 'วันที่ของรายงานต้องไม่ก่อนวันที่ของฎีกา', noBank: faults.noBank,
    },
    /** INV-14 */
    beforeDebt: (day: string) => `วันที่ของรายงานต้องไม่ก่อนวันที่ของใบผ่านรายการตั้งหนี้ คือ ${day}`,
    signers: { few: 'ผู้ลงนามน้อยกว่าที่กำหนด', executive: 'ผู้ลงนามต้องมีผู้บริหารท้องถิ่นหรือผู้ทำการแทน', clerk: 'ผู้ลงนามต้องมีปลัดหรือผู้ทำการแทน' },
    acting: (position: string, actingFor: string) => `${position} ปฏิบัติหน้าที่แทน ${actingFor}`,
    otherYear: (year: string) => `รายงานมีเลขที่ของปีงบประมาณ ${year} แล้ว วันที่ต้องอยู่ในปีเดียวกัน`,
    /** INV-17 */
    taken: 'ฎีกาที่เลือกอยู่ในรายงานการจัดทำเช็ค/ใบถอนฉบับอื่นแล้ว',
    paid: 'มีรายการที่บันทึกการจ่ายแล้ว',
    row: 'โปรดเลือกรายการที่ยังไม่ได้จ่าย',
    notIssued: 'รายการนี้จ่ายแล้ว หรือรายงานยังไม่ได้ลงนาม',
  },
} as const
