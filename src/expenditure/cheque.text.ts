// Words of cheque books and cheques.
import { documentsText } from '../documents/index.ts'

export const chequeText = {
  register: { listTitle: 'ทะเบียนคุมเช็ค', newTitle: 'รับสมุดเช็ค', empty: 'ไม่พบเช็คตามเงื่อนไข', fileName: 'cheques' },
  title: 'เช็คเลขที่',
  standings: {
    written: { kind: 'waiting', text: 'เขียนแล้ว รอลงนาม' }, signed: { kind: 'waiting', text: 'ลงนามแล้ว รอส่งมอบ' }, handed_over: { kind: 'waiting', text: 'ส่งมอบแล้ว รอขึ้นเงิน' },
    cleared: { kind: 'done', text: 'ขึ้นเงินแล้ว' }, cancelled: { kind: 'refused', text: 'ยกเลิก' }, stale: { kind: 'refused', text: 'พ้นกำหนดขึ้นเงิน' },
  },
  columns: {
    number: 'เช็คเลขที่', book: 'สมุดเช็ค', bank: 'บัญชี', date: 'ลงวันที่', payee: 'จ่ายให้', handedTo: 'ผู้รับเช็ค', handedOverOn: 'วันที่ส่งมอบ', clearedOn: 'วันที่ขึ้นเงิน', amount: 'จำนวนเงิน',
    state: 'สถานะ', signedOn: 'วันที่ลงนาม', cancelledOn: 'วันที่ยกเลิก', reason: 'เหตุผลที่ยกเลิก', replaces: 'ออกแทนเช็คเลขที่', replacedBy: 'ออกเช็คแทนเลขที่', voucher: 'การจ่าย',
  },
  blank: 'เช็คเปล่า',
  open: 'เปิดดู',
  steps: { sign: 'ผู้มีอำนาจลงนามแล้ว', replace: 'ยกเลิกและออกเช็คแทน', clear: 'บันทึกว่าขึ้นเงินแล้ว', unclear: 'แก้การบันทึกขึ้นเงิน' },
  unclearReason: 'เหตุผลที่แก้',
  done: { sign: 'บันทึกการลงนามแล้ว', replace: 'ยกเลิกเช็คเดิมและออกเช็คแทนแล้ว', clear: 'บันทึกการขึ้นเงินแล้ว', unclear: 'แก้แล้ว เช็คกลับไปรอขึ้นเงิน' },
  ask: {
    clear: (number: string) => `เช็คเลขที่ ${number} ธนาคารจ่ายเงินแล้วหรือไม่`, clearNote: 'บันทึกตามวันที่ในรายการเดินบัญชีของธนาคาร',
    replace: (number: string) => `ยกเลิกเช็คเลขที่ ${number} และออกเช็คฉบับใหม่แทนหรือไม่`,
    replaceNotes: ['เลขที่เช็คเดิมอยู่ในทะเบียนเป็นยกเลิกและใช้อีกไม่ได้', 'เช็คฉบับใหม่จ่ายผู้รับเงินรายเดิม จำนวนเงินเท่าเดิม'],
  },
  fields: { clearedOn: 'วันที่ขึ้นเงิน', number: 'เลขที่เช็คฉบับใหม่', chequeDate: 'ลงวันที่', reason: 'เหตุผลที่ยกเลิกเช็คเดิม' },
  nextLeaf: (number: string) => `เลขถัดไปในสมุด ${number}`,
  bookText: {
    listTitle: 'ทะเบียนสมุดเช็ค', newTitle: 'รับสมุดเช็ค', empty: 'ยังไม่มีสมุดเช็ค', fileName: 'cheque-books', title: 'สมุดเช็คเล่มที่',
    states: { in_use: { kind: 'done', text: 'ใช้อยู่' }, closed: { kind: 'reversed', text: 'ปิดเล่มแล้ว' } },
    columns: { book: 'เล่มที่', bank: 'บัญชีกระแสรายวัน', first: 'เลขที่แรก', last: 'เลขที่สุดท้าย', receivedOn: 'วันที่รับจากธนาคาร', leaves: 'จำนวนฉบับ', written: 'เขียนแล้ว', cancelled: 'ยกเลิก', left: 'คงเหลือ', state: 'สถานะ', author: 'ผู้บันทึก', remark: 'หมายเหตุ', reason: 'เหตุผลที่ปิด' },
    fields: { bankAccountId: 'บัญชีกระแสรายวัน', book: 'เล่มที่', firstNumber: 'เช็คเลขที่แรก', lastNumber: 'เช็คเลขที่สุดท้าย', receivedOn: 'วันที่รับจากธนาคาร', remark: 'หมายเหตุ', number: 'เช็คเลขที่', reason: 'เหตุผล' },
    hint: 'กรอกเลขที่ตามที่พิมพ์บนเช็ค รวมเลขศูนย์ข้างหน้า',
    save: 'บันทึกสมุดเช็ค',
    saved: 'บันทึกสมุดเช็คแล้ว',
    cheques: 'เช็คในเล่มนี้',
    steps: { spoil: 'ยกเลิกเช็คเปล่า', close: 'ปิดเล่ม' },
    closeReason: 'เหตุผลที่ปิดเล่ม (เช่น คืนธนาคาร ทำลาย)',
    done: { spoil: 'ยกเลิกเช็คเปล่าแล้ว', close: 'ปิดเล่มแล้ว' },
    spoilQuestion: (book: string) => `ยกเลิกเช็คเปล่าในสมุดเช็คเล่มที่ ${book}`,
    spoilNotes: ['ใช้เมื่อเช็คชำรุดหรือเขียนเสียก่อนออกให้ผู้รับเงิน', 'เลขที่นี้ใช้อีกไม่ได้'],
    trail: { actions: { create: 'รับสมุดเช็ค', spoil: 'ยกเลิกเช็คเปล่า', close: 'ปิดเล่ม' }, fields: { book: 'เล่มที่', leaves: 'จำนวนฉบับ', number: 'เช็คเลขที่' } },
  },
  chooseBank: 'เลือกบัญชี',
  trail: {
    actions: { write: 'เขียนเช็ค', sign: 'ลงนาม', clear: 'ขึ้นเงิน', unclear: 'แก้การขึ้นเงิน', replace: 'ยกเลิกและออกแทน', cancel: 'ยกเลิก', spoil: 'ยกเลิกเช็คเปล่า', hand: 'ส่งมอบ' },
    fields: { payee: 'จ่ายให้', amount: { label: 'จำนวนเงิน', kind: 'money' }, clearedOn: { label: 'วันที่ขึ้นเงิน', kind: 'date' }, number: 'เช็คแทนเลขที่', handedTo: 'ผู้รับเช็ค' },
  },
  errors: {
    ...documentsText.errors,
    number: 'โปรดกรอกเลขที่เช็ค เป็นตัวเลข 4 ถึง 12 หลัก',
    /** INV-18 */
    used: (number: string) => `เลขที่เช็ค ${number} ของบัญชีนี้ใช้แล้ว`,
    leaf: {
      noBook: (number: string, _bank: string) => `เลขที่เช็ค ${number} ไม่อยู่ในสมุดเช็คที่รับไว้ โปรดบันทึกรับสมุดเช็คก่อน`,
      otherAccount: (number: string, bank: string) => `เลขที่เช็ค ${number} อยู่ในสมุดเช็คของบัญชี ${bank} ใช้กับบัญชีนี้ไม่ได้`,
      closed: (number: string, _bank: string) => `เลขที่เช็ค ${number} อยู่ในสมุดเช็คที่ปิดเล่มแล้ว`,
    },
    future: 'วันที่ต้องไม่เกินวันนี้',
    beforeHandOver: 'วันที่ขึ้นเงินต้องไม่ก่อนวันที่ส่งมอบ',
    stale: 'เช็คพ้นกำหนดขึ้นเงินแล้ว ต้องกลับรายการจ่ายและออกเช็คใหม่',
    spoiled: 'เช็คนี้ยกเลิกตั้งแต่ยังไม่ได้เขียน',
    bank: 'โปรดเลือกบัญชีกระแสรายวันที่ใช้งานอยู่',
    current: 'สมุดเช็คมีได้เฉพาะบัญชีกระแสรายวัน',
    book: 'โปรดกรอกเล่มที่',
    range: { length: 'เลขที่แรกและเลขที่สุดท้ายต้องมีจำนวนหลักเท่ากัน', order: 'เลขที่สุดท้ายต้องไม่น้อยกว่าเลขที่แรก', long: 'สมุดเช็คหนึ่งเล่มมีได้ไม่เกิน 1,000 ฉบับ' },
    overlap: (book: string) => `มีเลขที่เช็คซ้ำกับสมุดเช็คเล่มที่ ${book} ของบัญชีนี้`,
    notALeaf: 'เลขที่เช็คนี้ไม่อยู่ในเล่มนี้',
  },
} as const
