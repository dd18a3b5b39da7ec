// Words for counting cash by note and coin.
export const cashCountText = {
  caption: 'เงินสดตามชนิดธนบัตรและเหรียญ',
  empty: 'ไม่มีเงินสด',
  kind: 'ชนิด',
  count: 'จำนวน',
  amount: 'จำนวนเงิน (บาท)',
  notes: 'ฉบับ',
  coins: 'เหรียญ',
  note: (baht: string) => `ธนบัตร ${baht} บาท`,
  coin: (baht: string) => `เหรียญ ${baht} บาท`,
  errors: { pieces: 'โปรดระบุจำนวนเป็นจำนวนเต็มไม่ติดลบ' },
} as const
