// Words of the transfers the department tells of.
import { documentsText } from '../documents/index.ts'
import { type Status } from '../platform/http/components.ts'

export const transferNoticeText = {
  listTitle: 'การโอนเงินอุดหนุนทั่วไปขององค์กรปกครองส่วนท้องถิ่น',
  importTitle: 'นำเข้ารายการโอนเงิน',
  empty: 'ไม่พบรายการโอนเงินตามเงื่อนไข',
  unit: '(หน่วย : บาท)',
  sum: 'รวม',
  allYears: 'ทุกปีงบประมาณ',
  fileName: (year: string) => `transfers-${year}`,
  columns: {
    receiver: 'อปท. ที่รับโอน', code: 'รหัส อปท.', income: 'ประเภทรายรับ', round: 'งวดที่', letter: 'เลขที่หนังสือ', day: 'วันที่โอน', amount: 'จำนวนเงิน', state: 'สถานะ', receipt: 'เอกสารรับเงิน',
    waited: 'รอมาแล้ว (วัน)',
  },
  filters: {
    year: 'ปีงบประมาณ', state: 'สถานะ', search: 'ค้นหา', searchHint: 'ชื่อหรือรหัส อปท. ประเภทรายรับ หรือเลขที่หนังสือ', waited: 'รอเกิน (วัน)',
  },
  states: {
    waiting: { kind: 'waiting', text: 'รอบันทึกรับ' }, taken: { kind: 'done', text: 'บันทึกรับแล้ว' }, withdrawn: { kind: 'reversed', text: 'ถอนรายการแล้ว' },
  } satisfies Readonly<Record<string, Status>>,
  count: (shown: string, all: string) => `แสดง ${shown} จาก ${all} รายการ`,
  take: 'บันทึกรับเงิน',
  taken: 'บันทึกรับไว้แล้ว',
  takenTitle: 'เลือกเอกสารรับเงินที่บันทึกไว้แล้ว',
  takenDone: 'จับคู่รายการโอนกับเอกสารรับเงินแล้ว',
  choose: 'โปรดเลือก',
  noTaker: 'ไม่พบเอกสารรับเงินที่มีรหัสรายรับและจำนวนเงินตรงกับรายการโอนนี้',
  taker: (name: string, day: string, payer: string) => `${name} วันที่ ${day} ${payer}`,
  withdraw: 'ถอนรายการ',
  withdrawTitle: 'ถอนรายการโอนเงิน',
  withdrawReason: 'เหตุผลที่ถอน',
  withdrawn: 'ถอนรายการโอนเงินแล้ว',
  imported: (count: string) => `นำเข้ารายการโอนเงิน ${count} รายการแล้ว`,
  payer: 'กรมส่งเสริมการปกครองท้องถิ่น',
  remark: (letter: string, round: string) => ['ตามหนังสือ', letter, round && `งวดที่ ${round}`].filter(Boolean).join(' '),
  notice: (income: string, letter: string, amount: string) => `บันทึกรับเงินตามรายการโอน: ${income} หนังสือ ${letter} จำนวน ${amount} บาท`,
  work: {
    waiting: 'เงินที่แจ้งโอนแล้ว รอบันทึกรับ',
    one: (income: string, letter: string, day: string) => `แจ้งโอน: ${income} หนังสือ ${letter} โอนวันที่ ${day}`,
    below: (days: string) => `เงินที่แจ้งโอนแล้ว อปท. ยังไม่บันทึกรับเกิน ${days} วัน`,
  },
  import: {
    hint: 'แถวแรกเป็นหัวคอลัมน์ตามแบบ ไฟล์ CSV หรือ XLSX หรือคัดลอกจากสเปรดชีตมาวาง แต่ละแถวแสดงที่หน้าหลักของ อปท. ที่รับโอนจนกว่าจะบันทึกรับ',
    file: 'ไฟล์', pasted: 'หรือวางจากสเปรดชีต', fileName: 'transfers.csv',
    heads: { year: 'ปีงบประมาณ', round: 'งวดที่', code: 'รหัส อปท.', income: 'รหัสรายรับ', amount: 'จำนวนเงิน', day: 'วันที่โอน', letter: 'เลขที่หนังสือ' },
    faults: { caption: (all: string, shown: string) => `ข้อผิดพลาด ${all} รายการ (แสดง ${shown})`, row: 'แถวที่', column: 'คอลัมน์', reason: 'ข้อผิดพลาด' },
    errors: {
      noFile: 'โปรดเลือกไฟล์หรือวางข้อมูล', noHeads: (names: string) => `ไม่พบคอลัมน์ ${names}`, noRows: 'ไม่มีแถวข้อมูล', long: (most: string) => `นำเข้าได้ครั้งละไม่เกิน ${most} แถว`,
      faults: (count: string) => `ไฟล์นำเข้ามีข้อผิดพลาด ${count} รายการ ยังไม่ได้บันทึกแถวใด`,
      files: { kind: 'อ่านได้เฉพาะไฟล์ CSV และ XLSX', large: 'ไฟล์ใหญ่เกินไป', unreadable: 'อ่านไฟล์ไม่ได้' },
    },
  },
  errors: {
    ...documentsText.errors,
    year: 'ปีงบประมาณต้องเป็นปีของวันที่โอน',
    lao: 'ไม่พบ อปท. ตามรหัสนี้',
    income: 'ไม่พบรหัสรายรับประเภทภาษีจัดสรรหรือเงินอุดหนุนที่ อปท. นี้ใช้',
    future: 'วันที่โอนต้องไม่เกินวันปัจจุบัน',
    letter: 'โปรดระบุเลขที่หนังสือ',
    twin: 'รายการนี้ซ้ำกับแถวอื่นหรือกับที่นำเข้าไว้แล้ว (อปท. หนังสือ รหัสรายรับ วันที่ และงวดเดียวกัน)',
    taken: 'อปท. บันทึกรับรายการนี้แล้ว ถอนไม่ได้',
    taker: 'โปรดเลือกเอกสารรับเงินที่มีรหัสรายรับและจำนวนเงินตรงกับรายการโอน และยังไม่ได้จับคู่',
    takenAlready: 'รายการโอนนี้บันทึกรับแล้ว',
    otherMoney: (income: string, amount: string) => `หลักฐานนี้ต้องมีรายการ ${income} จำนวน ${amount} บาท ตามรายการโอน`,
  },
} as const
