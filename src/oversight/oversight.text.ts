// Words of those who look over the offices.
export const oversightText = {
  progress: {
    title: 'ติดตามการปฏิบัติงานของ อปท. (งบประมาณรายจ่าย)',
    lead: (place: string, year: string) => `${place} · งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ${year}`,
    nation: 'ทั่วประเทศ',
    filters: 'เงื่อนไขการค้นหา',
    fields: { year: 'ปีงบประมาณ', province: 'จังหวัด', district: 'อำเภอ', state: 'สถานะ', late: 'ความล่าช้า' },
    late: 'เฉพาะที่เกินกำหนด',
    all: 'ทั้งหมด',
    empty: 'ไม่พบองค์กรปกครองส่วนท้องถิ่นตามเงื่อนไขนี้',
    columns: { code: 'รหัส', office: 'องค์กรปกครองส่วนท้องถิ่น', kind: 'ประเภท', state: 'สถานะ', proposed: 'เสนอสภาท้องถิ่น', enforced: 'ประกาศใช้' },
    states: {
      none: { kind: 'refused', text: 'ยังไม่บันทึก' }, draft: { kind: 'draft', text: 'ร่าง' }, proposed: { kind: 'waiting', text: 'เสนอสภาแล้ว' },
      council_approved: { kind: 'waiting', text: 'สภาอนุมัติแล้ว' }, supervisor_approved: { kind: 'waiting', text: 'ผู้กำกับดูแลเห็นชอบแล้ว' },
      enforced: { kind: 'done', text: 'อนุมัติและประกาศใช้แล้ว' }, closed: { kind: 'reversed', text: 'ปิดแล้ว' },
    },
    counted: (offices: string, percent: string) => `${offices} แห่ง (ร้อยละ ${percent})`,
    total: 'ทั้งหมด',
    offices: (count: string) => `${count} แห่ง`,
    due: (propose: string, enforce: string) => `กำหนดเสนอสภาท้องถิ่น ${propose} กำหนดประกาศใช้ก่อนวันที่ ${enforce}`,
    notYet: 'ยังไม่ดำเนินการ',
    daysLate: (days: string) => `ช้า ${days} วัน`,
    shown: (count: string) => `แสดง ${count} แห่ง`,
    summary: 'สรุปสถานะ',
  },
} as const
