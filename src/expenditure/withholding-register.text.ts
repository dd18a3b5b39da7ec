// Words of the register of withheld tax.
export const withholdingRegisterText = {
  title: 'ทะเบียนคุมภาษีหัก ณ ที่จ่าย', empty: 'ไม่พบภาษีหัก ณ ที่จ่ายตามเงื่อนไข', about: (from: string, until: string) => (from === until ? `หักในเดือน${from}` : `หักตั้งแต่เดือน${from} ถึง${until}`),
  fileName: (from: string, until: string) => `withholding-${from}-${until}`,
  fields: { month: 'ตั้งแต่เดือน', until: 'ถึงเดือน', form: 'แบบ', shown: 'การนำส่ง', search: 'ผู้ถูกหักภาษี เลขประจำตัวผู้เสียภาษี หรือเลขที่ใบผ่านรายการจ่าย' },
  monthHint: 'เช่น 11/2569', allForms: 'ทุกแบบ',
  shown: { all: 'ทั้งหมด', unremitted: 'ยังไม่นำส่ง', late: 'เกินกำหนดหรือนำส่งช้า', remitted: 'นำส่งแล้ว', cancelled: 'ยกเลิก' },
  columns: {
    voucher: 'ใบผ่านรายการจ่าย', day: 'วันที่จ่าย', payee: 'ผู้ถูกหักภาษี', taxId: 'เลขประจำตัวผู้เสียภาษี', form: 'แบบ', certificate: 'หนังสือรับรอง', base: 'เงินได้', rate: 'อัตรา %', tax: 'ภาษี', remitted: 'นำส่งเมื่อ', state: 'สถานะ',
  },
  states: {
    cancelled: { kind: 'reversed', text: 'ยกเลิก' }, remitted: { kind: 'done', text: 'นำส่งแล้ว' },
    claimed: (due: string) => ({ kind: 'waiting' as const, text: `จัดทำฎีกานำส่งแล้ว ครบกำหนด ${due}` }), waiting: (due: string) => ({ kind: 'waiting' as const, text: `ยังไม่นำส่ง ครบกำหนด ${due}` }),
    late: (days: string) => ({ kind: 'refused' as const, text: `เกินกำหนดนำส่ง ${days} วัน` }), remittedLate: (days: string) => ({ kind: 'refused' as const, text: `นำส่งช้า ${days} วัน` }),
  },
  sum: (form: string) => `รวม ${form}`, all: 'รวมทุกแบบ (ไม่นับที่ยกเลิก)', shownCount: (shown: string, all: string) => `แสดง ${shown} จาก ${all} รายการ`,
  errors: { month: 'เดือนไม่ถูกต้อง ตัวอย่างเช่น 11/2569', order: 'เดือนสิ้นสุดต้องไม่ก่อนเดือนเริ่มต้น' },
} as const
