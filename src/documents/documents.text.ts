// Words the documents room speaks.
export const documentsText = {
  wrongState: 'สถานะของเอกสารเปลี่ยนไปแล้ว จึงทำรายการนี้ไม่ได้ โปรดเปิดเอกสารใหม่อีกครั้ง',
  noPermission: 'ท่านไม่มีสิทธิทำรายการนี้',
  provisional: 'บัญชีผู้ใช้ที่ยังไม่ได้รับการยืนยันตัวตนจากผู้ออกรหัส ยังอนุมัติเอกสารไม่ได้',
  /** E_SOD */
  samePerson: 'ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน',
  /** What every form of a document may have to refuse; rooms take them into their own messages. */
  errors: {
    form: 'แบบฟอร์มไม่สมบูรณ์ โปรดเปิดหน้านี้ใหม่',
    date: 'วันที่ไม่ถูกต้อง ตัวอย่างเช่น 17/09/2567',
    amount: 'จำนวนเงินต้องเป็นตัวเลข มีทศนิยมไม่เกิน 2 ตำแหน่ง',
    positive: 'จำนวนเงินต้องมากกว่า 0.00 บาท',
    tooLong: (most: string) => `ข้อความยาวเกิน ${most} ตัวอักษร`,
    reason: 'โปรดระบุเหตุผล',
    stale: 'เอกสารนี้ถูกแก้ไขไปแล้วหลังจากที่ท่านเปิดหน้าจอ โปรดเปิดเอกสารใหม่แล้วทำรายการอีกครั้ง',
  },
  register: {
    filters: 'เงื่อนไขการค้นหา',
    organisation: 'หน่วยงาน',
    from: 'ตั้งแต่วันที่',
    until: 'ถึงวันที่',
    state: 'สถานะ',
    all: 'ทั้งหมด',
    shown: (count: string) => `แสดง ${count} รายการ`,
  },
  export: {
    print: 'พิมพ์',
    xlsx: 'บันทึกเป็น Excel',
    csv: 'บันทึกเป็น CSV',
    tooMany: (most: string) => `รายการมีมากกว่า ${most} รายการ โปรดเลือกช่วงเวลาหรือเงื่อนไขให้แคบลง`,
  },
  report: {
    unit: '(หน่วย : บาท)',
    signers: ['ผู้จัดทำ', 'ผู้ตรวจสอบ', 'หัวหน้าหน่วยงานคลัง'],
  },
  trail: {
    heading: 'ประวัติการดำเนินการ',
    empty: 'ยังไม่มีการดำเนินการ',
    reason: (reason: string) => `เหตุผล: ${reason}`,
    none: '-',
  },
  attachments: {
    heading: 'เอกสารแนบ',
    empty: 'ยังไม่มีเอกสารแนบ',
    label: 'เลือกไฟล์',
    hint: 'PDF, PNG, JPEG หรือ XLSX ขนาดไม่เกิน 10 เมกะไบต์ต่อไฟล์',
    upload: 'แนบไฟล์',
    none: 'โปรดเลือกไฟล์ที่ต้องการแนบ',
    emptyFile: (name: string) => `ไฟล์ ${name} ไม่มีข้อมูล`,
    tooLarge: (name: string) => `ไฟล์ ${name} มีขนาดเกิน 10 เมกะไบต์`,
    wrongKind: (name: string) => `ไฟล์ ${name} ไม่ใช่ PDF, PNG, JPEG หรือ XLSX`,
    wrongName: (name: string) => `นามสกุลของไฟล์ ${name} ไม่ตรงกับชนิดของไฟล์จริง`,
    noName: 'เอกสารแนบ',
    detail: (size: string, who: string, when: string) => `${size} · ${who} · ${when}`,
    kilobytes: (size: string) => `${size} กิโลไบต์`,
  },
  print: {
    original: 'ต้นฉบับ',
    copy: 'สำเนา',
    blankName: '........................................',
  },
} as const
