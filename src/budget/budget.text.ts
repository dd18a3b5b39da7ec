// Words the room speaks: refusals, states, buttons, and what several desks share.
import { documentsText } from '../documents/index.ts'

export const budgetText = {
  errors: {
    tooOld: (year: string) => `ระบบรับเอกสารงบประมาณตั้งแต่ปีงบประมาณ ${year}`,
    ...documentsText.errors,
    short: (line: { number: string; title: string; date: string; available: string; asked: string; short: string }) => (
      `งบประมาณคงเหลือไม่พอ: รหัสรายการ ${line.number} ${line.title} คงเหลือ ณ ${line.date} ${line.available} บาท ขอใช้ ${line.asked} บาท เกินอยู่ ${line.short} บาท`),
    overHold: (rest: string) => `เกินยอดคงเหลือของรายการที่กันวงเงิน/ก่อหนี้ผูกพันไว้ คงเหลือ ${rest} บาท`,
    overPaid: (paid: string) => `คืนเงินได้ไม่เกินยอดที่จ่าย ${paid} บาท`,
    overCash: (received: string, paid: string) => `จ่ายได้ไม่เกินเงินที่ได้รับแล้ว ${received} บาท จ่ายไปแล้ว ${paid} บาท`,
    notUsable: (from: string, until: string) => `รายการนี้ใช้ได้ตั้งแต่ ${from} ถึง ${until}`,
    noLine: 'ไม่พบรายการงบประมาณที่เลือก',
    twin: (title: string) => `มีรายการซ้ำกันในแผนงาน งาน และประเภทเดียวกัน: ${title}`,
    task: 'ไม่พบงานนี้หรือไม่เปิดใช้ในปีงบประมาณ', code: 'ไม่พบประเภทรายจ่ายนี้หรือไม่เปิดใช้ในปีงบประมาณ', item: 'โปรดระบุชื่อรายการ ไม่เกิน 300 ตัวอักษร',
    central: 'งบกลางตั้งได้เฉพาะแผนงานงบกลาง และแผนงานงบกลางตั้งได้เฉพาะงบกลาง', department: 'ไม่พบหน่วยงานนี้',
    meeting: 'โปรดระบุการประชุมสภา เช่น สมัยสามัญที่ 3 ครั้งที่ 2/2569',
    future: 'วันที่ต้องไม่เกินวันนี้',
    order: (last: string) => `วันที่ต้องไม่ก่อนขั้นตอนก่อนหน้า (${last})`,
  },
  lineKey: { department: 'หน่วยงาน', task: 'งาน', code: 'ประเภทรายจ่าย', title: 'รายการ', noDepartment: 'ไม่ระบุ' },
  approvers: { executive: 'ผู้บริหารท้องถิ่น', council: 'สภาท้องถิ่น' },
  states: {
    draft: { kind: 'draft', text: 'ร่าง' },
    proposed: { kind: 'waiting', text: 'เสนอสภาแล้ว' },
    council_approved: { kind: 'waiting', text: 'สภาอนุมัติแล้ว' },
    supervisor_approved: { kind: 'waiting', text: 'ผู้กำกับดูแลเห็นชอบแล้ว' },
    enforced: { kind: 'done', text: 'อนุมัติและประกาศใช้แล้ว' },
    submitted: { kind: 'waiting', text: 'เสนออนุมัติ' },
    approved: { kind: 'done', text: 'อนุมัติแล้ว' },
    announced: { kind: 'done', text: 'ประกาศแล้ว' },
    notified: { kind: 'waiting', text: 'รับแจ้งแล้ว' },
    allocated: { kind: 'done', text: 'จัดสรรแล้ว' },
    carried: { kind: 'done', text: 'ตั้งเป็นเงินกันแล้ว' },
    rejected: { kind: 'refused', text: 'ไม่อนุมัติ' },
    closed: { kind: 'reversed', text: 'ปิดแล้ว' },
    superseded: { kind: 'reversed', text: 'ใช้ฉบับใหม่แทน' },
    cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  },
  work: {
    sent: (kind: string, year: string) => `${kind} ปี ${year} ที่รอท่านอนุมัติ`,
    begun: (kind: string, year: string) => `${kind} ปี ${year} ที่ยังไม่บันทึกรับแจ้ง`,
    notified: (year: string) => `เงินอุดหนุนที่รับแจ้งแล้ว ปี ${year} ยังไม่จัดสรรเข้ารายการ`,
    plan: (year: string) => `วงเงินตามแผน ปี ${year} ที่รอท่านอนุมัติ`,
  },
  document: {
    noNumber: '(ยังไม่มีเลขที่)',
    kinds: {
      annual: 'งบประมาณรายจ่ายประจำปี', supplementary: 'งบประมาณรายจ่ายเพิ่มเติม', special: 'งบประมาณรายจ่ายเฉพาะการ',
      interim: 'ใช้งบประมาณปีก่อนไปพลางก่อน', transfer: 'โอนงบประมาณรายจ่าย', amendment: 'แก้ไขเปลี่ยนแปลงคำชี้แจง',
      grant: 'รับแจ้งเงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ', accumulated: 'จ่ายขาดเงินสะสม', loan: 'แหล่งเงินกู้', release: 'ใช้เงินสำรองจ่าย',
      override: 'ใช้จ่ายเกินวงเงิน', carry: 'กันเงิน', extension: 'ขยายเวลาเบิกจ่าย', lapse: 'พับเงิน', plan: 'วงเงินตามแผน',
    },
    fields: {
      title: 'ชื่อเอกสาร', fiscalYear: 'ปีงบประมาณ', documentDate: 'วันที่เอกสาร', effectiveOn: 'มีผลตั้งแต่', reason: 'เหตุผล', preparedBy: 'ผู้จัดทำ',
      approvedBy: 'ผู้บันทึกอนุมัติ', approver: 'ผู้มีอำนาจอนุมัติ', legalReference: 'ระเบียบอ้างอิง', total: 'จำนวนเงินรวม (บาท)',
    },
    returned: (reason: string) => `ส่งคืนแก้ไข: ${reason}`,
    stepsTitle: 'ขั้นตอนการอนุมัติ',
    noSteps: 'ยังไม่มีการเสนออนุมัติ',
    columns: { step: 'ขั้นตอน', happenedOn: 'วันที่', meeting: 'การประชุม', letter: 'หนังสือ', note: 'หมายเหตุ', recorder: 'ผู้บันทึก' },
  },
} as const
