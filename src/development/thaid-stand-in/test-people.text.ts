// Artificial people; their ids have a valid check digit and belong to nobody (access-admin-oversight §2.2).
import type { StandInPerson } from './people.ts'

export const testPeople: readonly StandInPerson[] = [
  { citizenId: '1100000000016', titleTh: 'นาย', givenNameTh: 'สมชาย', familyNameTh: 'ใจดี', ial: '2.3' },
  { citizenId: '1100000000024', titleTh: 'นางสาว', givenNameTh: 'สมหญิง', familyNameTh: 'รักษ์ไทย', ial: '2.3' },
  { citizenId: '3100000001019', titleTh: 'นาง', givenNameTh: 'มาลี', familyNameTh: 'ศรีสุข', ial: '2.3' },
  { citizenId: '1999999999018', titleTh: 'นาย', givenNameTh: 'ประเสริฐ', familyNameTh: 'มั่นคง', ial: '2.1' },
]
