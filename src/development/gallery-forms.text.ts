// Sample words for the component reference page: what is typed into.
import {
  choice, date, errorSummary, field, file, lineEditor, money, select, type Confirm, type Countdown, type Filters, type PasswordRules,
} from '../platform/http/components.ts'

const errors = {
  '': 'ใบนำส่งเงินฉบับนี้ถูกแก้ไขโดยผู้อื่นแล้ว กรุณาตรวจสอบข้อมูลล่าสุด',
  'payer-name': 'กรุณากรอกชื่อผู้ชำระเงิน',
  'received-on': 'วันที่รับเงินต้องไม่เกินวันนี้ ตัวอย่าง 17/09/2567',
  'lines.1.amount': 'แถวที่ 2 จำนวนเงินต้องมากกว่าศูนย์',
}

export const summary = errorSummary(errors)

export const fields = {
  name: field({ name: 'payer-name', label: 'ชื่อผู้ชำระเงิน', required: true, error: errors['payer-name'], autocomplete: 'off' }),
  email: field({
    name: 'email', label: 'อีเมล', type: 'email', value: 'finance@example.go.th',
    hint: 'ใช้รับรหัส OTP และหนังสือแจ้งจากระบบ', autocomplete: 'email',
  }),
  password: field({ name: 'password', label: 'รหัสผ่านใหม่', type: 'password', required: true, autocomplete: 'new-password' }),
  phone: field({ name: 'phone', label: 'เบอร์โทรศัพท์', type: 'tel', value: '0 2241 9000 ต่อ 1607', autocomplete: 'tel' }),
  sheets: field({ name: 'sheets', label: 'จำนวนใบเสร็จ', type: 'number', value: '24', suffix: 'ฉบับ', width: 'short' }),
  fixed: field({ name: 'unit', label: 'หน่วยงาน', value: 'โรงเรียนเทศบาล ๑ บ้านตัวอย่าง', readOnly: true }),
  remark: field({ name: 'remark', label: 'หมายเหตุ', rows: 3, width: 'full', value: 'รับเงินค่าธรรมเนียมการใช้สนามกีฬา เดือนกันยายน' }),
  kind: select({
    name: 'kind', label: 'ประเภทรายรับ', required: true, value: '2',
    options: [
      { value: '', text: 'กรุณาเลือก' }, { value: '1', text: 'ค่าธรรมเนียม ค่าปรับ และใบอนุญาต' },
      { value: '2', text: 'รายได้จากทรัพย์สิน' }, { value: '3', text: 'เงินอุดหนุนเพื่อการศึกษา' },
    ],
  }),
  means: choice({
    name: 'means', label: 'รับชำระเป็น', type: 'radio', required: true, inline: true, values: ['cash'],
    options: [{ value: 'cash', text: 'เงินสด' }, { value: 'transfer', text: 'เงินโอน' }, { value: 'cheque', text: 'เช็ค' }],
  }),
  groups: choice({
    name: 'groups', label: 'กลุ่มผู้ใช้งาน', type: 'checkbox', values: [
      'finance',
    ], error: 'เจ้าหน้าที่การเงินและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน',
    options: [
      { value: 'finance', text: 'เจ้าหน้าที่การเงิน', hint: 'จัดทำใบนำส่งเงิน ใบสำคัญสรุปใบนำส่งเงิน' },
      { value: 'accounting', text: 'เจ้าหน้าที่บัญชี', hint: 'จัดทำใบผ่านรายการ ตรวจสอบงบทดลอง' },
    ],
  }),
  receivedOn: date({ name: 'received-on', label: 'วันที่รับเงิน', required: true, value: '17/09/2599', error: errors['received-on'] }),
  amount: money({ name: 'amount', label: 'จำนวนเงิน', required: true, value: '12,450.00', hint: 'ตามหลักฐานการรับเงิน' }),
  evidence: file({ name: 'evidence', label: 'ไฟล์หลักฐานการรับเงิน', accept: '.pdf,.jpg,.png', hint: 'PDF หรือภาพ ไม่เกิน 10 MB' }),
}

export const editor = lineEditor({
  name: 'lines', caption: 'รายการเดบิตและเครดิต', blankRows: 2, errors,
  columns: [
    { name: 'account', label: 'รหัสบัญชี', kind: 'code', list: 'accounts' },
    { name: 'text', label: 'รายการ', kind: 'text' },
    { name: 'rest', label: 'คงเหลือ', kind: 'output', ask: '/development/gallery', of: 'account' },
    {
      name: 'source', label: 'แหล่งเงิน', kind: 'text',
      options: [{ value: '', text: 'ไม่ระบุ' }, { value: 'own', text: 'เงินรายได้' }, { value: 'grant', text: 'เงินอุดหนุน' }],
    },
    { name: 'amount', label: 'เดบิต', kind: 'money', isTotalled: true },
    { name: 'credit', label: 'เครดิต', kind: 'money', isTotalled: true },
  ],
  rows: [
    { account: '1101010101.001', text: 'เงินสดในมือ', rest: '71,500.00', source: 'own', amount: '12,450.00' },
    { account: '1101030102.001', text: 'เงินฝากออมทรัพย์ ธ.กรุงไทย สาขาตัวอย่าง', source: 'own', amount: '-1' },
    { account: '4121003', text: 'ค่าธรรมเนียมการใช้สนามกีฬา', source: 'own', credit: '12,450.00' },
  ],
  totals: { amount: '12,449.00', credit: '12,450.00' },
  difference: { label: 'ผลต่างเดบิตกับเครดิต', of: 'amount', against: 'credit', text: '-1.00' },
  lists: [
    { id: 'accounts', options: [{ value: '1101010101.001', text: 'เงินสดในมือ' }, { value: '1101030102.001', text: 'เงินฝากออมทรัพย์' }] },
  ],
  addRows: { name: 'add-rows', value: '5', label: 'เพิ่มอีก 5 แถว' },
})

export const filters: Filters = {
  label: 'ค้นหาใบนำส่งเงิน', action: '/development/gallery', clearHref: '/development/gallery',
  controls: [
    { field: field({ name: 'q', label: 'เลขที่หรือผู้นำส่ง', value: 'สมหมาย' }) },
    {
      select: select(
        {
          name: 'state', label: 'สถานะ',
          options: [{ value: '', text: 'ทุกสถานะ' }, { value: 'draft', text: 'ร่าง' }, { value: 'sent', text: 'รอตรวจรับ' }],
        },
      ),
    },
    { date: date({ name: 'from', label: 'ตั้งแต่วันที่', value: '01/10/2567' }) },
    { date: date({ name: 'to', label: 'ถึงวันที่' }) },
  ],
}

export const confirm: Confirm = {
  question: 'กลับรายการใบผ่านรายการรับ รบ. 15/2568 หรือไม่', action: '/development/gallery', version: '3', kind: 'danger',
  consequences: [
    'ระบบจะสร้างใบผ่านรายการใหม่ที่สลับเดบิตกับเครดิต ใบเดิมยังคงอยู่',
    'ใบนำส่งเงินที่อ้างถึงจะกลับไปเป็นยังไม่จัดทำใบสำคัญสรุปใบนำส่งเงิน', 'ย้อนกลับการทำรายการนี้ไม่ได้',
  ],
  facts: { items: [{ label: 'จำนวนเงิน', text: '48,253.65 บาท', isMoney: true }, { label: 'ผู้จัดทำ', text: 'นางสาวสมศรี ใจงาม' }] },
  controls: [{ field: field({ name: 'reason', label: 'เหตุผลที่กลับรายการ', required: true, rows: 2, width: 'full' }) }],
  label: 'กลับรายการ', cancel: { text: 'ไม่กลับรายการ', href: '/development/gallery' },
}

export const passwordRules: PasswordRules = {
  for: 'password',
  rules: [
    { key: 'length', text: 'มีความยาวตัวอักษรไม่น้อยกว่า 8 หลัก', isMet: true },
    { key: 'upper', text: 'มีอักษรภาษาอังกฤษตัวใหญ่ (Upper Case) อย่างน้อย 1 ตัวอักษร', isMet: false },
    { key: 'lower', text: 'มีอักษรภาษาอังกฤษตัวเล็ก (Lower Case) อย่างน้อย 1 ตัวอักษร', isMet: true },
    { key: 'digit', text: 'มีตัวเลข (0 - 9) อย่างน้อย 1 ตัว', isMet: false },
    { key: 'special', text: 'มีอักขระพิเศษอย่างน้อย 1 ตัวอักษร เช่น + - * / $ = , @ เป็นต้น', isMet: false },
  ],
}

export const countdown: Countdown = {
  before: 'รหัส OTP จะหมดเวลา ภายใน', time: '04:59', after: 'นาที', seconds: 299, until: '14.35 น.',
  expired: 'รหัส OTP หมดเวลา กรุณาตรวจสอบอีเมลหรือกดส่งรหัส OTP อีกครั้ง',
  resend: {
    action: '/development/gallery', hint: 'ยังไม่ได้รับ OTP กรุณากดส่งรหัส OTP อีกครั้ง', label: 'ส่งรหัส OTP อีกครั้ง',
    isAvailable: false, at: 240, later: 'หากยังไม่ได้รับรหัส ให้โหลดหน้านี้ใหม่หลังเวลา 14.31 น. เพื่อขอรหัสอีกครั้ง',
  },
}
