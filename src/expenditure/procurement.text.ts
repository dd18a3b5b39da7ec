// Words that the documents of procurement say alike; each takes them into its own.
import { documentsText } from '../documents/index.ts'

export const procurementText = {
  noNumber: '(ร่าง)',
  unit: '(หน่วย : บาท)',
  sum: 'รวมทั้งสิ้น',
  registerSum: 'รวมทั้งสิ้น (ไม่นับรายการที่ยกเลิกหรือไม่รับ)',
  shownTotal: 'รวมที่แสดง (ไม่นับรายการที่ยกเลิกหรือไม่รับ)',
  baht: 'บาท',
  days: (days: string) => `${days} วัน`,
  percent: (rate: string) => `ร้อยละ ${rate}`,
  saveDraft: 'บันทึกร่าง',
  saved: 'บันทึกร่างแล้ว',
  returned: (reason: string) => `ส่งคืนแก้ไข: ${reason}`,
  back: 'กลับไปที่เอกสาร',
  edit: 'แก้ไข',
  more: 'เพิ่มแถว',
  available: 'คงเหลือ (บาท)',
  columns: { number: 'เลขที่', date: 'วันที่', title: 'รายการ', total: 'จำนวนเงิน', state: 'สถานะ', author: 'ผู้จัดทำ' },
  fields: { search: 'เลขที่หรือคำค้น', reason: 'เหตุผล', documentDate: 'วันที่', author: 'ผู้จัดทำ', approver: 'ผู้อนุมัติ', line: 'รายการงบประมาณ' },
  kinds: { buy: 'ซื้อ', hire: 'จ้าง', rent: 'เช่า' },
  work: {
    ownRequests: 'รายงานขอซื้อขอจ้างที่ยังเป็นร่าง', requests: 'รายงานขอซื้อขอจ้างรออนุมัติ', approved: 'รายงานขอซื้อขอจ้างรอทำสัญญา', drafts: 'ร่างสัญญารอบันทึกการลงนาม', late: 'สัญญาครบกำหนดแต่ส่งมอบไม่ครบ',
    deliveries: 'การส่งมอบรอตรวจรับ', unclaimed: 'ตรวจรับแล้วยังไม่ได้ตั้งฎีกา', expiring: 'หลักประกันหมดอายุหรือใกล้หมดอายุ', forfeitures: 'การริบเงินประกันสัญญารออนุมัติ',
  },
  paper: { copy: 'ฉบับ', words: (words: string) => `(${words})` },
  errors: {
    ...documentsText.errors,
    future: 'วันที่ต้องไม่เกินวันปัจจุบัน',
    manyRows: 'รายการเกิน 100 แถว',
    percent: 'ร้อยละต้องเป็นตัวเลข มีทศนิยมไม่เกิน 4 ตำแหน่ง',
    quantity: 'จำนวนต้องเป็นตัวเลขมากกว่า 0 มีทศนิยมไม่เกิน 2 ตำแหน่ง',
    days: 'จำนวนวันต้องเป็นจำนวนเต็ม 1 ถึง 3,650',
    name: 'โปรดระบุชื่อ',
  },
} as const
