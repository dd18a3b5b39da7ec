// Words of the cash book of money out.
export const disbursementText = {
  title: 'สมุดเงินสดจ่าย',
  ofMonth: (month: string) => `ประจำเดือน${month}`,
  month: 'เดือน',
  empty: 'ไม่มีใบผ่านรายการจ่ายในเดือนนี้',
  sum: 'รวมเดือนนี้',
  untilNow: 'รวมตั้งแต่ต้นปีงบประมาณ',
  count: (rows: string) => `${rows} รายการ`,
  cheque: (number: string) => `เช็ค ${number}`,
  fileName: (month: string) => `disbursement-book-${month}`,
  columns: {
    date: 'วันที่', number: 'เลขที่ใบผ่านรายการ', claim: 'ฎีกา', payee: 'ผู้รับเงิน', description: 'รายการ', cheque: 'เช็คเลขที่', cash: 'เงินสด', bank: 'เงินฝากธนาคาร', paid: 'รวมจ่ายสุทธิ',
    deducted: 'รายการหัก', purpose: 'ประเภทรายจ่าย', gross: 'รวมรายจ่าย',
  },
  purposes: {
    central: 'งบกลาง', personnel: 'เงินเดือน', operating: 'ค่าตอบแทน ใช้สอย วัสดุ', utilities: 'สาธารณูปโภค', capital: 'ครุภัณฑ์ ที่ดินและสิ่งก่อสร้าง', subsidies: 'เงินอุดหนุน', deposits: 'เงินรับฝาก',
    loans: 'ลูกหนี้เงินยืม', accumulated: 'เงินสะสม', others: 'อื่น ๆ',
  },
} as const
