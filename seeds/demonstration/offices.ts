// Who stands in the demonstration: one LAO of each kind in Chonburi, each with school, hospital, waterworks and pawnshop;
// their province, the department, and the sub-unit of the letter (อบต.ดอนแสลบ, s671130305002) in another province.

export interface DemoSubUnit {
  readonly kind: '01' | '02' | '04' | '05'
  readonly name: string
}

export interface DemoLao {
  readonly code: string
  readonly key: string
  readonly place: string
}

export const demoLaos: readonly DemoLao[] = [
  { code: '4200103', key: 'saensuk', place: 'แสนสุข' },
  { code: '2200101', key: 'chonburi', place: 'ชลบุรี' },
  { code: '3200701', key: 'laemchabang', place: 'แหลมฉบัง' },
  { code: '3200408', key: 'pattaya', place: 'พัทยา' },
  { code: '5200106', key: 'mueang', place: 'เหมือง' },
  { code: '6711303', key: 'donsalaep', place: 'ดอนแสลบ' },
]

export const demoSubUnits: readonly { readonly kind: '01' | '02' | '04' | '05'; readonly name: (place: string) => string; readonly short: string }[] = [
  { kind: '05', name: (place) => `โรงเรียนอนุบาล${place}`, short: 'school' },
  { kind: '04', name: (place) => `โรงพยาบาลส่งเสริมสุขภาพตำบล${place}`, short: 'hospital' },
  { kind: '02', name: (place) => `การประปา${place}`, short: 'water' },
  { kind: '01', name: (place) => `สถานธนานุบาล${place}`, short: 'pawn' },
]

/** The sample sub-unit of letter ว 4007: LAO code + kind 05 + running number 002. */
export const letterSubUnit = { lao: '6711303', code: '671130305002', name: 'ศูนย์พัฒนาเด็กเล็กดอนแสลบ', kind: '05' as const }

export const demoProfile = {
  address: '1 หมู่ที่ 1 ตำบลแสนสุข', postcode: '20130', phone: '0 3800 0000', email: 'saensuk@example.go.th', area_square_km: '20.27', population_male: 21345, population_female: 24456,
  executive_name: 'นายสมหมาย ใจดี', elected_on: '2025-05-11', term_ends_on: '2029-05-10',
  staff: JSON.stringify([
    { kind: 'ผู้บริหารท้องถิ่น', count: 4 }, { kind: 'เลขานุการ/ที่ปรึกษา', count: 7 }, { kind: 'สมาชิกสภา', count: 18 },
    { kind: 'ข้าราชการ/พนักงานส่วนท้องถิ่น', count: 145 }, { kind: 'พนักงานครู', count: 62 }, { kind: 'ลูกจ้างประจำ', count: 12 }, { kind: 'พนักงานจ้าง', count: 231 },
  ]),
}
