// The only gate into the books. Everything that posts comes through here, in the transaction of its document.
import { nextNumber, printedNumber, recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { ledgerText } from '../ledger.text.ts'
import { getVoucher } from '../voucher/voucher.repository.ts'
import { type Source, type VoucherType } from '../voucher/voucher.ts'
import { mustBeReversible, mustPass, reversed, type Posted } from './gate.ts'
import { linesOf, total, type EventFacts, type PostingLine, type PostingRules } from './posting.ts'
import { insertVoucher, readGate } from './posting.repository.ts'

const { errors } = ledgerText

export interface Posting<E extends EventFacts<E>, N extends keyof E & string> {
  readonly rules: PostingRules<E>
  readonly event: N
  readonly facts: E[N]
  readonly type: Exclude<VoucherType, 'RX'>
  readonly documentDate: CalendarDate
  /** The document behind it; with the event it names one voucher for ever (INV-12). */
  readonly source: Source
  readonly description: string
  /** User id of who prepared the source document; who posts is its approver. */
  readonly preparedBy: string
}

/** Posts once: a second call for the same source and event answers with the voucher that stands (INV-28). */
export async function postVoucher<E extends EventFacts<E>, N extends keyof E & string>(work: OfficerWork, posting: Posting<E, N>): Promise<Posted> {
  const { posted } = await postLines(work, { ...posting, lines: linesOf(posting.rules[posting.event], posting.facts) })
  return posted
}

export interface Reversal {
  readonly reason: string
  readonly documentDate: CalendarDate
}

/** The same lines with sides swapped, naming the original; once, and never of a reversal (INV-05). */
export async function reverseVoucher(work: OfficerWork, voucherId: string, { reason, documentDate }: Reversal): Promise<Posted> {
  const original = await getVoucher(work, work.actor.organisationId, voucherId)
  mustBeReversible(original, { reason, documentDate })
  const { posted, isNew } = await postLines(work, {
    lines: reversed(original.lines), event: 'voucher.reversed', type: 'RX', documentDate, source: { kind: 'voucher', id: original.id },
    description: ledgerText.voucher.reversalOf(original.number, reason), preparedBy: work.actor.userId, reversesId: original.id,
  })
  if (!isNew) throw new RuleBroken(errors.reversed)
  await recordChange(work, { kind: 'voucher', id: original.id, action: 'reverse', after: { number: posted.number }, reason })
  return posted
}

interface LinesToPost {
  readonly lines: readonly PostingLine[]
  readonly event: string
  readonly type: VoucherType
  readonly documentDate: CalendarDate
  readonly source: Source
  readonly description: string
  readonly preparedBy: string
  readonly reversesId?: string
}

/** `isNew` is false when the voucher of this source and event stood already. */
async function postLines(work: OfficerWork, posting: LinesToPost): Promise<{ posted: Posted; isNew: boolean }> {
  const fiscalYear = fiscalYearOf(posting.documentDate)
  const gate = await readGate(work, { ...posting, fiscalYear })
  if (gate.posted) return { posted: { id: gate.posted.id, number: printedNumber(gate.posted.type, gate.posted.number, gate.posted.fiscalYear) }, isNew: false }
  if (compareDates(posting.documentDate, work.today) > 0) throw new RuleBroken(errors.future)
  mustPass(gate, posting.lines, fiscalYear)
  const running = await nextNumber(work, posting.type, fiscalYear)
  const id = await insertVoucher(work, { ...posting, fiscalYear, number: running, total: total(posting.lines, 'D') })
  const number = printedNumber(posting.type, running, fiscalYear)
  await recordChange(work, { kind: 'voucher', id, action: 'post', after: { number } })
  return { posted: { id, number }, isNew: true }
}
