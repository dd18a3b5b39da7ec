// Words of the trial balance, and of the month that a page stands on.
export const trialBalanceText = {
  title: 'งบทดลอง',
  asOf: (day: string) => `ณ วันที่ ${day}`,
  filters: 'เงื่อนไขงบทดลอง',
  fields: { fiscalYear: 'ปีงบประมาณ', month: 'ถึงเดือน', zero: 'แสดงบัญชีที่ไม่มียอด' },
  zeroOptions: { no: 'ไม่แสดง', yes: 'แสดง' },
  account: 'ชื่อบัญชี',
  code: 'รหัสบัญชี',
  brought: 'ยอดยกมา',
  moved: 'รายการระหว่างเดือน',
  carried: 'ยอดยกไป',
  total: 'รวม',
  empty: 'ไม่มีรายการบัญชีในช่วงที่เลือก',
  print: 'พิมพ์',
  csv: 'บันทึกเป็น CSV',
  signers: [{ role: 'ผู้จัดทำ' }, { role: 'ผู้ตรวจสอบ' }, { role: 'หัวหน้าหน่วยงานคลัง' }],
  fileName: (year: string, month: string) => `trial-balance-${year}-${month}.csv`,
} as const
