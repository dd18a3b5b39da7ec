// Words of what is unfinished before books are closed.
export const openSpendingText = {
  open: {
    payments: (count: string, amount: string) => `บันทึกการจ่ายเงินที่ยังไม่ได้อนุมัติผ่านรายการ ${count} รายการ ${amount} บาท`,
    paying: (count: string, amount: string) => `ฎีกาที่อยู่ระหว่างจ่ายเงินตามรายงานการจัดทำเช็ค/ใบถอน ${count} ฎีกา ${amount} บาท`,
    checked: (count: string, amount: string) => `ฎีกาที่รออนุมัติ ${count} ฎีกา ${amount} บาท`,
    endorsed: (count: string, amount: string) => `ฎีกาที่รอตรวจสอบ ${count} ฎีกา ${amount} บาท`,
    submitted: (count: string, amount: string) => `ฎีกาที่รอหัวหน้าหน่วยงานผู้เบิกเห็นชอบ ${count} ฎีกา ${amount} บาท`,
    acceptances: (count: string, amount: string) => `ใบตรวจรับพัสดุที่ยังเป็นร่าง ${count} ฉบับ ${amount} บาท`,
    clearings: (count: string, amount: string) => `ใบรับใบสำคัญส่งใช้เงินยืมที่รออนุมัติ ${count} ฉบับ ${amount} บาท`,
    forfeitures: (count: string, amount: string) => `การริบเงินประกันสัญญาที่ยังไม่ผ่านรายการ ${count} รายการ ${amount} บาท`,
    corrections: (count: string, amount: string) => `ใบปรับปรุงรายจ่ายที่รออนุมัติ ${count} ฉบับ ${amount} บาท`,
    waivers: (count: string, amount: string) => `ใบยกเลิกหนี้ที่เงินตีกลับที่รออนุมัติ ${count} ฉบับ ${amount} บาท`,
    taxes: (count: string, amount: string) => `ภาษีหัก ณ ที่จ่ายของเดือนที่ยังไม่ได้นำส่ง ${count} รายการ ${amount} บาท`,
  },
  work: (year: string) => `งานรายจ่ายที่ต้องทำให้เสร็จก่อนปิดบัญชีปีงบประมาณ ${year}`,
} as const
