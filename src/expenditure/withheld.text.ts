// Words of เงินที่หักรอนำส่ง.
export const withheldText = {
  title: 'เงินที่หักรอนำส่ง',
  lead: 'ยอดตามทะเบียนเงินรับฝากของผู้รับเงินแต่ละราย ภาษีหัก ณ ที่จ่ายนำส่งที่ทะเบียนภาษีหัก ณ ที่จ่าย',
  empty: 'ยังไม่ได้กำหนดผู้รับเงินที่หักไว้',
  fileName: (month: string) => `withheld-money-${month}`,
  columns: {
    deduction: 'รายการหัก', name: 'ผู้รับเงิน', ofMonth: (month: string) => `หักงวด${month}`, kept: 'หักไว้สะสม', remitted: 'นำส่งแล้ว', balance: 'คงเหลือตามบัญชี', onTheWay: 'อยู่ในฎีกา',
    left: 'รอจัดทำฎีกา', actions: 'จัดการ',
  },
  month: 'งวดเดือน',
  monthHint: 'เดือน/ปี พ.ศ. เช่น 10/2569',
  sum: 'รวมทั้งหมด',
  claim: 'จัดทำฎีกานำส่ง',
  claimTitle: (deduction: string, name: string) => `นำส่ง${deduction} ${name}`.slice(0, 300),
  done: 'จัดทำร่างฎีกาเงินรับฝากแล้ว โปรดตรวจสอบและยื่นฎีกา',
  errors: { nothing: (name: string) => `${name} ไม่มียอดรอจัดทำฎีกา` },
} as const
