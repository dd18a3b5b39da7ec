// Words of the money outside the ordinance: notices of subsidies, accumulated money, loans.
import { budgetText } from './budget.text.ts'
import { deskText } from './desk.text.ts'

const { states } = budgetText

/** What all of them say. */
export const fundText = {
  columns: {
    explanation: 'คำชี้แจง', plan: 'แผนพัฒนาท้องถิ่น (ฉบับ/หน้า/ลำดับ)', amount: 'จำนวนเงิน (บาท)',
    item: 'รายการ', department: 'หน่วยงาน', place: 'แผนงาน / งาน', category: 'งบ / ประเภท', allotted: 'จัดสรร', bound: 'กัน/ผูกพัน/รอจ่าย', paid: 'จ่ายแล้ว', frozen: 'รอแจ้งใหม่', available: 'คงเหลือ',
    received: 'จำนวนเงิน (บาท)', receivedOn: 'วันที่รับเงิน', reference: 'หลักฐาน', recorder: 'ผู้บันทึก',
  },
  captions: { lines: 'รายการที่ตั้งจ่าย', cash: 'เงินที่ได้รับแล้ว', noCash: 'ยังไม่ได้รับเงิน', noLines: 'ยังไม่ได้ตั้งรายการ' },
  uncash: {
    title: (number: string) => `กลับรายการเงินที่บันทึกผิดของ ${number}`,
    question: (number: string) => `กลับรายการเงินที่บันทึกไว้ใน ${number} เท่าใด`,
    consequences: ['ยอดที่บันทึกไว้เดิมยังอยู่ และมีรายการติดลบต่อท้าย ระบุเหตุผลในช่องหลักฐาน', 'กลับรายการได้เฉพาะเงินที่ยังไม่ได้จ่าย'],
  },
  more: 'เพิ่มแถว',
  sum: 'รวม',
  figures: { received: 'ได้รับเงินแล้ว', paid: 'จ่ายแล้ว', cashLeft: 'เงินที่ได้รับคงเหลือ', frozen: 'เหลือจากการก่อหนี้ รอแจ้งใหม่', available: 'คงเหลือให้ก่อหนี้' },
  errors: {
    ...deskText.errors,
    manyRows: 'เอกสารหนึ่งฉบับมีได้ไม่เกิน 100 รายการ',
    twice: 'รายการนี้ระบุไว้แล้วในเอกสารนี้',
    nothing: 'โปรดระบุรายการที่ตั้งจ่ายอย่างน้อยหนึ่งรายการ',
    plan: 'โปรดระบุแผนพัฒนาท้องถิ่นที่รายการนี้อยู่',
    overReceived: (received: string, total: string) => `เงินที่ได้รับรวม ${received} บาท เกินจำนวนเงินตามเอกสาร ${total} บาท`,
    overTaken: (left: string) => `กลับรายการได้ไม่เกินเงินที่ได้รับแล้วและยังไม่ได้จ่าย ${left} บาท`,
    reference: 'โปรดระบุหลักฐานการรับเงิน เช่น เลขที่ใบเสร็จ หรือเลขที่ใบนำเข้าบัญชี',
    waiting: (names: string) => `ยังปิดไม่ได้ มีเอกสารกันเงินหรือขยายเวลาที่รออยู่: ${names}`,
    bound: (number: string, title: string) => `ยังปิดไม่ได้ รายการ ${number} ${title} มียอดที่กันวงเงิน ก่อหนี้ผูกพัน หรือรอจ่ายอยู่`,
  },
} as const

export const grantText = {
  listTitle: 'แจ้งเงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ',
  newTitle: 'บันทึกรับแจ้งเงินอุดหนุน',
  secondTitle: (number: string) => `บันทึกแจ้งครั้งใหม่สำหรับเงินที่เหลือของ ${number}`,
  newSecond: 'บันทึกแจ้งครั้งใหม่สำหรับเงินที่เหลือ',
  editTitle: (number: string) => `แก้ไขรับแจ้งเงินอุดหนุน ${number}`,
  allotTitle: (number: string) => `จัดสรรเงินอุดหนุน ${number}`,
  empty: 'ยังไม่มีการรับแจ้งเงินอุดหนุนตามเงื่อนไขนี้',
  print: 'พิมพ์ใบแจ้งจัดสรร',
  states: { draft: states.draft, notified: states.notified, allocated: states.allocated, closed: states.closed, cancelled: states.cancelled },
  steps: { notify: 'รับแจ้ง', cancel: 'ยกเลิก', allocate: 'จัดสรร', cash: 'บันทึกเงินที่ได้รับ', uncash: 'กลับรายการเงินที่บันทึกผิด', close: 'ปิดเรื่อง' },
  done: {
    notify: 'บันทึกรับแจ้งแล้ว', cancel: 'ยกเลิกแล้ว', allocate: 'จัดสรรแล้ว รายการใช้ก่อหนี้ได้', cash: 'บันทึกเงินที่ได้รับแล้ว', uncash: 'กลับรายการแล้ว', close: 'ปิดเรื่องแล้ว วงเงินที่เหลือพับไป',
  },
  sources: { 3001: 'เงินอุดหนุนทั่วไประบุวัตถุประสงค์', 3002: 'เงินอุดหนุนเฉพาะกิจ' },
  fields: {
    source: 'ประเภทเงินอุดหนุน', agency: 'หน่วยงานที่แจ้ง', letterNumber: 'หนังสือแจ้งเลขที่', letterDate: 'ลงวันที่', reason: 'วัตถุประสงค์', total: 'จำนวนเงินที่รับแจ้ง (บาท)',
    spendBy: 'ใช้จ่ายได้ถึงวันที่', documentDate: 'วันที่รับแจ้ง', parent: 'สำหรับเงินที่เหลือของ',
  },
  seconds: { caption: 'การแจ้งครั้งใหม่สำหรับเงินที่เหลือ', number: 'เลขที่', title: 'เรื่อง', state: 'สถานะ', sum: 'รวม' },
  law: 'ระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงิน การเบิกจ่ายเงิน การฝากเงิน การเก็บรักษาเงิน และการตรวจเงินขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2566',
  /** What is edited once the notice stands. */
  allot: (isAllotted: boolean) => (isAllotted ? 'แก้ไขการจัดสรร' : 'จัดทำรายการจัดสรร'),
  saveAllotment: 'บันทึกรายการจัดสรร',
  allotted: 'บันทึกรายการจัดสรรแล้ว รอหัวหน้าหน่วยงานคลังจัดสรร',
  returned: (amount: string) => `เงินที่ได้รับแล้วและไม่ได้จ่าย ${amount} บาท เป็นเงินรับฝากรอส่งคืน (2104010101.001) ต้องส่งคืนหน่วยงานที่แจ้ง`,
  notBooked: (amount: string) => `ยอดที่ยังไม่อยู่ในบัญชีรายได้เงินอุดหนุนรับล่วงหน้าของเรื่องนี้ ${amount} บาท โปรดตรวจการบันทึกรับเงินแล้วปรับปรุงบัญชี`,
  returning: (number: string) => `เงินอุดหนุนคงเหลือรอส่งคืนของ ${number}`,
  allotHint: (total: string) => `จัดสรรให้ครบ ${total} บาทตามยอดที่รับแจ้ง แล้วหัวหน้าหน่วยงานคลังจึงจัดสรร`,
  hint: 'จัดสรรครบตามยอดที่รับแจ้ง หรือเว้นตารางไว้ก่อนแล้วจัดสรรภายหลังก็ได้',
  asks: {
    allocate: {
      title: (number: string) => `จัดสรรเงินอุดหนุน ${number}`,
      question: (number: string) => `จัดสรรเงินอุดหนุน ${number} ตามรายการในเอกสารหรือไม่`,
      consequences: ['รายการที่จัดสรรใช้ก่อหนี้ได้ทันทีถึงวันที่กำหนด', 'จ่ายเงินได้ไม่เกินเงินที่ได้รับจริงของหนังสือแจ้งฉบับนี้'],
    },
    cash: {
      title: (number: string) => `บันทึกเงินที่ได้รับของ ${number}`,
      question: (number: string) => `ได้รับเงินตาม ${number} เท่าใด`,
      consequences: ['รายการของหนังสือแจ้งฉบับนี้จ่ายได้ไม่เกินเงินที่ได้รับรวม'],
    },
    uncash: fundText.uncash,
    close: {
      title: (number: string) => `ปิดเรื่องเงินอุดหนุน ${number}`,
      question: (number: string) => `ปิดเรื่อง ${number} หรือไม่`,
      consequences: ['วงเงินที่ไม่ได้ใช้พับไปทั้งหมด และใช้ก่อหนี้ไม่ได้อีก', 'เงินที่ได้รับแล้วแต่ไม่ได้จ่าย ระบบตั้งเป็นเงินรับฝากรอส่งคืน (2104010101.001) เท่าที่มีในบัญชี แล้วต้องส่งคืนหน่วยงานที่แจ้ง'],
    },
  },
  paper: {
    title: 'ใบแจ้งจัดสรรเงินอุดหนุน',
    background: (notice: { agency: string; letter: string; day: string; total: string }) => (
      `${notice.agency} มีหนังสือเลขที่ ${notice.letter} ลงวันที่ ${notice.day} แจ้งจัดสรรเงินอุดหนุน จำนวน ${notice.total} บาท`),
    facts: (purpose: string, spendBy: string) => `วัตถุประสงค์: ${purpose} ใช้จ่ายได้ถึงวันที่ ${spendBy} จัดสรรตามรายการข้างล่างนี้`,
    proposal: (total: string, words: string) => `จึงเรียนมาเพื่อโปรดทราบ และให้หน่วยงานที่เกี่ยวข้องดำเนินการ รวมเป็นเงิน ${total} บาท (${words})`,
  },
  trail: {
    actions: { ...deskText.trail.actions, notify: 'รับแจ้ง', allocate: 'จัดสรร', cash: 'บันทึกเงินที่ได้รับ', uncash: 'กลับรายการเงินที่บันทึกผิด', close: 'ปิดเรื่อง' },
    fields: { ...deskText.trail.fields, amount: { label: 'เงินที่ได้รับ', kind: 'money' }, reference: 'หลักฐาน', lapsed: { label: 'วงเงินที่พับ', kind: 'money' }, returned: { label: 'เงินรอส่งคืน', kind: 'money' } },
  },
  errors: {
    ...fundText.errors,
    source: 'โปรดเลือกประเภทเงินอุดหนุน', agency: 'โปรดระบุหน่วยงานที่แจ้ง ไม่เกิน 200 ตัวอักษร', letter: 'โปรดระบุเลขที่หนังสือแจ้ง ไม่เกิน 100 ตัวอักษร',
    purpose: 'โปรดระบุวัตถุประสงค์ ไม่เกิน 2000 ตัวอักษร', letterDate: 'วันที่ของหนังสือต้องไม่หลังวันที่รับแจ้ง', spendBy: 'วันสุดท้ายที่ใช้จ่ายได้ต้องไม่ก่อนวันที่รับแจ้ง',
    noParent: 'แจ้งครั้งใหม่ได้เฉพาะเรื่องที่จัดสรรแล้วและยังไม่ปิด',
    unequal: (allotted: string, wanted: string) => `จัดสรรรวม ${allotted} บาท ไม่เท่ากับยอดที่รับแจ้ง ${wanted} บาท`,
    overFrozen: (left: string) => `เงินที่เหลือจากการก่อหนี้ซึ่งรอแจ้งใหม่มี ${left} บาท`,
    atFirst: (number: string) => `เงินของเรื่องนี้รับไว้ที่ ${number}`,
    hasCash: 'ได้รับเงินของเรื่องนี้แล้ว จึงยกเลิกไม่ได้',
    openSecond: (number: string) => `ยังมีการแจ้งครั้งใหม่ ${number} ที่ยังไม่ได้จัดสรรหรือยกเลิก`,
  },
} as const

export const accumulatedText = {
  listTitle: 'จ่ายขาดเงินสะสม/เงินทุนสำรองเงินสะสม',
  newTitle: 'จัดทำขอจ่ายขาดเงินสะสม',
  editTitle: (number: string) => `แก้ไขขอจ่ายขาดเงินสะสม ${number}`,
  empty: 'ยังไม่มีการจ่ายขาดเงินสะสมตามเงื่อนไขนี้',
  print: 'พิมพ์บันทึกขออนุมัติ',
  states: {
    draft: states.draft, submitted: states.submitted, approved: states.approved, closed: states.closed, rejected: states.rejected, cancelled: states.cancelled,
  },
  steps: { ...deskText.steps, report: 'บันทึกการรายงานสภาท้องถิ่น', close: 'ปิดเรื่อง' },
  done: { ...deskText.done, approve: 'บันทึกการอนุมัติแล้ว รายการใช้ก่อหนี้ได้', report: 'บันทึกการรายงานสภาท้องถิ่นแล้ว', close: 'ปิดเรื่องแล้ว เงินที่เหลือพับไป' },
  sources: { 2001: 'เงินสะสม', 2002: 'เงินทุนสำรองเงินสะสม' },
  purposes: {
    service: 'กิจการที่เป็นการบริการชุมชนและสังคม', income: 'กิจการที่เพิ่มพูนรายได้', hardship: 'บรรเทาความเดือดร้อนของประชาชน', disaster: 'สาธารณภัยเกิดขึ้นแล้ว (ผู้บริหารอนุมัติ แล้วรายงานสภา)',
  },
  fields: { source: 'แหล่งเงิน', purpose: 'จ่ายเพื่อ', contributions: 'เงินสมทบกองทุน', contributionsPaid: 'ส่งเงินสมทบกองทุนที่กฎหมายกำหนดครบถ้วนแล้ว' },
  hint: 'ทุกรายการต้องอยู่ในแผนพัฒนาท้องถิ่น เว้นแต่กรณีสาธารณภัย',
  check: 'ตรวจยอดเงินที่ใช้ได้',
  usable: {
    title: 'เงินที่ใช้ได้', row: 'รายการ', amount: 'จำนวนเงิน (บาท)', balance: 'ยอดตามบัญชี', usable: 'เงินที่ใช้ได้', asked: 'ขอใช้ครั้งนี้', left: 'คงเหลือเมื่ออนุมัติ',
    approver: 'ผู้มีอำนาจอนุมัติ',
    keptAt: (day: string) => `เงินที่ใช้ได้เมื่อตรวจ ณ วันที่ ${day}`, proof: 'ดูรายงานพิสูจน์ยอดเงินสะสม',
    deductions: {
      notMoney: 'หัก ทรัพย์สินที่ไม่ใช่ตัวเงิน ณ วันต้นปี', carried: 'หัก รายจ่ายที่กันเงินไว้จากปีก่อน', unspent: 'หัก อนุมัติแล้วยังไม่ได้จ่าย', spent: 'หัก จ่ายแล้วในปีนี้ (ยังไม่ปิดบัญชี)', lent: 'หัก ยืมเงินสะสมค้างชำระ', staff: 'หัก สำรองค่าใช้จ่ายด้านบุคลากร',
      emergency: 'หัก สำรองกรณีฉุกเฉินหรือสาธารณภัย',
    },
  },
  mustReport: 'ผู้บริหารท้องถิ่นอนุมัติกรณีสาธารณภัย ต้องรายงานสภาท้องถิ่น',
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติจ่ายขาดเงินสะสม ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['ระบบตรวจยอดเงินที่ใช้ได้อีกครั้ง แล้วตั้งรายการให้ใช้ก่อหนี้ได้ตั้งแต่วันที่อนุมัติ'],
    },
    report: {
      title: (number: string) => `บันทึกการรายงานสภาท้องถิ่น ${number}`,
      question: (number: string) => `รายงาน ${number} ต่อสภาท้องถิ่นแล้วใช่หรือไม่`,
      consequences: ['บันทึกการประชุมและวันที่ไว้ในขั้นตอนของเอกสาร'],
    },
    close: {
      title: (number: string) => `ปิดเรื่องจ่ายขาดเงินสะสม ${number}`,
      question: (number: string) => `ปิดเรื่อง ${number} หรือไม่`,
      consequences: ['วงเงินที่ไม่ได้ใช้พับกลับเป็นเงินสะสม และใช้ก่อหนี้ไม่ได้อีก'],
    },
  },
  paper: {
    title: 'บันทึกขออนุมัติจ่ายขาดเงินสะสม',
    background: (source: string) => `ขออนุมัติใช้จ่ายจาก${source} ซึ่งตรวจยอดแล้วมีเพียงพอ เมื่อกันเงินสำรองตามระเบียบแล้ว`,
    facts: (purpose: string, reason: string) => `จ่ายเพื่อ${purpose} เนื่องจาก ${reason}`,
    proposal: (approver: string, total: string, words: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติ จำนวน ${total} บาท (${words})`,
  },
  trail: {
    actions: { ...deskText.trail.actions, report: 'รายงานสภาท้องถิ่น', close: 'ปิดเรื่อง' },
    fields: { ...deskText.trail.fields, lapsed: { label: 'เงินที่พับ', kind: 'money' } },
  },
  errors: {
    ...fundText.errors,
    source: 'โปรดเลือกเงินสะสมหรือเงินทุนสำรองเงินสะสม', purpose: 'โปรดเลือกว่าจ่ายเพื่อกิจการใด',
    contributions: 'จ่ายขาดเงินสะสมได้เมื่อส่งเงินสมทบกองทุนที่กฎหมายกำหนดครบถ้วนแล้ว',
    overUsable: (usable: string, asked: string, over: string) => `เงินที่ใช้ได้ ${usable} บาท ขอใช้ ${asked} บาท เกินอยู่ ${over} บาท`,
    noReport: 'เรื่องที่สภาท้องถิ่นอนุมัติเองไม่ต้องรายงาน',
  },
} as const

export const loanText = {
  listTitle: 'แหล่งเงินกู้',
  newTitle: 'จัดทำแหล่งเงินกู้',
  editTitle: (number: string) => `แก้ไขแหล่งเงินกู้ ${number}`,
  empty: 'ยังไม่มีแหล่งเงินกู้ตามเงื่อนไขนี้',
  print: 'พิมพ์บันทึกขออนุมัติ',
  states: accumulatedText.states,
  steps: { ...deskText.steps, cash: 'บันทึกเงินกู้ที่เบิก', uncash: 'กลับรายการเงินที่บันทึกผิด', close: 'ปิดเรื่อง' },
  done: { ...deskText.done, approve: 'บันทึกการอนุมัติแล้ว รายการใช้ก่อหนี้ได้', cash: 'บันทึกเงินกู้ที่เบิกแล้ว', uncash: 'กลับรายการแล้ว', close: 'ปิดเรื่องแล้ว วงเงินที่เหลือพับไป' },
  fields: {
    lender: 'ผู้ให้กู้', contractNumber: 'สัญญากู้เลขที่', contractDate: 'ลงวันที่', rate: 'อัตราดอกเบี้ย', months: 'ระยะเวลาชำระคืน', ordinance: 'ข้อบัญญัติ/เทศบัญญัติที่ให้กู้',
    total: 'วงเงินกู้ (บาท)',
  },
  percent: 'ร้อยละต่อปี', rate: (rate: string) => `ร้อยละ ${rate} ต่อปี`,
  monthsUnit: 'เดือน',
  hint: 'ตั้งรายการให้ครบตามวงเงินกู้ จ่ายได้ไม่เกินเงินกู้ที่เบิกมาแล้ว',
  asks: {
    approve: {
      title: (number: string) => `บันทึกการอนุมัติแหล่งเงินกู้ ${number}`,
      question: (number: string) => `บันทึกการอนุมัติ ${number} หรือไม่`,
      consequences: ['รายการใช้ก่อหนี้ได้ตั้งแต่วันที่อนุมัติ', 'จ่ายเงินได้ไม่เกินเงินกู้ที่เบิกมาแล้ว'],
    },
    cash: {
      title: (number: string) => `บันทึกเงินกู้ที่เบิกของ ${number}`,
      question: (number: string) => `เบิกเงินกู้ตาม ${number} เท่าใด`,
      consequences: ['รายการของเงินกู้นี้จ่ายได้ไม่เกินเงินกู้ที่เบิกรวม'],
    },
    uncash: fundText.uncash,
    close: {
      title: (number: string) => `ปิดเรื่องแหล่งเงินกู้ ${number}`,
      question: (number: string) => `ปิดเรื่อง ${number} หรือไม่`,
      consequences: ['วงเงินที่ไม่ได้ใช้พับไปทั้งหมด และใช้ก่อหนี้ไม่ได้อีก'],
    },
  },
  paper: {
    title: 'บันทึกขออนุมัติใช้เงินกู้',
    background: (ordinance: string, reason: string) => `ตาม${ordinance} เนื่องจาก ${reason}`,
    facts: (terms: { lender: string; contract: string; day: string; rate: string; months: string }) => (
      `กู้เงินจาก${terms.lender} สัญญาเลขที่ ${terms.contract} ลงวันที่ ${terms.day} อัตราดอกเบี้ยร้อยละ ${terms.rate} ต่อปี ระยะเวลา ${terms.months} เดือน ใช้จ่ายตามรายการข้างล่างนี้`),
    proposal: (approver: string, total: string, words: string) => `จึงเรียนมาเพื่อโปรดเสนอ${approver}พิจารณาอนุมัติ จำนวน ${total} บาท (${words})`,
  },
  trail: {
    actions: { ...deskText.trail.actions, cash: 'บันทึกเงินกู้ที่เบิก', uncash: 'กลับรายการเงินที่บันทึกผิด', close: 'ปิดเรื่อง' },
    fields: {
      ...deskText.trail.fields, amount: { label: 'เงินกู้ที่เบิก', kind: 'money' }, reference: 'หลักฐาน', lapsed: { label: 'วงเงินที่พับ', kind: 'money' },
    },
  },
  errors: {
    ...fundText.errors,
    lender: 'โปรดระบุผู้ให้กู้ ไม่เกิน 200 ตัวอักษร', contract: 'โปรดระบุเลขที่สัญญากู้ ไม่เกิน 100 ตัวอักษร', rate: 'อัตราดอกเบี้ยเป็นร้อยละต่อปี ทศนิยมไม่เกิน 4 ตำแหน่ง เช่น 3.25',
    months: 'ระยะเวลาเป็นจำนวนเดือน 1 ถึง 999', ordinance: 'โปรดระบุข้อบัญญัติหรือเทศบัญญัติที่ให้กู้เงิน',
    unequal: (allotted: string, wanted: string) => `ตั้งรายการรวม ${allotted} บาท ไม่เท่ากับวงเงินกู้ ${wanted} บาท`,
  },
} as const
