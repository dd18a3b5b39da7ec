// Sample words for the component reference page: what is read and pressed.
import {
  lineTable, type Actions, type Attachments, type Menu, type PageHeader, type Panel, type Status, type SummaryList, type Trail,
} from '../platform/http/components.ts'

export const statuses: readonly Status[] = [
  { kind: 'draft', text: 'ร่าง' }, { kind: 'waiting', text: 'รอตรวจรับ' }, { kind: 'done', text: 'ผ่านรายการแล้ว' },
  { kind: 'refused', text: 'ส่งคืนแก้ไข' }, { kind: 'reversed', text: 'กลับรายการแล้ว' },
]

const [draft, waiting, done, refused, reversed] = statuses

export const pageHeader: PageHeader = {
  title: 'ใบนำส่งเงิน นส. 24/2568', lead: 'โรงเรียนเทศบาล ๑ บ้านตัวอย่าง · เงินรายได้ประจำวันที่ 17 กันยายน 2567', status: waiting,
  actions: [
    { text: 'พิมพ์', href: '/development/gallery', kind: 'secondary' },
    { text: 'บันทึกใบนำส่งเงินใหม่', href: '/development/gallery', kind: 'primary' },
  ],
}

const collectors = ['นายสมหมาย ใจดี', 'นางสาวสมศรี ใจงาม', 'นางประไพ รุ่งเรืองกิจ']
const amounts = ['12,450.00', '334,481,394.25', '1,000.00', '48,253,418.65', '261,717.61', '0.50']

export const slips = lineTable({
  caption: 'ใบนำส่งเงิน ปีงบประมาณ 2568', empty: 'ยังไม่มีใบนำส่งเงิน',
  columns: [
    { label: 'เลขที่', kind: 'code', isRowHeader: true }, { label: 'วันที่', kind: 'date' }, { label: 'ผู้นำส่ง', kind: 'text' },
    {
      label: 'ใบเสร็จ (ฉบับ)', kind: 'number',
    },
    { label: 'จำนวนเงิน (บาท)', kind: 'money' }, { label: 'สถานะ', kind: 'status' }, { label: 'ดำเนินการ', kind: 'actions' },
  ],
  rows: Array.from({ length: 50 }, (_, index) => [
    { text: `นส. ${50 - index}/2568`, href: '/development/gallery' }, `${String(28 - (index % 28)).padStart(2, '0')} ก.ย. 2567`,
    { text: collectors[index % 3] ?? '', note: index % 7 === 0 ? 'รับแทนนางสาวพรทิพย์ แสงทอง ระหว่างลา' : undefined },
    String((index * 7) % 60), amounts[index % 6] ?? '', { status: [draft, waiting, done, done, refused, done, reversed][index % 7] },
    { actions: [{ text: 'แก้ไข', href: '/development/gallery', about: `นส. ${50 - index}/2568` }] },
  ]),
  totals: [
    { label: 'รวมหน้านี้', cells: ['1,284', '3,215,402,118.20', '', ''] },
    { label: 'รวมทั้งสิ้น', cells: ['2,418', '4,780,047,221.10', '', ''], isGrand: true },
  ],
})

export const emptyTable = lineTable({
  caption: 'ใบเสร็จรับเงินที่ยังไม่จัดทำใบนำส่งเงิน', empty: 'ไม่มีใบเสร็จรับเงินค้างนำส่ง',
  columns: [{ label: 'เลขที่', kind: 'code' }, { label: 'วันที่', kind: 'date' }, { label: 'จำนวนเงิน', kind: 'money' }], rows: [],
})

export const trialBalance = lineTable({
  caption: 'งบทดลอง ณ วันที่ 30 กันยายน 2567', empty: 'ยังไม่มีรายการบัญชี',
  columnGroups: [
    { label: '', span: 2 }, { label: 'ยอดยกมา', span: 2 }, { label: 'รายการระหว่างเดือน', span: 2 }, { label: 'ยอดยกไป', span: 2 },
  ],
  columns: [
    { label: 'ชื่อบัญชี', kind: 'text', isRowHeader: true }, { label: 'รหัสบัญชี', kind: 'code' },
    { label: 'เดบิต', kind: 'money', cardLabel: 'ยอดยกมา เดบิต' }, { label: 'เครดิต', kind: 'money', cardLabel: 'ยอดยกมา เครดิต' },
    { label: 'เดบิต', kind: 'money', cardLabel: 'ระหว่างเดือน เดบิต' },
    {
      label: 'เครดิต', kind: 'money', cardLabel: 'ระหว่างเดือน เครดิต',
    },
    { label: 'เดบิต', kind: 'money', cardLabel: 'ยอดยกไป เดบิต' }, { label: 'เครดิต', kind: 'money', cardLabel: 'ยอดยกไป เครดิต' },
  ],
  rows: [
    { group: 'สินทรัพย์' },
    ['เงินสดในมือ', '1101010101.001', '', '', '12,450.00', '12,450.00', '', ''],
    ['เงินฝากธนาคาร – ออมทรัพย์', '1101030102.001', '3,780,047.10', '', '12,450.00', '1,000.00', '3,791,497.10', ''],
    { group: 'รายได้' },
    ['รายได้จากทรัพย์สิน', '4130000000.001', '', '3,780,047.10', '1,000.00', '12,450.00', '', '3,791,497.10'],
    ['ผลต่างระหว่างหน่วยงาน', '4300000000.009', '', '-10,000.00', '', '', '', '(10,000.00)'],
  ],
  totals: [
    { label: 'รวม', cells: ['3,780,047.10', '3,780,047.10', '25,900.00', '25,900.00', '3,791,497.10', '3,791,497.10'], isGrand: true },
  ],
})

export const actions: Actions = {
  version: '3',
  buttons: [
    { label: 'ตรวจรับเงิน', action: '/development/gallery', kind: 'primary' },
    { label: 'ส่งคืนแก้ไข', action: '/development/gallery', kind: 'secondary', reason: { id: 'return-reason', label: 'เหตุผลที่ส่งคืน' } },
    { label: 'ยกเลิกใบนำส่งเงิน', action: '/development/gallery', kind: 'danger', confirmHref: '/development/gallery' },
  ],
  links: [{ text: 'กลับไปรายการ', href: '/development/gallery' }],
}

export const summaryList: SummaryList = {
  items: [
    { label: 'ผู้นำส่งเงิน', text: 'นายสมหมาย ใจดี ตำแหน่ง ครูผู้ช่วย' },
    {
      label: 'จำนวนเงิน', text: '12,450.00 บาท (หนึ่งหมื่นสองพันสี่ร้อยห้าสิบบาทถ้วน)', isMoney: true,
    },
    {
      label: 'เอกสารอ้างอิง', text: 'ใบสำคัญสรุปใบนำส่งเงิน สน. 9/2568', href: '/development/gallery',
    },
    { label: 'สถานะ', text: '', status: waiting },
    { label: 'อีเมล', text: 'xxxple@gmail.com', change: { label: 'แก้ไข', about: 'อีเมล', href: '/development/gallery' } },
  ],
}

export const trail: Trail = {
  heading: 'ประวัติเอกสาร',
  entries: [
    { what: 'ส่งใบนำส่งเงิน', who: 'นายสมหมาย ใจดี', when: '17 ก.ย. 2567 15.42 น.' },
    { what: 'ส่งคืนแก้ไข', who: 'นางสาวสมศรี ใจงาม', when: '17 ก.ย. 2567 15.10 น.', note: 'จำนวนฉบับไม่ตรงกับต้นขั้วใบเสร็จ' },
    {
      what: 'แก้ไข', who: 'นายสมหมาย ใจดี', when: '17 ก.ย. 2567 14.30 น.',
      changes: [{ label: 'จำนวนเงิน', before: '12,000.00', after: '12,450.00' }],
    },
  ],
}

export const attachments: Attachments = {
  heading: 'เอกสารแนบ', items: [
    {
      name: 'หลักฐานการรับเงิน 17-09-2567.pdf', href: '/development/gallery', detail: 'PDF 182 KB · นายสมหมาย ใจดี',
      remove: { action: '/development/gallery' },
    },
  ],
}

export const panels: readonly Panel[] = [
  {
    id: 'panel-status', heading: 'สถานะการทำงานในระบบ', freshness: 'ข้อมูล ณ เวลา 14.30 น.',
    rows: [
      { text: 'เงินสดและเงินฝากธนาคารคงเหลือ', amount: '3,780,047.10' },
      {
        text: 'จัดทำใบสำคัญสรุปใบนำส่งเงินล่าสุด วันที่ 2 ตุลาคม 2566', href: '/development/gallery',
      },
      { text: 'สัญญา/การก่อหนี้ผูกพันระหว่างดำเนินการ', href: '/development/gallery', count: '8 รายการ', amount: '334,481,394.00' },
      { text: 'ผลต่างข้อมูลระหว่างหน่วยงาน', count: '1 รายการ', status: { kind: 'refused', text: 'ไม่ตรงกัน' } },
    ],
  },
  {
    id: 'panel-work', heading: 'งานระหว่างดำเนินการ', freshness: 'ข้อมูล ณ เวลา 14.30 น.', rows: [], isEmpty: true,
    empty: 'ไม่มีงานค้างดำเนินการ',
  },
  {
    id: 'panel-news', heading: 'ข่าวประชาสัมพันธ์จากผู้ดูแลระบบ', more: { text: 'อ่านเพิ่มเติม', href: '/development/gallery' },
    rows: [
      { text: 'ประกาศอัปเดตระบบ ThaiID วันที่ 16/08/2567', href: '/development/gallery', isNew: true, note: '16 ส.ค. 2567' },
      { text: 'การปรับปรุงและปิดบัญชีปี 2564', href: '/development/gallery', note: '1 ส.ค. 2567' },
    ],
  },
]

export const menu: Menu = {
  nodes: [
    { text: 'หน้าหลัก', href: '/' },
    {
      text: 'ระบบรายรับ', isOpen: true,
      children: [
        { text: 'ใบเสร็จรับเงิน/หลักฐานการรับเงิน', href: '/a' }, { text: 'ใบนำส่งเงิน', href: '/b', isCurrent: true },
        { text: 'ใบสำคัญสรุปใบนำส่งเงิน', href: '/c' }, { text: 'ใบผ่านรายการรับ', href: '/d' },
      ],
    },
    { text: 'ระบบบัญชี', children: [{ text: 'งบทดลอง', href: '/e' }, { text: 'ใบผ่านรายการบัญชีทั่วไป', href: '/f' }] },
    {
      text: 'การบริหารระบบ', isOpen: true,
      children: [
        { text: 'การจัดการข้อมูลผู้ใช้', href: '/g' },
        {
          text: 'รายงาน', isOpen: true,
          children: [
            { text: 'รายงานรายชื่อและข้อมูลผู้ใช้งานในกลุ่มผู้ใช้งาน', href: '/h' }, { text: 'รายงานการเข้าใช้งานระบบ', href: '/i' },
          ],
        },
      ],
    },
  ],
}
