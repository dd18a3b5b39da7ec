// Words the documents room speaks.
export const documentsText = {
  wrongState: 'สถานะของเอกสารเปลี่ยนไปแล้ว จึงทำรายการนี้ไม่ได้ โปรดเปิดเอกสารใหม่อีกครั้ง',
  noPermission: 'ท่านไม่มีสิทธิทำรายการนี้',
  provisional: 'บัญชีผู้ใช้ที่ยังไม่ได้รับการยืนยันตัวตนจากผู้ออกรหัส ยังอนุมัติเอกสารไม่ได้',
  /** E_SOD */
  samePerson: 'ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน',
  trail: {
    heading: 'ประวัติการดำเนินการ',
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
  },
} as const
