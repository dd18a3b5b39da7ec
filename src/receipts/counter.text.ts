// Words of the counter, and of the receipt on paper.
export const counterText = {
  title: 'ออกใบเสร็จรับเงิน',
  date: (day: string) => `ใบเสร็จจะลงวันที่ ${day}`,
  closed: (day: string) => `จัดทำใบสำคัญสรุปใบนำส่งเงินของวันนี้แล้ว ใบเสร็จจะลงวันที่ ${day}`,
  issued: (number: string) => `ออกใบเสร็จรับเงิน ${number} แล้ว`,
  cashHint: 'เว้นว่างทุกช่องของการรับชำระ ถ้ารับเป็นเงินสดเต็มจำนวน',
  fromRegister: 'เลือกผู้ชำระจากทะเบียน',
  slaughter: 'อากรการฆ่าสัตว์',
  payerKindNone: 'ไม่ระบุ',
  print: {
    province: (name: string) => `จังหวัด${name}`, phone: (number: string) => `โทร. ${number}`, number: 'เลขที่', date: 'วันที่', time: 'ออกเมื่อ', payer: 'ได้รับเงินจาก', address: 'ที่อยู่', taxId: 'เลขประจำตัวผู้เสียภาษี', item: 'รายการ', amount: 'จำนวนเงิน (บาท)',
    means: 'ชำระโดย', copyTimes: (mark: string, times: string) => `${mark} (พิมพ์ครั้งที่ ${times})`,
    collector: 'ผู้รับเงิน', cancelled: 'ยกเลิก',
  },
} as const
