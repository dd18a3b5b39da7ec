/** Thai words the platform speaks: names of months, and numbers in words. */

export const monthNames = [
  'มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน',
  'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม',
] as const

export const shortMonthNames = [
  'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.',
  'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.',
] as const

export const clockWord = 'น.'

export const spanWords = { hours: 'ชั่วโมง', minutes: 'นาที', seconds: 'วินาที' } as const

export const numberWords = {
  digits: ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'],
  /** Units, tens, hundreds … up to a hundred thousand; a million starts the row again. */
  places: ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'],
  million: 'ล้าน',
  /** One in the units after anything higher. */
  trailingOne: 'เอ็ด',
  /** Two in the tens. */
  leadingTwo: 'ยี่',
  minus: 'ลบ',
  baht: 'บาท',
  satang: 'สตางค์',
  exactly: 'ถ้วน',
} as const
