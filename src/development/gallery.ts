// The model of /development/gallery: every component in a representative state.
import * as forms from './gallery-forms.text.ts'
import * as pages from './gallery.text.ts'

export const galleryModel = {
  title: pages.pageHeader.title,
  ...forms,
  ...pages,
  flashes: [
    { kind: 'success', text: 'บันทึกใบนำส่งเงิน นส. 24/2568 เรียบร้อยแล้ว' },
    { kind: 'info', text: 'ท่านกรอกปี ค.ศ. ระบบแปลงเป็น พ.ศ. 2567 ให้แล้ว' },
    { kind: 'warning', text: 'งวดบัญชีเดือนกันยายนจะปิดในอีก 3 วัน' },
    { kind: 'error', text: 'ระบบส่งอีเมลไม่ได้ชั่วคราว รหัส OTP อาจมาช้า' },
  ],
  pagination: {
    countText: 'รายการที่ 51–100 จาก 2,418 รายการ', previousHref: '/development/gallery?before=51',
    nextHref: '/development/gallery?after=100',
  },
} as const
