// Addresses of the room. Documents of a sub-unit are looked at with its organisation in the address.
import { documentPaths } from '../documents/index.ts'

const receipt = documentPaths<'cancel' | 'confirm-cancel' | 'refuse-cancel'>('/receipts/receipts')

export interface FromUnit {
  readonly name: string
  readonly account: string
  readonly amount: string
}

export const receiptPaths = {
  list: receipt.list,
  handwritten: `${receipt.list}/handwritten/new`,
  nextSheet: (previousId: string) => `${receipt.list}/handwritten/new?after=${previousId}`,
  redo: (miskeyedId: string) => `${receipt.list}/handwritten/new?redo=${miskeyedId}`,
  evidence: `${receipt.list}/evidence/new`,
  /** Of money another unit has paid: its name, the account it is taken in on, how much. */
  evidenceFrom: ({ name, account, amount }: FromUnit) => `${receipt.list}/evidence/new?${new URLSearchParams({ from: name, account, amount })}`,
  evidenceOf: (noticeId: string) => `${receipt.list}/evidence/new?notice=${noticeId}`,
  showRoute: receipt.showRoute,
  show: receipt.show,
  stepRoute: receipt.stepRoute,
  step: receipt.step,
  cancel: (id: string) => receipt.step(id, 'cancel'),
  printRoute: receipt.printRoute,
  print: receipt.print,
} as const

/** Receipts printed by the system. */
export const counterPaths = {
  form: '/receipts/counter',
  next: (previousId: string) => `/receipts/counter?after=${previousId}`,
  payer: (taxpayerId: string) => `/receipts/counter?taxpayer=${taxpayerId}`,
  debt: (debtId: string) => `/receipts/counter?debt=${debtId}`,
} as const

/** Rates by head, and how many heads: the counter reckons. */
export const slaughterPaths = { form: '/receipts/slaughter', newRate: '/receipts/slaughter/rates/new' } as const

/** What a line's account is kept by, proposed while one types. */
export const incomePaths = { keys: '/receipts/income-keys/search' } as const

const transferNotices = '/receipts/transfer-notices'

/** What the department tells of money it sent. */
export const transferNoticePaths = {
  list: transferNotices, import: `${transferNotices}/import`, template: `${transferNotices}/import/csv`,
  withdrawRoute: `${transferNotices}/:id/withdraw`, withdraw: (id: string) => `${transferNotices}/${id}/withdraw`,
  takenRoute: `${transferNotices}/:id/taken`, taken: (id: string) => `${transferNotices}/${id}/taken`,
} as const

const reports = '/receipts/reports'
export const reportPaths = { index: reports, detail: `${reports}/receipts`, revenues: `${reports}/revenues`, cashBook: `${reports}/cash-book`, month: `${reports}/months` } as const

/** Books of hand-written receipts. */
export const bookPaths = documentPaths<'issue' | 'return' | 'close' | 'remove'>('/receipts/books')

export const remittancePaths = documentPaths<'submit' | 'cancel' | 'receive' | 'return'>('/receipts/remittances')
export const summaryPaths = documentPaths<'gather' | 'cancel' | 'confirm' | 'reverse'>('/receipts/remittance-summaries')
export const payInPaths = { ...documentPaths<'pay' | 'cancel' | 'reverse'>('/receipts/pay-ins'), newTransfer: '/receipts/pay-ins/transfer/new' } as const
export const depositPaths = documentPaths<never>('/receipts/deposits')
const moneyEntry = documentPaths<'submit' | 'approve' | 'return' | 'cancel' | 'reverse'>('/receipts/money-entries')
export const moneyEntryPaths = { ...moneyEntry, newOf: (kind: string, deposit = '') => `${moneyEntry.new}?kind=${kind}${deposit && `&deposit=${deposit}`}` } as const
export const taxpayerPaths = { ...documentPaths<never>('/receipts/taxpayers'), import: '/receipts/taxpayers/import/new', template: '/receipts/taxpayers/template/csv' } as const
const taxDebt = documentPaths<'cancel' | 'confirm-cancel' | 'refuse-cancel' | 'warn' | 'reduce' | 'confirm-reduction' | 'refuse-reduction'>('/receipts/tax-debts')
export const taxDebtPaths = { ...taxDebt, newOf: (taxpayerId: string) => `${taxDebt.new}?taxpayer=${taxpayerId}`, aged: '/receipts/aged-tax-debts' } as const
export const taxRunPaths = documentPaths<'approve' | 'refuse' | 'reverse'>('/receipts/tax-runs')
export const positionPaths = documentPaths<'sign' | 'reopen'>('/receipts/daily-positions')
