// A year's budget of a small subdistrict, in baht; larger offices have so many times as much. Artificial figures.

interface Line {
  readonly task: string
  readonly department: string
  readonly code: string
  readonly title: string
  readonly amount: number
  readonly explanation: string
  /** Paid from the general subsidy. */
  readonly isSubsidised?: true
  /** งบลงทุน says what stands in the development plan, how many and where (B6). */
  readonly capital?: { readonly plan: string; readonly quantity: string; readonly unit: string; readonly location: string }
}

export const departments = ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา'] as const
const [clerk, treasury, works, education] = departments

const line = (task: string, department: string, rest: Omit<Line, 'task' | 'department'>): Line => ({ task, department, ...rest })

export const lines: readonly Line[] = [
  line('00111', clerk, { code: '5210100', title: 'เงินเดือนนายกและรองนายก', amount: 725_760, explanation: 'เงินเดือนผู้บริหารท้องถิ่น จำนวน 12 เดือน' }),
  line('00111', clerk, { code: '5210600', title: 'ค่าตอบแทนสมาชิกสภาท้องถิ่น', amount: 1_490_400, explanation: 'ค่าตอบแทนประธานสภา รองประธานสภา และสมาชิกสภา จำนวน 12 เดือน' }),
  line('00111', clerk, { code: '5220100', title: 'เงินเดือนพนักงานสำนักปลัด', amount: 4_800_000, explanation: 'เงินเดือนพนักงานตามแผนอัตรากำลัง 3 ปี จำนวน 12 เดือน' }),
  line('00111', clerk, { code: '5220600', title: 'ค่าจ้างพนักงานจ้าง', amount: 2_100_000, explanation: 'ค่าจ้างพนักงานจ้างตามภารกิจและพนักงานจ้างทั่วไป จำนวน 12 เดือน' }),
  line('00111', clerk, { code: '5320100', title: 'จ้างเหมาบริการทำความสะอาดและรักษาความปลอดภัย', amount: 900_000, explanation: 'จ้างเหมาดูแลอาคารสำนักงานตลอดปี' }),
  line('00111', clerk, { code: '5320300', title: 'ค่าใช้จ่ายในการเดินทางไปราชการ', amount: 200_000, explanation: 'ค่าเบี้ยเลี้ยง ค่าพาหนะ และค่าเช่าที่พัก' }),
  line('00111', clerk, { code: '5330100', title: 'วัสดุสำนักงาน', amount: 180_000, explanation: 'กระดาษ หมึกพิมพ์ แฟ้ม และวัสดุอื่นของสำนักปลัด' }),
  line('00111', clerk, { code: '5330800', title: 'วัสดุเชื้อเพลิงและหล่อลื่น', amount: 250_000, explanation: 'น้ำมันเชื้อเพลิงรถส่วนกลาง' }),
  line('00111', clerk, { code: '5340100', title: 'ค่าไฟฟ้า', amount: 650_000, explanation: 'ค่าไฟฟ้าอาคารสำนักงานและที่สาธารณะ' }),
  line('00113', treasury, { code: '5220100', title: 'เงินเดือนพนักงานกองคลัง', amount: 2_400_000, explanation: 'เงินเดือนพนักงานตามแผนอัตรากำลัง 3 ปี จำนวน 12 เดือน' }),
  line('00113', treasury, { code: '5320100', title: 'จ้างเหมาสำรวจข้อมูลภาษีที่ดินและสิ่งปลูกสร้าง', amount: 240_000, explanation: 'ปรับปรุงแผนที่ภาษีให้เป็นปัจจุบัน' }),
  line('00113', treasury, { code: '5330100', title: 'วัสดุสำนักงาน', amount: 90_000, explanation: 'กระดาษ ใบเสร็จรับเงิน และวัสดุอื่นของกองคลัง' }),
  line('00113', treasury, { code: '5331400', title: 'วัสดุคอมพิวเตอร์', amount: 80_000, explanation: 'หมึกพิมพ์และอุปกรณ์บันทึกข้อมูล' }),
  line('00113', treasury, {
    code: '5411600', title: 'เครื่องคอมพิวเตอร์สำหรับงานประมวลผล', amount: 46_000, explanation: 'ทดแทนเครื่องเดิมที่ใช้งานเกิน 5 ปี',
    capital: { plan: 'แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570 หน้า 112 ลำดับที่ 4', quantity: '2', unit: 'เครื่อง', location: 'กองคลัง' },
  }),
  line('00123', clerk, { code: '5320300', title: 'โครงการฝึกอบรมอาสาสมัครป้องกันภัยฝ่ายพลเรือน', amount: 120_000, explanation: 'ฝึกทบทวนอาสาสมัครปีละ 1 ครั้ง' }),
  line('00123', clerk, { code: '5331600', title: 'วัสดุเครื่องดับเพลิง', amount: 60_000, explanation: 'สายส่งน้ำและสารเคมีดับเพลิง' }),
  line('00211', education, { code: '5220100', title: 'เงินเดือนพนักงานกองการศึกษา', amount: 1_300_000, explanation: 'เงินเดือนพนักงานตามแผนอัตรากำลัง 3 ปี จำนวน 12 เดือน' }),
  line('00212', education, { code: '5320300', title: 'โครงการอาหารกลางวันศูนย์พัฒนาเด็กเล็ก', amount: 1_100_000, explanation: 'อาหารกลางวันเด็กเล็ก 245 วัน', isSubsidised: true }),
  line('00212', education, { code: '5330400', title: 'ค่าอาหารเสริม (นม)', amount: 1_450_000, explanation: 'นมโรงเรียน 260 วัน', isSubsidised: true }),
  line('00212', education, { code: '561000', title: 'อุดหนุนโครงการพัฒนาคุณภาพการศึกษาของโรงเรียน', amount: 250_000, explanation: 'อุดหนุนโรงเรียนในเขตพื้นที่' }),
  line('00223', clerk, { code: '5320300', title: 'โครงการป้องกันและควบคุมโรคพิษสุนัขบ้า', amount: 150_000, explanation: 'วัคซีนและการขึ้นทะเบียนสัตว์' }),
  line('00244', works, { code: '5320100', title: 'จ้างเหมาเก็บขนและกำจัดขยะมูลฝอย', amount: 1_800_000, explanation: 'จ้างเหมาเก็บขนตลอดปี' }),
  line('00244', works, { code: '5330800', title: 'วัสดุเชื้อเพลิงและหล่อลื่น', amount: 600_000, explanation: 'น้ำมันเชื้อเพลิงรถบรรทุกขยะ' }),
  line('00263', education, { code: '5320300', title: 'โครงการอนุรักษ์ประเพณีท้องถิ่น', amount: 350_000, explanation: 'งานประเพณีสงกรานต์และลอยกระทง' }),
  line('00311', works, { code: '5220100', title: 'เงินเดือนพนักงานกองช่าง', amount: 1_600_000, explanation: 'เงินเดือนพนักงานตามแผนอัตรากำลัง 3 ปี จำนวน 12 เดือน' }),
  line('00312', works, { code: '5330600', title: 'วัสดุก่อสร้าง', amount: 300_000, explanation: 'วัสดุซ่อมแซมถนนและทางเท้า' }),
  line('00312', works, {
    code: '5420900', title: 'ก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ 3', amount: 5_200_000, explanation: 'กว้าง 5 เมตร ยาว 1,800 เมตร หนา 0.15 เมตร ตามแบบแปลน',
    capital: { plan: 'แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570 หน้า 45 ลำดับที่ 3', quantity: '1', unit: 'สาย', location: 'หมู่ที่ 3' },
  }),
  line('00312', works, {
    code: '5420900', title: 'ก่อสร้างรางระบายน้ำ หมู่ที่ 5', amount: 1_650_000, explanation: 'กว้าง 0.40 เมตร ยาว 900 เมตร ตามแบบแปลน',
    capital: { plan: 'แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570 หน้า 46 ลำดับที่ 7', quantity: '1', unit: 'แห่ง', location: 'หมู่ที่ 5' },
  }),
  line('00411', clerk, { code: '5110300', title: 'เงินสมทบกองทุนประกันสังคม', amount: 260_000, explanation: 'สมทบในส่วนของนายจ้าง' }),
  line('00411', clerk, { code: '5110700', title: 'เบี้ยยังชีพผู้สูงอายุ', amount: 8_400_000, explanation: 'จ่ายแบบขั้นบันไดตามช่วงอายุ จำนวน 12 เดือน', isSubsidised: true }),
  line('00411', clerk, { code: '5110800', title: 'เบี้ยยังชีพคนพิการ', amount: 1_900_000, explanation: 'จ่ายให้คนพิการที่มีสิทธิ จำนวน 12 เดือน', isSubsidised: true }),
  line('00411', clerk, { code: '5111000', title: 'สำรองจ่าย', amount: 787_840, explanation: 'กรณีสาธารณภัยหรือบรรเทาความเดือดร้อนของประชาชนเป็นส่วนรวม' }),
  line('00411', clerk, { code: '5120100', title: 'เงินสมทบกองทุนบำเหน็จบำนาญข้าราชการส่วนท้องถิ่น', amount: 520_000, explanation: 'ร้อยละของงบประมาณรายรับตามระเบียบ' }),
]

/** By code, and by the code that provincial organisations collect in its place. */
export const revenues: readonly { readonly code: string; readonly provincial?: string; readonly amount: number; readonly explanation: string }[] = [
  { code: '41100003', provincial: '41100006', amount: 450_000, explanation: 'ประมาณการจากทะเบียนผู้เสียภาษี' },
  { code: '41100009', provincial: '41100007', amount: 4_200_000, explanation: 'ประมาณการจากราคาประเมินและรายรับจริงปีที่ผ่านมา' },
  { code: '41210007', amount: 180_000, explanation: 'ประมาณการตามคำขออนุญาตที่คาดว่าจะมี' },
  { code: '41210008', amount: 620_000, explanation: 'ประมาณการตามจำนวนครัวเรือน' },
  { code: '41300001', amount: 150_000, explanation: 'ตามสัญญาเช่า' },
  { code: '41300003', amount: 250_000, explanation: 'ดอกเบี้ยเงินฝากธนาคาร' },
  { code: '41500004', amount: 50_000, explanation: 'ประมาณการตามรายรับจริงปีที่ผ่านมา' },
  { code: '42100002', amount: 9_000_000, explanation: 'ประมาณการตามที่คาดว่าจะได้รับจัดสรร' },
  { code: '42100004', provincial: '42100003', amount: 3_400_000, explanation: 'ประมาณการตามที่คาดว่าจะได้รับจัดสรร' },
  { code: '42100007', provincial: '42100001', amount: 4_700_000, explanation: 'ประมาณการตามที่คาดว่าจะได้รับจัดสรร' },
  { code: '42100015', provincial: '41100008', amount: 2_000_000, explanation: 'ประมาณการตามรายรับจริงปีที่ผ่านมา' },
  { code: '43100001', amount: 17_000_000, explanation: 'ตามที่กรมส่งเสริมการปกครองท้องถิ่นแจ้งจัดสรร' },
]

/** How many times the figures above. */
export const sizes: Readonly<Record<string, number>> = { PAO: 20, PATTAYA: 12, CITY: 8, TOWN: 5 }
