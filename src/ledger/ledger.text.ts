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
    unknownKey: (code: string) => `ไม่พบทะเบียนย่อยที่ระบุ หรือทะเบียนปิดแล้ว (${code})`,
    noRegister: (code: string) => `บัญชีนี้ไม่มีทะเบียนย่อย (${code})`,
    /** E_PERIOD_CLOSED */
    closed: 'งวดบัญชีปิดแล้ว',
    softClosed: 'งวดบัญชีปิดชั่วคราว บันทึกได้เฉพาะรายการที่หัวหน้าหน่วยงานคลังเป็นผู้อนุมัติ',
    /** E_CASH */
    cash: (code: string) => `เงินคงเหลือไม่เพียงพอ (${code})`,
    /** E_SUBLEDGER_NEG */
    overdrawn: (code: string) => `เกินยอดคงเหลือในทะเบียน (${code})`,
    /** E_SOD */
    samePerson: 'ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน',
    auditOver: 'พ้นกำหนดเวลาปรับปรุงหลังการตรวจสอบแล้ว',
    otherPeriod: 'วันที่กลับรายการต้องอยู่ในงวดเดียวกับใบผ่านรายการเดิม',
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
} as const
