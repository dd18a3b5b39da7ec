// Words the room of dealings between units speaks.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const interagencyText = {
  listTitle: 'ข้อมูลระหว่างหน่วยงาน',
  lead: 'ยอดตามบัญชีของหน่วยงานท่านคู่กับยอดตามบัญชีของหน่วยงานคู่บัญชี ต้องตรงกันก่อนปิดบัญชีประจำปี',
  year: 'ปีงบประมาณ', show: 'แสดง', filters: 'เลือกปีงบประมาณ',
  empty: 'ไม่มีรายการระหว่างหน่วยงานในปีงบประมาณนี้',
  unit: '(หน่วย : บาท)',
  sum: 'รวม',
  columns: { other: 'หน่วยงานคู่บัญชี', dealing: 'รายการ', ours: 'บัญชีของเรา', theirs: 'บัญชีของคู่บัญชี', difference: 'ผลต่าง', since: 'ต่างกันตั้งแต่', turn: 'หน่วยงานที่ต้องดำเนินการ', state: 'สถานะ' },
  age: (days: string) => `${days} วัน`,
  ourTurn: 'หน่วยงานของท่าน',
  states: {
    equal: { kind: 'done', text: 'ตรงกัน' }, waiting: { kind: 'waiting', text: 'รอรับรู้' }, unsent: { kind: 'waiting', text: 'ตั้งเบิกแล้ว ยังไม่จ่าย' }, unequal: { kind: 'refused', text: 'ไม่ตรงกัน' },
    excepted: { kind: 'draft', text: 'มีหนังสือยกเว้น' },
  } satisfies Readonly<Record<string, Status>>,
  giver: 'เราเป็นผู้ให้', taker: 'เราเป็นผู้รับ',
  detail: {
    ours: 'ตามบัญชีของหน่วยงานเรา', theirs: (other: string) => `ตามบัญชีของ${other}`, none: 'ยังไม่มีรายการ',
    columns: { date: 'วันที่', voucher: 'ใบผ่านรายการ', account: 'บัญชี', description: 'คำอธิบาย', amount: 'จำนวนเงิน' },
    unsent: (amount: string) => `ตั้งเบิกแล้ว ยังไม่จ่าย ${amount} บาท หน่วยงานผู้รับบันทึกรับเมื่อได้รับเงินแล้ว`,
    waiting: (amount: string) => `หน่วยงานคู่บัญชีบันทึกให้แล้ว ${amount} บาท รอหน่วยงานของท่านบันทึกรับ`,
    take: 'บันทึกหลักฐานการรับเงิน', takePawn: 'บันทึกการรับเงิน',
  },
  exception: {
    heading: 'หนังสือยกเว้นของหัวหน้าหน่วยงาน', hint: 'ใช้เมื่อแก้ไขให้ตรงกันไม่ได้ก่อนปิดบัญชี มีผลเฉพาะผลต่างจำนวนนี้', letter: 'เลขที่หนังสือ', reason: 'เหตุผล', save: 'บันทึกหนังสือยกเว้น',
    saved: 'บันทึกหนังสือยกเว้นแล้ว', given: (letter: string, reason: string, by: string) => `${letter} ${reason} (${by})`,
  },
  noPair: (account: string) => `บัญชี ${account} ระบุหน่วยงานที่ไม่ใช่คู่บัญชี`,
  toTake: (name: string, other: string, year: string) => `รอบันทึกรับ: ${name} จาก${other} ปี ${year}`,
  print: 'วันที่พิมพ์',
  fileName: (year: string) => `interagency-${year}`,
  errors: { ...documentsText.errors, letter: 'โปรดระบุเลขที่หนังสือ', equal: 'ยอดตรงกันแล้ว ไม่ต้องมีหนังสือยกเว้น' },
} as const
