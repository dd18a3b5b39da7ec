// Words the stand-in chooses; the prose of its pages stands in views/.

export const standInText = {
  scopes: {
    pid: 'เลขประจำตัวประชาชน',
    title: 'คำนำหน้าชื่อ',
    given_name: 'ชื่อ',
    middle_name: 'ชื่อกลาง',
    family_name: 'นามสกุล',
    name: 'ชื่อเต็ม',
    birthdate: 'วันเกิด',
    gender: 'เพศ',
    address: 'ที่อยู่',
    ial: 'ระดับความน่าเชื่อถือของการพิสูจน์ตัวตน',
  } satisfies Readonly<Record<string, string>>,
  expired: 'QR Code หมดอายุแล้ว กรุณากลับไปเริ่มต้นใหม่',
  unknownPerson: 'ไม่พบบุคคลที่เลือก',
  refused: 'ระบบไม่สามารถดำเนินการตามคำขอได้',
} as const
