// Words of slaughter duty at the counter.
import { receiptsText } from './receipts.text.ts'

export const slaughterText = {
  title: 'อากรการฆ่าสัตว์และค่าธรรมเนียมโรงฆ่าสัตว์',
  lead: 'ระบุจำนวนตัว ระบบคำนวณอากรและค่าธรรมเนียมเป็นรายการในใบเสร็จฉบับเดียว',
  headsOf: (animal: string) => `${animal} (ตัว)`,
  rates: (rates: readonly string[]) => `อากร โรงฆ่าสัตว์ โรงพักสัตว์ ตัวละ ${rates.join(' / ')} บาท`,
  lineOf: (animal: string, heads: string) => `${animal} ${heads} ตัว`,
  ratesTitle: 'อัตราต่อตัวตามเทศบัญญัติ/ข้อบัญญัติ',
  noRates: 'ยังไม่ได้กำหนดอัตรา',
  newRate: 'กำหนดอัตรา',
  saveRate: 'บันทึกอัตรา',
  saved: (animal: string) => `บันทึกอัตราของ${animal}แล้ว`,
  animalHint: 'เช่น สุกร โค กระบือ แพะ แกะ',
  fields: {
    animal: 'ชนิดสัตว์', validFrom: 'ใช้ตั้งแต่วันที่', duty: 'อากรการฆ่าสัตว์ (บาท/ตัว)', slaughterhouse: 'ค่าธรรมเนียมโรงฆ่าสัตว์ (บาท/ตัว)', lairage: 'ค่าธรรมเนียมโรงพักสัตว์ (บาท/ตัว)',
    authority: 'เทศบัญญัติ/ข้อบัญญัติที่กำหนด',
  },
  errors: {
    ...receiptsText.errors, animal: 'โปรดระบุชนิดสัตว์', rate: 'โปรดระบุอัตรา', noRate: 'ต้องมีอัตราอย่างน้อยหนึ่งรายการที่มากกว่า 0.00', authority: 'โปรดระบุเทศบัญญัติหรือข้อบัญญัติที่กำหนดอัตรา',
    taken: (animal: string) => `มีอัตราของ${animal}ที่ใช้ตั้งแต่วันนี้แล้ว`,
  },
} as const
