// What of บันทึกการรับเงิน is still to be done in an office, and by whom: for the home page.
import { decidedBy } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type Money } from '../../platform/money.ts'
import { payInPaths, receiptPaths, remittancePaths, summaryPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'

const text = receiptsText.work

export interface Waiting {
  readonly count: number
  readonly amount: Money
}

export interface WaitingCounts {
  readonly receipts: Waiting
  readonly ownReceipts: Waiting
  readonly ownDrafts: Waiting
  /** Submitted by somebody else; in a small unit by anybody. */
  readonly submittedByOthers: Waiting
  /** Submitted or received, in no summary. */
  readonly slips: Waiting
  readonly receivedSlips: Waiting
  readonly draftSummaries: Waiting
  readonly draftsByOthers: Waiting
  readonly cashAccount: string
  /** A small unit: who prepared it may sign it. */
  readonly isAlone: boolean
  /** The ledger's cash on hand. */
  readonly cash: Money
}

export interface WorkItem {
  readonly key: 'receipts' | 'slips' | 'summaries' | 'cash' | 'remit' | 'submit' | 'receive' | 'summarise' | 'confirm'
  readonly text: string
  /** Absent where only the amount means something. */
  readonly count?: number
  readonly amount: Money
  /** Absent for who may not open the list. */
  readonly href?: string | undefined
}

export interface ReceiptWork {
  readonly lastSummary: { readonly date: CalendarDate; readonly number: string; readonly href: string } | undefined
  /** Of the whole office, zeros included. */
  readonly office: readonly WorkItem[]
  /** What waits for this officer; nothing else. */
  readonly mine: readonly WorkItem[]
}

export interface LastSummary {
  readonly id: string
  readonly date: CalendarDate
  readonly number: number
  readonly fiscalYear: FiscalYear
}

export const lookRights = ['revenue.receipt:view', 'revenue.remit:view', 'revenue.remitsum:view'] as const satisfies readonly Permission[]

/** Cash leads to its account, for who may read the books; else to the slips that carry it to the bank. */
function cashHref({ permissions, organisationId }: Officer, cashAccount: string): string | undefined {
  if (permissions.has('account.report:view')) return ledgerPaths.account(organisationId, cashAccount)
  return permissions.has('revenue.deposit:view') ? payInPaths.list : undefined
}

export function officeItems(officer: Officer, counts: WaitingCounts): WorkItem[] {
  const [ofReceipts, ofSlips, ofSummaries] = lookRights
  const open = (right: Permission, href: string) => (officer.permissions.has(right) ? href : undefined)
  return [
    { key: 'receipts', text: text.receipts, ...counts.receipts, href: open(ofReceipts, `${receiptPaths.list}?state=recorded`) },
    { key: 'slips', text: text.slips, ...counts.slips, href: open(ofSlips, `${remittancePaths.list}?state=waiting`) },
    { key: 'summaries', text: text.summaries, ...counts.draftSummaries, href: open(ofSummaries, `${summaryPaths.list}?state=draft`) },
    { key: 'cash', text: text.cash, amount: counts.cash, href: cashHref(officer, counts.cashAccount) },
  ]
}

export function itemsFor(officer: Officer, counts: WaitingCounts): WorkItem[] {
  const [remit, take, approve] = ['revenue.remit:create', 'revenue.remitsum:create', 'revenue.remitsum:approve'] as const
  const { query } = decidedBy(counts)
  const submitted = `${remittancePaths.list}?state=submitted${query}`
  const drafts = `${summaryPaths.list}?state=draft${query}`
  const steps: { may: Permission; item: Omit<WorkItem, 'count' | 'amount'>; waiting: Waiting }[] = [
    { may: remit, item: { key: 'remit', text: text.remit, href: remittancePaths.new }, waiting: counts.ownReceipts },
    { may: remit, item: { key: 'submit', text: text.submit, href: `${remittancePaths.list}?state=draft&by=me` }, waiting: counts.ownDrafts },
    { may: take, item: { key: 'receive', text: text.receive, href: submitted }, waiting: counts.submittedByOthers },
    { may: take, item: { key: 'summarise', text: text.summarise, href: summaryPaths.new }, waiting: counts.receivedSlips },
    { may: approve, item: { key: 'confirm', text: text.confirm, href: drafts }, waiting: counts.draftsByOthers },
  ]
  const own = steps.filter(({ may, waiting }) => waiting.count > 0 && officer.permissions.has(may))
  return own.map(({ item, waiting }) => ({ ...item, ...waiting }))
}
