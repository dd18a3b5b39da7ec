// Words the ledger speaks. The messages of refusals are those of the house's list (expenditure-accounting-assets §6).
export const ledgerText = {
  errors: {
    /** E_UNBALANCED */
    unbalanced: (difference: string) => `ยอดเดบิตและเครดิตไม่เท่ากัน ผลต่าง ${difference} บาท`,
    /** E_AMOUNT */
    amount: 'จำนวนเงินไม่ถูกต้อง',
    /** E_ACC_HEADER */
    header: (code: string) => `บัญชีหัวข้อบันทึกรายการไม่ได้ (${code})`,
    /** E_ACC_SCOPE */
    scope: (code: string) => `บัญชีนี้ไม่ใช้กับหน่วยงานประเภทนี้ (${code})`,
    unknownAccount: (code: string) => `ไม่พบรหัสบัญชี ${code} ในผังบัญชี`,
    retiredAccount: (code: string) => `บัญชีนี้ไม่ใช้ในปีงบประมาณของเอกสาร (${code})`,
    /** E_ACC_SUB */
    register: (code: string) => `ต้องระบุทะเบียนย่อย (${code})`,
    /** E_PERIOD_CLOSED */
    closed: 'งวดบัญชีปิดแล้ว',
    noYear: 'ยังไม่ได้เปิดปีงบประมาณของวันที่ในเอกสาร',
    future: 'วันที่ของเอกสารต้องไม่เกินวันปัจจุบัน',
    /** E_REVERSED */
    reversed: 'ใบผ่านรายการถูกกลับรายการแล้ว',
    reversal: 'ใบผ่านรายการกลับรายการ นำมากลับรายการอีกไม่ได้',
    beforeOriginal: 'วันที่กลับรายการต้องไม่ก่อนวันที่ของใบผ่านรายการเดิม',
    reason: 'โปรดระบุเหตุผลที่กลับรายการ',
  },
  debit: 'เดบิต',
  credit: 'เครดิต',
  unit: '(หน่วย : บาท)',
  voucher: {
    reversalOf: (number: string, reason: string) => `กลับรายการ ${number} เนื่องจาก ${reason}`,
    listTitle: 'ใบผ่านรายการรับ',
    types: { RV: 'ใบผ่านรายการรับ', RX: 'กลับรายการ' },
    filters: 'ค้นหาใบผ่านรายการ',
    fields: { type: 'ประเภท', search: 'เลขที่หรือคำอธิบาย' },
    columns: {
      number: 'เลขที่', date: 'วันที่', description: 'คำอธิบาย', total: 'จำนวนเงิน (บาท)', state: 'สถานะ', account: 'ชื่อบัญชี', code: 'รหัสบัญชี',
    },
    count: (shown: string) => `แสดง ${shown} รายการ`,
    empty: 'ไม่พบใบผ่านรายการ',
    lines: 'รายการเดบิตและเครดิต',
    sum: 'รวม',
    posted: 'ผ่านรายการแล้ว',
    reversed: 'กลับรายการแล้ว',
    print: 'พิมพ์ใบผ่านรายการ',
    open: 'เปิดใบผ่านรายการ',
    copy: 'ฉบับ',
    items: {
      organisation: 'หน่วยงาน', date: 'วันที่', description: 'คำอธิบาย', source: 'เอกสารต้นเรื่อง', reversedBy: 'ใบกลับรายการ', total: 'จำนวนเงิน (บาท)',
      preparedBy: 'ผู้จัดทำ', approvedBy: 'ผู้อนุมัติ', postedAt: 'ผ่านรายการเมื่อ',
    },
    sources: { 'remittance-summary': 'ใบสำคัญสรุปใบนำส่งเงิน', voucher: 'ใบผ่านรายการที่ถูกกลับรายการ' },
    signers: { preparer: 'ผู้จัดทำ', checker: 'ผู้ตรวจสอบ', approver: 'ผู้อนุมัติ' },
    trail: { actions: { post: 'ผ่านรายการบัญชี', reverse: 'กลับรายการ' }, fields: { number: 'เลขที่' } },
  },
  trialBalance: {
    title: 'งบทดลอง',
    asOf: (day: string) => `ณ วันที่ ${day}`,
    filters: 'เงื่อนไขงบทดลอง',
    fields: { fiscalYear: 'ปีงบประมาณ', month: 'ถึงเดือน', zero: 'แสดงบัญชีที่ไม่มียอด' },
    zeroOptions: { no: 'ไม่แสดง', yes: 'แสดง' },
    account: 'ชื่อบัญชี',
    code: 'รหัสบัญชี',
    brought: 'ยอดยกมา',
    moved: 'รายการระหว่างเดือน',
    carried: 'ยอดยกไป',
    total: 'รวม',
    empty: 'ไม่มีรายการบัญชีในช่วงที่เลือก',
    print: 'พิมพ์',
    csv: 'บันทึกเป็น CSV',
    signers: [{ role: 'ผู้จัดทำ' }, { role: 'ผู้ตรวจสอบ' }, { role: 'หัวหน้าหน่วยงานคลัง' }],
    fileName: (year: string, month: string) => `trial-balance-${year}-${month}.csv`,
  },
  account: {
    title: (name: string) => `บัญชีแยกประเภท ${name}`,
    filters: 'เลือกเดือน',
    columns: {
      date: 'วันที่', number: 'เลขที่ใบผ่านรายการ', description: 'คำอธิบาย', balance: { D: 'คงเหลือ (ด้านเดบิต)', C: 'คงเหลือ (ด้านเครดิต)' },
    },
    brought: 'ยอดยกมา',
    total: 'รวมรายการในหน้านี้',
    empty: 'ไม่มีรายการในเดือนนี้',
    count: (shown: string) => `แสดง ${shown} รายการ`,
  },
} as const
