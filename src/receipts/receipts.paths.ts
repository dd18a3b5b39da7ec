// Addresses of the room. Documents of a sub-unit are looked at with its organisation in the address.
const receipts = '/receipts/receipts'
const remittances = '/receipts/remittances'
const summaries = '/receipts/remittance-summaries'

export const receiptPaths = {
  list: receipts,
  csv: `${receipts}/csv`,
  handwritten: `${receipts}/handwritten/new`,
  nextSheet: (previousId: string) => `${receipts}/handwritten/new?after=${previousId}`,
  redo: (miskeyedId: string) => `${receipts}/handwritten/new?redo=${miskeyedId}`,
  evidence: `${receipts}/evidence/new`,
  showRoute: `${receipts}/:id`,
  show: (id: string) => `${receipts}/${id}`,
  cancelRoute: `${receipts}/:id/cancel`,
  cancel: (id: string) => `${receipts}/${id}/cancel`,
} as const

export const remittancePaths = {
  list: remittances,
  new: `${remittances}/new`,
  showRoute: `${remittances}/:id`,
  show: (id: string) => `${remittances}/${id}`,
  editRoute: `${remittances}/:id/edit`,
  edit: (id: string) => `${remittances}/${id}/edit`,
  stepRoute: (step: RemittanceStep) => `${remittances}/:id/${step}`,
  step: (id: string, step: RemittanceStep) => `${remittances}/${id}/${step}`,
  printRoute: `${remittances}/:id/print`,
  print: (id: string) => `${remittances}/${id}/print`,
} as const

type RemittanceStep = 'submit' | 'cancel' | 'receive' | 'return'

export const summaryPaths = {
  list: summaries,
  new: `${summaries}/new`,
  showRoute: `${summaries}/:id`,
  show: (id: string) => `${summaries}/${id}`,
  stepRoute: (step: SummaryStep) => `${summaries}/:id/${step}`,
  step: (id: string, step: SummaryStep) => `${summaries}/${id}/${step}`,
  printRoute: `${summaries}/:id/print`,
  print: (id: string) => `${summaries}/${id}/print`,
} as const

type SummaryStep = 'gather' | 'cancel' | 'confirm' | 'reverse'

/** The address of a document as somebody of another office opens it. */
export function seenFrom(own: string, organisationId: string, path: string): string {
  return organisationId === own ? path : `${path}?organisation=${organisationId}`
}
