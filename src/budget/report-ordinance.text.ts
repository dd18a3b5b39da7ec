// Words of the print set of an ordinance.

interface OrdinanceWords {
  readonly law: string
  readonly title: string
  readonly year: string
  readonly from: string
  readonly total: string
  readonly inWords: string
  /** With the special budgets. */
  readonly all: string
  readonly allInWords: string
  readonly executive: string
  readonly council: string
  readonly approver: string
}

interface PersonnelWords {
  readonly amount: string
  readonly total: string
  readonly percent: string
  readonly limit: string
  readonly law: string
}

export const paperText = {
  titles: {
    speech: 'คำแถลงงบประมาณ',
    principles: 'บันทึกหลักการและเหตุผล',
    ordinance: 'ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย',
    basicData: 'ข้อมูลเบื้องต้นขององค์กรปกครองส่วนท้องถิ่น',
    revenues: 'รายงานประมาณการรายรับ',
    revenueDetails: 'รายงานรายละเอียดประมาณการรายรับ',
    expenditures: 'รายงานประมาณการรายจ่าย',
    expenditureDetails: 'รายงานรายละเอียดประมาณการรายจ่ายงบประมาณรายจ่ายทั่วไป',
    tasksByType: 'รายจ่ายตามงานและงบรายจ่าย',
    personnel: 'ตารางสรุปค่าใช้จ่ายด้านบุคลากร',
    subsidies: 'โครงการเงินอุดหนุน',
  },
  ofSpecial: (paper: string, title: string) => `${paper} ${title}`,
  /** A special budget is no general one. */
  withoutGeneral: (paper: string) => paper.replace('งบประมาณรายจ่ายทั่วไป', ''),
  none: 'ยังไม่มีร่างหรืองบประมาณรายจ่ายของปีงบประมาณนี้',
  draft: '(ร่าง)',
  enforced: (day: string) => `ประกาศใช้เมื่อวันที่ ${day}`,
  inForce: 'ประกาศใช้แล้ว',
  document: 'งบประมาณ',
  ordinal: (kind: string, number: string) => `${kind} ฉบับที่ ${number}`,
  digits: { label: 'ตัวเลขในเอกสารพิมพ์', arabic: 'อารบิก', thai: 'ไทย' },
  signers: { maker: 'ผู้จัดทำ', executive: 'ผู้เสนอ', enactor: 'ผู้ตรา', approver: 'ผู้อนุมัติ' },
  estimates: {
    revenue: 'หมวด/ประเภท', expenditure: 'ประเภท/โครงการ', category: 'หมวด', levels: ['แผนงาน', 'งาน', 'งบ', 'หมวด'],
    received: 'รายรับจริง', spent: 'รายจ่ายจริง', estimate: 'ประมาณการ', year: (year: string) => `ปี ${year}`, change: 'ยอดต่าง (%)',
    categoryOf: (name: string) => `หมวด${name}`, sumOf: (heading: string) => `รวม${heading}`, noRevenues: 'ยังไม่มีประมาณการรายรับ', noExpenditures: 'ยังไม่มีประมาณการรายจ่าย',
    special: 'งบประมาณรายจ่ายเฉพาะการ', revenueSum: 'ประมาณการรายรับ', expenditureSum: 'ประมาณการรายจ่าย',
  },
  matrix: { plan: 'แผนงาน', task: 'งาน', sum: 'รวม' },
  personnel: {
    order: 'ที่', item: 'รายการ', amount: 'จำนวนเงิน', percent: 'ร้อยละของงบประมาณ', sum: 'รวมค่าใช้จ่ายด้านบุคลากร', none: 'ยังไม่มีค่าใช้จ่ายด้านบุคลากร',
    explanation: 'คำชี้แจง',
    within: (words: PersonnelWords) => (
      `ค่าใช้จ่ายด้านบุคลากรที่ไม่ได้จ่ายจากเงินอุดหนุน ${words.amount} บาท คิดเป็นร้อยละ ${words.percent} ของงบประมาณรายจ่าย ${words.total} บาท ไม่เกินร้อยละ ${words.limit} ตาม${words.law}`),
    over: (words: PersonnelWords) => (
      `ค่าใช้จ่ายด้านบุคลากรที่ไม่ได้จ่ายจากเงินอุดหนุน ${words.amount} บาท คิดเป็นร้อยละ ${words.percent} ของงบประมาณรายจ่าย ${words.total} บาท เกินร้อยละ ${words.limit} ตาม${words.law}`),
  },
  subsidies: {
    order: 'ที่', task: 'งาน', project: 'ผู้รับเงินอุดหนุน/โครงการ', amount: 'จำนวนเงิน', none: 'ไม่มีโครงการเงินอุดหนุน',
    own: 'รายได้ปีที่ผ่านมา ไม่รวมเงินอุดหนุน (บาท)', ceiling: (percent: string) => `ตั้งได้ไม่เกินร้อยละ ${percent} (บาท)`, rest: 'ตั้งได้อีก/(เกิน) (บาท)',
    law: (law: string) => `ตาม${law}`,
  },
  basics: {
    office: 'ข้อมูลทั่วไป', budget: 'งบประมาณ', squareKm: (area: string) => `${area} ตารางกิโลเมตร`, persons: (count: string) => `${count} คน`, numberOf: (kind: string) => `จำนวน${kind}`,
    fields: {
      name: 'ชื่อ', code: 'รหัส', kind: 'ประเภท', district: 'อำเภอ', province: 'จังหวัด', address: 'ที่อยู่', phone: 'โทรศัพท์', email: 'อีเมล', area: 'พื้นที่',
      men: 'ประชากรชาย (คน)', women: 'ประชากรหญิง (คน)', people: 'ประชากรรวม (คน)', executive: 'ผู้บริหารท้องถิ่น', elected: 'วันเลือกตั้ง', termEnds: 'วันครบวาระ',
      revenue: 'ประมาณการรายรับ (บาท)', expenditure: 'ประมาณการรายจ่าย (บาท)',
    },
  },
  details: {
    allRevenue: 'ประมาณการรายรับรวมทั้งสิ้น', allExpenditure: 'ประมาณการรายจ่ายรวมทั้งสิ้น',
    split: (own: string, subsidy: string) => `จ่ายจากรายได้จัดเก็บเองและภาษีจัดสรร ${own} บาท จ่ายจากเงินอุดหนุนทั่วไป ${subsidy} บาท แยกเป็น`,
    sumOf: (name: string) => `${name} รวม`, line: (name: string) => `${name} จำนวน`,
    quantity: (quantity: string, unit: string) => `จำนวน ${quantity} ${unit}`, location: (place: string) => `สถานที่ ${place}`,
    plan: (reference: string) => (reference.startsWith('แผนพัฒนาท้องถิ่น') ? `เป็นไปตาม${reference}` : `เป็นไปตามแผนพัฒนาท้องถิ่น ${reference}`), law: (reference: string) => `เป็นไปตาม ${reference}`,
    fromRevenue: 'ตั้งจ่ายจากเงินรายได้', fromSubsidy: 'ตั้งจ่ายจากเงินอุดหนุนทั่วไป',
    fromBoth: (own: string, subsidy: string) => `ตั้งจ่ายจากเงินรายได้ ${own} บาท และเงินอุดหนุนทั่วไป ${subsidy} บาท`,
  },
  ordinance: {
    draft: 'ร่าง',
    preamble: (words: OrdinanceWords) => (
      `โดยที่เป็นการสมควรตรา${words.title} ${words.executive}จึงตรา${words.law}ขึ้นไว้โดยความเห็นชอบของ${words.council} และโดยอนุมัติของ${words.approver} ดังต่อไปนี้`),
    one: (words: OrdinanceWords) => `ข้อ 1 ${words.law}นี้เรียกว่า “${words.title}”`,
    two: (words: OrdinanceWords) => `ข้อ 2 ${words.law}นี้ให้ใช้บังคับตั้งแต่วันที่ ${words.from} เป็นต้นไป`,
    three: (words: OrdinanceWords) => `ข้อ 3 งบประมาณรายจ่ายปีงบประมาณ พ.ศ. ${words.year} ตั้งไว้เป็นจำนวนรวมทั้งสิ้น ${words.all} บาท (${words.allInWords})`,
    four: (words: OrdinanceWords) => `ข้อ 4 งบประมาณรายจ่ายทั่วไป ตั้งจ่ายเป็นจำนวนรวมทั้งสิ้น ${words.total} บาท (${words.inWords}) โดยแยกตามด้านและแผนงาน ดังนี้`,
    five: (words: { readonly total: string; readonly inWords: string }) => `ข้อ 5 งบประมาณรายจ่ายเฉพาะการ เป็นจำนวนรวมทั้งสิ้น ${words.total} บาท (${words.inWords}) ดังนี้`,
    noSpecials: 'ข้อ 5 งบประมาณรายจ่ายเฉพาะการ ไม่มี',
    six: (words: OrdinanceWords) => `ข้อ 6 ให้${words.executive}ปฏิบัติการเบิกจ่ายเงินงบประมาณที่ได้รับอนุมัติให้เป็นไปตามระเบียบที่เกี่ยวข้อง`,
    seven: (words: OrdinanceWords) => `ข้อ 7 ให้${words.executive}มีหน้าที่รักษาการให้เป็นไปตาม${words.law}นี้`,
    announced: (day: string) => `ประกาศ ณ วันที่ ${day}`,
    toBeAnnounced: 'ประกาศ ณ วันที่ ......................................................',
    table: { area: 'ด้าน', areaAndPlan: 'ด้าน/แผนงาน', total: 'ยอดรวม' },
  },
  principles: {
    principle: 'หลักการ', byArea: 'จำแนกตามด้าน', byPlan: 'จำแนกตามแผนงาน', inDetail: 'รายละเอียดตามแผนงาน งาน และงบรายจ่าย', reason: 'เหตุผล',
    total: (total: string, words: string) => `ตั้งงบประมาณรายจ่ายเป็นจำนวนรวมทั้งสิ้น ${total} บาท (${words})`, noReason: 'ยังไม่ได้บันทึกเหตุผล',
  },
  speech: {
    address: (council: string) => `ท่านประธาน${council} และสมาชิก${council}`,
    opening: (words: { readonly law: string; readonly year: string }) => (
      `บัดนี้ถึงเวลาที่ผู้บริหารท้องถิ่นจะได้เสนอร่าง${words.law}งบประมาณรายจ่ายต่อสภาอีกครั้งหนึ่ง จึงขอแถลงสถานะการคลัง การบริหารงบประมาณในปีที่ผ่านมา และแนวนโยบายการดำเนินการในปีงบประมาณ พ.ศ. ${words.year} ดังต่อไปนี้`),
    position: '1. สถานะการคลัง',
    asOf: (day: string, year: string) => `ปีงบประมาณ พ.ศ. ${year} ณ วันที่ ${day} มีสถานะการเงินดังนี้`,
    performance: (year: string) => `2. การบริหารงบประมาณในปีงบประมาณ พ.ศ. ${year}`,
    received: 'รายรับจริงรวม', spent: 'รายจ่ายจริงรวม', asked: '3. งบประมาณที่ขอตั้ง', revenue: 'ประมาณการรายรับรวม', expenditure: 'ประมาณการรายจ่ายรวม',
    closing: 'จึงเรียนมาเพื่อโปรดพิจารณา',
    lines: {
      bank: 'เงินฝากธนาคาร', accumulated: 'เงินสะสม', reserve: 'เงินทุนสำรองเงินสะสม', loans: 'เงินกู้คงค้าง',
      bound: (count: string) => `รายการกันเงินไว้แบบก่อหนี้ผูกพันและยังไม่ได้เบิกจ่าย ${count} โครงการ`,
      free: (count: string) => `รายการที่ได้กันเงินไว้โดยยังไม่ได้ก่อหนี้ผูกพัน ${count} โครงการ`,
    },
  },
} as const
