// Words of ใบตรวจสอบประจำเดือน of a pawnshop.
import { type Status } from '../platform/http/components.ts'
import { pawnshopsText } from './pawnshops.text.ts'

export const monthControlText = {
  listTitle: 'ใบตรวจสอบประจำเดือนสถานธนานุบาล', title: 'ใบตรวจสอบประจำเดือน', newTitle: 'จัดทำใบตรวจสอบประจำเดือน', editTitle: 'แก้ไขใบตรวจสอบประจำเดือน', empty: 'ยังไม่มีใบตรวจสอบประจำเดือนในปีนี้',
  about: (year: string) => `ปีงบประมาณ ${year}`,
  lead: 'ตรวจนับเงินสด รวมเงินต้นจากตั๋วรับจำนำและบัญชีทรัพย์หลุดจำนำที่เก็บไว้ ณ วันสิ้นเดือน แล้วเทียบกับบัญชี งวดบัญชีของเดือนปิดได้เมื่อผู้จัดการลงนามแล้ว',
  asOf: (day: string) => `ณ วันที่ ${day}`,
  count: (n: string) => `${n} ฉบับ`,
  fileName: (year: string) => `pawn-controls-${year}`,
  save: 'บันทึกร่าง',
  fields: {
    month: 'เดือน', year: 'ปีงบประมาณ', counted: 'เงินสดที่ตรวจนับได้', openTickets: 'เงินต้นรวมตามตั๋วรับจำนำที่ยังไม่ไถ่ถอน', openCount: 'จำนวนตั๋วที่ยังไม่ไถ่ถอน', forfeited: 'ราคาทุนรวมตามบัญชีทรัพย์หลุดจำนำคงเหลือ',
    reason: 'คำชี้แจงผลต่าง', reasonHint: 'ต้องระบุเมื่อยอดใดต่างจากบัญชี', author: 'ผู้จัดทำ', signer: 'ผู้ลงนาม', average: 'เงินรับจำนำเฉลี่ยต่อตั๋ว', interest: 'ดอกเบี้ยรับของเดือนต่อเงินให้กู้ถัวเฉลี่ย', state: 'สถานะ',
  },
  columns: { what: 'รายการ', counted: 'ตรวจนับ/รวมได้', books: 'ตามบัญชี', difference: 'ผลต่าง' },
  rows: { cash: 'เงินสดในมือ', debtors: 'ลูกหนี้ - ทรัพย์รับจำนำ', stock: 'ทรัพย์หลุดจำนำ' },
  tickets: (n: string) => `${n} ตั๋ว`,
  percent: (percent: string, low: string, high: string) => `ร้อยละ ${percent} ต่อเดือน (เกณฑ์ปกติร้อยละ ${low} ถึง ${high})`,
  noLoans: 'ไม่มีเงินให้กู้ในเดือนนี้',
  outOfBand: (percent: string) => `ดอกเบี้ยรับร้อยละ ${percent} ของเงินให้กู้ถัวเฉลี่ยอยู่นอกเกณฑ์ปกติ โปรดตรวจสอบการบันทึกดอกเบี้ย`,
  moved: 'ยอดตามบัญชีเปลี่ยนไปหลังลงนาม โปรดเปิดแก้ไขแล้วลงนามใหม่',
  states: {
    draft: { kind: 'draft', text: 'ร่าง' }, submitted: { kind: 'waiting', text: 'รอลงนาม' }, signed: { kind: 'done', text: 'ลงนามแล้ว' }, cancelled: { kind: 'refused', text: 'ยกเลิก' },
  } satisfies Readonly<Record<string, Status>>,
  buttons: {
    ...pawnshopsText.buttons, submit: 'ส่งให้ลงนาม', sign: 'ลงนาม', reopen: 'เปิดแก้ไข', reopenReason: 'เหตุผลที่เปิดแก้ไข',
  },
  done: { saved: 'บันทึกร่างแล้ว', submit: 'ส่งให้ลงนามแล้ว', sign: 'ลงนามแล้ว', return: 'ส่งคืนแก้ไขแล้ว', withdraw: 'ดึงกลับมาเป็นร่างแล้ว', cancel: 'ยกเลิกร่างแล้ว', reopen: 'เปิดแก้ไขแล้ว' },
  trail: {
    actions: { create: 'จัดทำ', edit: 'แก้ไข', submit: 'ส่งให้ลงนาม', sign: 'ลงนาม', return: 'ส่งคืน', withdraw: 'ดึงกลับ', cancel: 'ยกเลิก', reopen: 'เปิดแก้ไข' },
    fields: {
      counted: { label: 'เงินสดที่ตรวจนับได้', kind: 'money' }, openTickets: { label: 'เงินต้นรวมตามตั๋ว', kind: 'money' }, forfeited: { label: 'ทรัพย์หลุดจำนำรวม', kind: 'money' },
      cash: { label: 'เงินสดตามบัญชี', kind: 'money' }, debtors: { label: 'ลูกหนี้ตามบัญชี', kind: 'money' }, stock: { label: 'ทรัพย์หลุดจำนำตามบัญชี', kind: 'money' },
    },
  },
  block: {
    missing: (month: string) => `ยังไม่มีใบตรวจสอบประจำเดือน${month}ที่ลงนามแล้ว`,
    moved: (month: string) => `ยอดตามบัญชีเปลี่ยนไปหลังลงนามใบตรวจสอบประจำเดือน${month}`,
  },
  errors: {
    ...pawnshopsText.errors,
    month: 'โปรดเลือกเดือน', notOver: 'เดือนนี้ยังไม่สิ้นสุด', made: 'เดือนนี้มีใบตรวจสอบแล้ว', count: 'จำนวนตั๋วต้องเป็นจำนวนเต็ม ไม่ติดลบ', explain: 'ยอดต่างจากบัญชี โปรดชี้แจงผลต่าง',
    openDays: 'ยังมีเอกสารของเดือนนี้ที่ไม่ได้ผ่านรายการ โปรดผ่านรายการหรือยกเลิกก่อนลงนาม', shut: 'เปิดแก้ไขไม่ได้ งวดบัญชีของเดือนนี้ปิดแล้ว', moved: 'ยอดตามบัญชีเปลี่ยนไป โปรดส่งคืนแก้ไข',
  },
} as const
