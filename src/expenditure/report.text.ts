// Words of the reports of money out: where they begin, and the register of claims.
export const reportText = {
  title: 'สมุดเงินสดจ่าย/ทะเบียนต่าง ๆ',
  lead: (office: string, year: string) => `${office} ปีงบประมาณ ${year}`,
  groups: { claims: 'ฎีกาและการจ่ายเงิน', purchases: 'จัดซื้อจัดจ้าง', people: 'เจ้าหนี้ ลูกหนี้ และภาษี' },
  reports: {
    claims: { title: 'ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ', note: 'ฎีกาทุกฉบับพร้อมเลขที่ ใบผ่านรายการ และฉบับที่ทำแล้วยังไม่จ่าย' },
    payables: { title: 'ทะเบียนใบผ่านรายการตั้งหนี้', note: 'ใบผ่านรายการตั้งหนี้ตามลำดับ' },
    payments: { title: 'บันทึกการจ่ายเงิน', note: 'การจ่ายเงินทุกวิธี ค้นหาและบันทึกเป็นไฟล์' },
    withholdings: { title: 'ทะเบียนคุมภาษีหัก ณ ที่จ่าย', note: 'รายเดือน แยกตามแบบ พร้อมหนังสือรับรอง' },
    loans: { title: 'ทะเบียนสัญญาการยืมเงิน', note: 'ยืมแล้ว ส่งใช้แล้ว คงค้าง และเกินกำหนด' },
    requests: { title: 'ทะเบียนรายงานขอซื้อขอจ้าง', note: 'วงเงิน สถานะ และสัญญา' },
    contracts: { title: 'ทะเบียนคุมสัญญา/ข้อตกลง', note: 'ตรวจรับ เบิกแล้ว จ่ายแล้ว ค่าปรับ และประกันผลงาน' },
    acceptances: { title: 'ทะเบียนตรวจรับพัสดุ', note: 'งวดที่ตรวจรับและใบผ่านรายการตั้งหนี้' },
    payees: { title: 'ฐานข้อมูลเจ้าหนี้/ผู้มีสิทธิรับเงิน', note: 'บัญชีธนาคารที่ตรวจแล้วและประวัติ' },
  },
  register: {
    title: 'ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ',
    asOf: (day: string) => `ณ วันที่ ${day}`,
    unit: '(หน่วย : บาท)',
    empty: 'ไม่พบฎีกาที่มีเลขที่ตามเงื่อนไข',
    unpaid: 'การจ่ายเงิน',
    unpaidOnly: 'ทำแล้วยังไม่จ่าย',
    fileName: (day: string) => `claim-register-${day}`,
    department: (number: string) => `ผู้เบิก ${number}`,
    columns: { vouchers: 'ใบผ่านรายการ', payable: 'ใบผ่านรายการตั้งหนี้', paid: 'ใบผ่านรายการจ่าย' },
  },
} as const
