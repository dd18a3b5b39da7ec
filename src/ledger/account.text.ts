// Words of the ledger of one account.
export const accountText = {
  title: (name: string) => `บัญชีแยกประเภท ${name}`,
  filters: 'เลือกเดือน',
  columns: {
    date: 'วันที่', number: 'เลขที่ใบผ่านรายการ', description: 'คำอธิบาย', balance: { D: 'คงเหลือ (ด้านเดบิต)', C: 'คงเหลือ (ด้านเครดิต)' },
  },
  brought: 'ยอดยกมา',
  total: 'รวมรายการในหน้านี้',
  empty: 'ไม่มีรายการในเดือนนี้',
  count: (shown: string) => `แสดง ${shown} รายการ`,
} as const
