// Words of the plans of sub-units (วงเงินตามแผน).
import { budgetText } from './budget.text.ts'
import { deskText } from './desk.text.ts'

export const planText = {
  listTitle: 'วงเงินตามแผน',
  newTitle: 'กำหนดวงเงินตามแผน',
  editTitle: (number: string) => `แก้ไขวงเงินตามแผน ${number}`,
  empty: 'ยังไม่มีวงเงินตามแผนในปีงบประมาณนี้',
  print: 'พิมพ์วงเงินตามแผน',
  states: {
    draft: budgetText.states.draft, approved: { kind: 'done', text: 'ใช้อยู่' }, superseded: budgetText.states.superseded, cancelled: budgetText.states.cancelled,
  },
  steps: { approve: deskText.steps.approve, cancel: deskText.steps.cancel },
  done: { approve: 'บันทึกการอนุมัติแล้ว วงเงินใช้ได้ตั้งแต่วันที่อนุมัติ', cancel: deskText.done.cancel },
  variants: { plan: 'แผนการใช้จ่ายเงินของหน่วยงาน', special: 'งบประมาณรายจ่ายเฉพาะการตามข้อบัญญัติ' },
  version: (number: string) => `ฉบับที่ ${number}`,
  revise: 'ปรับปรุงวงเงิน',
  earlier: 'ดูฉบับก่อน',
  later: 'ดูฉบับถัดไป',
  fields: {
    variant: 'ประเภทของแผน', year: 'ปีงบประมาณ', authority: 'ผู้มีอำนาจอนุมัติแผน', authorityHint: 'เช่น คณะกรรมการสถานศึกษา ผู้บริหารท้องถิ่น หรือสภาท้องถิ่น',
    version: 'ฉบับ', approval: 'เลขที่หนังสือหรือมติที่อนุมัติ',
  },
  columns: {
    item: 'รายการ', source: 'แหล่งเงิน', task: 'งาน', plan: 'แผนงาน / งาน', code: 'ประเภทรายจ่าย', category: 'งบ / ประเภทรายจ่าย', amount: 'วงเงิน (บาท)', used: 'ใช้ไป (บาท)',
    rest: 'คงเหลือ (บาท)', explanation: 'คำชี้แจง', unit: 'หน่วยงาน', variant: 'แผน',
  },
  caption: 'รายการตามแผน',
  hint: 'วงเงินของรายการที่ใช้ไปแล้วต้องไม่น้อยกว่ายอดที่ใช้ และตัดรายการนั้นออกไม่ได้',
  more: 'เพิ่มแถว',
  check: 'แสดงรายการของปีและประเภทที่เลือก',
  sum: 'รวม',
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติวงเงินตามแผน ${number}`,
      question: () => 'แผนนี้ได้รับอนุมัติแล้วใช่หรือไม่',
      consequences: ['วงเงินตามแผนนี้ใช้ตรวจการเบิกจ่ายตั้งแต่วันที่อนุมัติ', 'แผนฉบับก่อนของปีเดียวกันจะไม่ใช้อีก แต่ยังเปิดดูได้'],
    },
  },
  trail: { ...deskText.trail, actions: { ...deskText.trail.actions, supersede: 'ใช้ฉบับใหม่แทน' } },
  offers: {
    title: 'งบประมาณเฉพาะการจาก อปท.', lead: 'งบประมาณรายจ่ายเฉพาะการที่องค์กรปกครองส่วนท้องถิ่นตราและส่งให้หน่วยงานนี้', empty: 'ยังไม่มีงบประมาณเฉพาะการที่ส่งมา',
    columns: { title: 'งบประมาณ', reference: 'ตราตาม', enactedOn: 'ใช้ได้ตั้งแต่', total: 'งบประมาณ (บาท)', state: 'สถานะ', task: 'งาน', code: 'ประเภทรายจ่าย', item: 'รายการ', explanation: 'คำชี้แจง' },
    fields: { organisation: 'องค์กรปกครองส่วนท้องถิ่น', revenue: 'ประมาณการรายรับ (บาท)', total: 'ประมาณการรายจ่าย (บาท)', plan: 'รับเข้าเป็น' },
    waiting: { kind: 'waiting', text: 'รอรับ' }, taken: { kind: 'done', text: 'รับแล้ว' },
    take: 'รับเข้าเป็นร่างวงเงินตามแผน', caption: 'รายการงบประมาณที่ส่งมา',
    hint: 'เมื่อรับแล้วระบบจัดทำร่างวงเงินตามแผนให้ หัวหน้าหน่วยงานคลังบันทึกการอนุมัติแล้วจึงใช้จ่ายได้',
    done: 'รับงบประมาณเฉพาะการเข้าเป็นร่างแล้ว', authority: (organisation: string, reference: string) => `${organisation} ตาม${reference}`,
  },
  below: {
    title: 'วงเงินตามแผนของหน่วยงานภายใต้สังกัด', note: 'วงเงิน ใช้ไป และคงเหลือ ของแต่ละหน่วยงาน', empty: 'ยังไม่มีหน่วยงานที่มีวงเงินตามแผนในปีงบประมาณนี้',
  },
  errors: {
    ...deskText.errors,
    authority: 'โปรดระบุผู้มีอำนาจอนุมัติแผน ไม่เกิน 200 ตัวอักษร',
    variant: 'โปรดเลือกประเภทของแผน',
    year: 'จัดทำได้เฉพาะปีงบประมาณปัจจุบันหรือปีถัดไป',
    approval: 'โปรดระบุเลขที่หนังสือหรือมติที่อนุมัติแผน',
    nothing: 'โปรดระบุรายการอย่างน้อยหนึ่งรายการ',
    manyRows: 'แผนหนึ่งฉบับมีได้ไม่เกิน 300 รายการ',
    source: 'แหล่งเงินนี้ใช้กับแผนของหน่วยงานนี้ไม่ได้',
    twice: 'รายการนี้ระบุไว้แล้วในแผนนี้',
    belowUsed: (used: string) => `วงเงินต้องไม่น้อยกว่ายอดที่ใช้ไปแล้ว ${used} บาท`,
    lineBelowUsed: (title: string, used: string) => `วงเงินของรายการ ${title} ต้องไม่น้อยกว่ายอดที่ใช้ไปแล้ว ${used} บาท`,
    dropped: (title: string, used: string) => `ตัดรายการ ${title} ออกไม่ได้ เพราะใช้ไปแล้ว ${used} บาท`,
    taken: 'งบประมาณนี้รับเข้าแล้ว',
    offered: 'อปท. ส่งงบประมาณเฉพาะการของปีนี้มาแล้ว โปรดรับจากหน้า งบประมาณเฉพาะการจาก อปท.',
    overEnacted: (total: string, enacted: string) => `วงเงินรวม ${total} บาท เกินงบประมาณรายจ่ายเฉพาะการที่ตราไว้ ${enacted} บาท`,
    outdated: 'มีแผนฉบับใหม่กว่าอนุมัติไปแล้ว โปรดจัดทำฉบับปรับปรุงจากแผนที่ใช้อยู่',
    afterYear: (year: string) => `วันที่อนุมัติต้องไม่หลังสิ้นปีงบประมาณ ${year}`,
  },
} as const
