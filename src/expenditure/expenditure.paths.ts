// Addresses of the room. Documents of a sub-unit are looked at with its organisation in the address.
import { documentPaths } from '../documents/index.ts'
import { type ClaimStep } from './claim/claim.ts'
import { type CorrectionStep } from './correction/correction.ts'
import { type WaiverStep } from './waiver/waiver.ts'

const claims = '/expenditure/claims'

export const claimPaths = {
  ...documentPaths<ClaimStep>(claims),
  newOf: (kind: string) => `${claims}/new?kind=${kind}`,
  available: `${claims}/available`,
  renewRoute: `${claims}/:id/renew`,
  renew: (id: string) => `${claims}/${id}/renew`,
} as const

const corrections = '/expenditure/corrections'

/** Begun at the claim that was paid. */
export const correctionPaths = {
  ...documentPaths<CorrectionStep>(corrections),
  newFor: (claimId: string) => `${corrections}/new?claim=${claimId}`,
} as const

const waivers = '/expenditure/waivers'

/** Begun at the claim whose money came back. */
export const waiverPaths = {
  ...documentPaths<WaiverStep>(waivers),
  newFor: (claimId: string) => `${waivers}/new?claim=${claimId}`,
} as const

export const claimCheckPaths = {
  list: '/expenditure/claim-checks',
  check: '/expenditure/claim-checks/check',
  approve: '/expenditure/claim-checks/approve',
  showRoute: '/expenditure/claim-checks/:id',
  show: (id: string) => `/expenditure/claim-checks/${id}`,
} as const

export const claimRegisterPaths = { list: '/expenditure/claim-register' } as const
export const grantRegisterPaths = { list: '/expenditure/grant-register' } as const
export const disbursementPaths = { list: '/expenditure/disbursement-book' } as const
/** What is owed to whom, and the debts behind it. */
export const creditorPaths = { list: '/expenditure/creditors', debts: '/expenditure/creditors/debts' } as const
export const claimSettingsPaths = { edit: '/expenditure/claim-settings', papers: '/expenditure/claim-settings/papers', papersOf: (kind: string) => `/expenditure/claim-settings?kind=${kind}` } as const
export const reportPaths = { list: '/expenditure/reports' } as const
