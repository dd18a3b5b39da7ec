// Words of บันทึกจัดซื้อจัดจ้างจากระบบ e-GP.
import { contractText } from './contract.text.ts'
import { procurementText } from './procurement.text.ts'

const { columns } = procurementText

export const egpText = {
  listTitle: 'ทะเบียนบันทึกจัดซื้อจัดจ้างจากระบบ e-GP',
  newTitle: '',
  formTitle: (name: string) => `บันทึกเลข e-GP ของ ${name}`,
  empty: 'ยังไม่มีสัญญาหรือข้อตกลงตามเงื่อนไขนี้',
  fileName: 'egp',
  save: 'บันทึก',
  hint: 'นำเลขที่โครงการและเลขคุมสัญญาจากระบบ e-GP มาบันทึก ระบบนี้ไม่ได้เชื่อมต่อกับ e-GP โดยตรง ฎีกาก่อหนี้ผูกพันจัดทำได้เมื่อมีเลขคุมสัญญาแล้ว',
  states: { missing: { kind: 'waiting', text: 'ยังไม่ได้บันทึก' }, keyed: { kind: 'done', text: 'บันทึกแล้ว' }, exempt: { kind: 'draft', text: 'ไม่ต้องบันทึก' } },
  columns: {
    ...columns, project: 'เลขที่โครงการ', control: 'เลขคุมสัญญา', method: 'วิธีจัดหา', winner: 'ผู้ชนะ/คู่สัญญา', taxId: 'เลขผู้เสียภาษี', price: 'ราคา', contract: 'สัญญา/ข้อตกลง', advance: 'เงินล่วงหน้า',
  },
  advance: { yes: 'มี', no: 'ไม่มี' },
  fields: { egpProject: contractText.fields.egpProject, egpControl: contractText.fields.egpControl, projectHint: 'ตัวเลข 11 หลัก', controlHint: 'ตัวเลข 12 หลัก เว้นว่างได้จนกว่าจะบันทึกสัญญาในระบบ e-GP' },
  missing: (count: string) => `มีสัญญาหรือข้อตกลง ${count} ฉบับยังไม่ได้บันทึกเลข e-GP ให้ครบ`,
  done: 'บันทึกเลข e-GP แล้ว',
  errors: { project: 'โปรดระบุเลขที่โครงการ e-GP' },
} as const
