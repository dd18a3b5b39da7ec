// Words of the registers and reports.
export const reportText = {
  unit: '(หน่วย : บาท)',
  print: 'พิมพ์',
  total: 'รวมทั้งสิ้น',
  year: 'ปีงบประมาณ',
  filters: 'เงื่อนไขรายงาน',
  asOf: (moment: string) => `ข้อมูล ณ ${moment}`,
  yearOf: (name: string, year: string) => `${name} ปีงบประมาณ พ.ศ. ${year}`,
  signers: [{ role: 'ผู้จัดทำ' }, { role: 'ผู้ตรวจสอบ' }, { role: 'ผู้อนุมัติ' }],
  index: {
    title: 'รายงานงบประมาณ',
    heading: 'ทะเบียนและรายงาน',
    lines: { text: 'ทะเบียนคุมงบประมาณรายจ่าย', note: 'ทุกรายการ ทุกขั้นตอน คงเหลือ ณ ขณะนี้ และรายการเคลื่อนไหว' },
    actual: { text: 'งบประมาณเทียบกับที่เกิดขึ้นจริง', note: 'ตามแผนงาน งบ และหมวดรายจ่าย' },
  },
  lines: {
    title: 'ทะเบียนคุมงบประมาณรายจ่าย',
    empty: 'ยังไม่มีรายการงบประมาณตามเงื่อนไขนี้',
    cut: (most: string) => `แสดง ${most} รายการแรก โปรดเลือกแผนงานหรืองานเพื่อดูรายการอื่นและยอดรวม`,
    count: (count: string) => `${count} รายการ`,
    group: (plan: string, task: string) => `${plan} › ${task}`,
    sheetHeading: ['ปีงบประมาณ', 'รหัสรายการ', 'แหล่งเงิน', 'แผนงาน', 'งาน', 'หน่วยงาน', 'รหัสประเภท', 'ประเภท', 'รายการ'],
    fields: { source: 'แหล่งเงิน', plan: 'แผนงาน', task: 'งาน', type: 'งบรายจ่าย', department: 'หน่วยงานภายใน', text: 'รหัสหรือชื่อรายการ' },
    columns: {
      title: 'รหัสและรายการ', given: 'อนุมัติ + เพิ่มเติม', transferred: 'โอนเพิ่ม/(ลด)', reserved: 'กันวงเงิน', committed: 'ก่อหนี้ผูกพัน',
      claimed: 'เบิกรอจ่าย', paid: 'จ่ายสุทธิ', carried: 'กันไว้/พับ', available: 'คงเหลือ', used: 'ใช้ไปร้อยละ',
    },
  },
  line: {
    title: (number: string) => `ทะเบียนคุมงบประมาณรายจ่าย รหัสรายการ ${number}`,
    empty: 'ยังไม่มีรายการเคลื่อนไหว',
    brought: 'ยอดยกมา',
    shown: (count: string) => `แสดง ${count} รายการ`,
    fields: {
      title: 'รายการ', source: 'แหล่งเงิน', plan: 'แผนงาน', task: 'งาน', economic: 'ประเภทรายจ่าย', department: 'หน่วยงาน', usable: 'ใช้ได้',
      explanation: 'คำชี้แจง', available: 'คงเหลือ (บาท)', revised: 'งบประมาณหลังเพิ่มเติมและโอน (บาท)', allowance: 'อนุมัติให้ใช้เกิน (บาท)',
    },
    usable: (from: string, until: string) => `${from} ถึง ${until}`,
    columns: {
      date: 'ว/ด/ป', number: 'เลขที่เอกสารและรายการ', given: 'อนุมัติ', transferred: 'โอนเพิ่ม/(ลด)', reserved: 'กันวงเงิน',
      committed: 'ก่อหนี้ผูกพัน', claimed: 'เบิก', paid: 'จ่าย/(คืน)', carried: 'กันไว้/พับ', available: 'คงเหลือ',
    },
  },
  actual: {
    title: 'งบประมาณเทียบกับที่เกิดขึ้นจริง',
    empty: 'ยังไม่มีงบประมาณที่อนุมัติในปีนี้',
    above: { category: 'งบรายจ่าย', task: 'แผนงาน' },
    by: 'สรุปตาม',
    source: 'แหล่งเงิน',
    enacted: 'ตามข้อบัญญัติหรือแผน',
    bys: { category: 'หมวดรายจ่าย', task: 'แผนงานและงาน', department: 'หน่วยงาน' },
    noDepartment: 'ไม่ระบุหน่วยงาน',
    columns: {
      code: 'รหัส', name: 'รายการ', original: 'งบเดิม', final: 'งบสุดท้าย', paid: 'จ่ายจริงสุทธิ', owed: 'เบิกค้างจ่าย', bound: 'กันวงเงินและผูกพัน',
      variance: 'ผลต่าง', percent: 'ร้อยละ',
    },
  },
} as const
