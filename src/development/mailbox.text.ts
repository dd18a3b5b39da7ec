export const mailboxText = {
  title: 'กล่องจดหมายสำหรับพัฒนา',
  empty: 'ยังไม่มีจดหมาย',
  time: 'เวลา',
  to: 'ถึง',
  mail: 'เรื่องและเนื้อความ',
} as const
