// What the town was notified of, took from its accumulated money and the school planned. Artificial figures.

export interface FundRow {
  readonly department: string
  readonly task: string
  readonly code: string
  readonly title: string
  readonly explanation: string
  readonly plan: string
  readonly amount: string
}

export interface DemoGrant {
  readonly source: '3001' | '3002'
  readonly title: string
  readonly reason: string
  /** Month and day of the notice. */
  readonly day: string
  readonly spendBy: string
  readonly total: string
  readonly lines: readonly FundRow[]
}

const row = (given: Partial<FundRow> & Pick<FundRow, 'department' | 'task' | 'code' | 'title' | 'amount'>): FundRow => ({ explanation: '', plan: '', ...given })

export const agency = { agency: 'กรมส่งเสริมการปกครองท้องถิ่น', letterNumber: 'มท 0808.2/ว 4821' } as const

/** Of last year, carried into this one. */
export const oldGrant: DemoGrant = {
  source: '3002', title: 'เงินอุดหนุนเฉพาะกิจ ปรับปรุงระบบประปาและห้องเรียน', reason: 'ปรับปรุงระบบประปาหมู่บ้านและห้องเรียนศูนย์พัฒนาเด็กเล็ก', day: '08-20', spendBy: '09-30',
  total: '1850000', lines: [
    row({ department: 'กองการศึกษา', task: '00212', code: '5411600', title: 'ครุภัณฑ์คอมพิวเตอร์ห้องเรียนศูนย์พัฒนาเด็กเล็ก', amount: '350000', explanation: 'จำนวน 14 เครื่อง' }),
    row({ department: 'กองช่าง', task: '00312', code: '5420900', title: 'ปรับปรุงท่อเมนประปาหมู่ที่ 4', amount: '1500000', explanation: 'ท่อ PE ขนาด 110 มิลลิเมตร ยาว 2,400 เมตร' }),
  ],
}

export const grants: readonly [DemoGrant, DemoGrant] = [
  {
    source: '3002', title: 'เงินอุดหนุนเฉพาะกิจ ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านเหมือง', reason: 'ก่อสร้างถนนสายหลักที่ประชาชนใช้ขนส่งผลผลิต', day: '11-02', spendBy: '09-30', total: '1200000', lines: [
      row({ department: 'กองช่าง', task: '00312', code: '5420900', title: 'ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านเหมือง', amount: '1050000', explanation: 'กว้าง 5 เมตร ยาว 360 เมตร' }),
      row({ department: 'กองช่าง', task: '00312', code: '5420900', title: 'ติดตั้งป้ายและสัญญาณจราจร สายบ้านเหมือง', amount: '150000', explanation: 'ป้ายเตือน 12 ป้าย' }),
    ],
  },
  { source: '3001', title: 'เงินอุดหนุนทั่วไประบุวัตถุประสงค์ จ้างนักเรียนช่วงปิดภาคเรียน', reason: 'สร้างรายได้แก่นักเรียนนักศึกษาในท้องถิ่น', day: '11-24', spendBy: '09-30', total: '240000', lines: [] },
]

export interface Repair {
  readonly title: string
  readonly reason: string
  readonly purpose: 'service' | 'hardship'
  readonly day: string
  readonly lines: readonly FundRow[]
}

export const repairs: readonly [Repair, Repair] = [
  {
    title: 'จ่ายขาดเงินสะสม ปรับปรุงถนนและทางระบายน้ำ', reason: 'ถนนชำรุดหลังฤดูฝน ประชาชนสัญจรไม่สะดวก', purpose: 'hardship', day: '11-10', lines: [
      row({ department: 'กองช่าง', task: '00312', code: '5420900', title: 'ปรับปรุงผิวจราจรถนนข้าวหลาม', amount: '2400000', explanation: 'ผิวแอสฟัลท์ หนา 5 เซนติเมตร', plan: 'แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570 หน้า 51 ลำดับที่ 12' }),
      row({ department: 'กองช่าง', task: '00312', code: '5420900', title: 'ขุดลอกทางระบายน้ำชุมชนหนองมน', amount: '600000', explanation: 'ยาว 1,200 เมตร', plan: 'แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570 หน้า 52 ลำดับที่ 15' }),
    ],
  },
  {
    title: 'จ่ายขาดเงินสะสม จัดซื้อรถบรรทุกน้ำ', reason: 'รถเดิมชำรุดซ่อมไม่คุ้มค่า', purpose: 'service', day: '11-25', lines: [
      row({ department: 'สำนักปลัด', task: '00123', code: '5410300', title: 'รถบรรทุกน้ำ 6,000 ลิตร', amount: '2300000', explanation: 'จำนวน 1 คัน', plan: 'แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570 หน้า 98 ลำดับที่ 3' }),
    ],
  },
]

export const amended = {
  task: '00311', code: '5220100', title: 'แก้ไขคำชี้แจงเงินเดือนพนักงานกองช่าง', reason: 'ปรับให้ตรงกับแผนอัตรากำลังที่แก้ไขใหม่',
  explanation: 'เงินเดือนพนักงานตามแผนอัตรากำลัง 3 ปี (แก้ไขครั้งที่ 1) จำนวน 12 เดือน',
} as const

const plan = (source: string, code: string, title: string, amount: string, explanation = '') => ({ source, task: '00212', code, title, amount, explanation })

export const planned = [
  plan('A1', '5330100', 'วัสดุการศึกษา', '180000', 'สื่อการเรียนและอุปกรณ์กีฬา'), plan('A1', '5340100', 'ค่าไฟฟ้า', '96000'), plan('A1', '5320300', 'โครงการทัศนศึกษา', '65000', 'นักเรียนชั้นประถมศึกษาปีที่ 4–6'),
  plan('A3', '5320300', 'โครงการอาหารกลางวัน', '420000', 'ตามจำนวนนักเรียนที่มีตัวจริง'), plan('70', '5411600', 'เครื่องคอมพิวเตอร์ห้องสมุด', '48000', 'จำนวน 2 เครื่อง'),
] as const
