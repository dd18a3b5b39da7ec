// The only gate into the books. Everything that posts comes through here, in the transaction of its document, and as its last writing.
import { printedNumber, recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isYearClosed } from '../closing/closing.repository.ts'
import { ledgerText } from '../ledger.text.ts'
import { maySignAlone } from '../period/period.repository.ts'
import { mustTakeStage } from '../period/period.service.ts'
import { getVoucher } from '../voucher/voucher.repository.ts'
import { voucherText } from '../voucher.text.ts'
import { type SamePerson, type Source, type Stage, type VoucherType } from '../voucher/voucher.ts'
import { accountOf } from '../roles.ts'
import { corrected, moduleOf, mustBeReversible, refusalOf, reversed, stageOf, type Posted } from './gate.ts'
import { linesOf, mustBalance, namesRole, total, type EventFacts, type PostingLine, type PostingRules } from './posting.ts'
import { accountsOfRoles, askGate } from './posting.repository.ts'

const { errors } = ledgerText

interface PostingHead {
  readonly type: VoucherType
  readonly documentDate: CalendarDate
  /** The document behind it; with the event it names one voucher for ever (INV-12). */
  readonly source: Source
  readonly description: string
  /** User id of who prepared the source document; who posts is its approver. */
  readonly preparedBy: string
  /** Why both may be one person; without it that is refused (E_SOD). */
  readonly samePerson?: SamePerson | undefined
  /** An opening brought over by the closing: registers run on through the years and must not count it twice. */
  readonly carried?: boolean | undefined
  /** Only closing vouchers after the audit name one. */
  readonly stage?: Stage | undefined
}

export interface Posting<E extends EventFacts<E>, N extends keyof E & string> extends PostingHead {
  readonly rules: PostingRules<E>
  readonly event: N
  readonly facts: E[N]
  readonly type: Exclude<VoucherType, 'RX'>
}

/** Posts once: a second call for the same source and event answers with the voucher that stands (INV-28). */
export async function postVoucher<E extends EventFacts<E>, N extends keyof E & string>(work: OfficerWork, posting: Posting<E, N>): Promise<Posted> {
  const rule = posting.rules[posting.event]
  const roles = namesRole(rule, posting.facts) ? await accountsOfRoles(work, fiscalYearOf(posting.documentDate)) : {}
  const { posted } = await pass(work, { ...posting, lines: linesOf(rule, posting.facts, roles) })
  return posted
}

export interface LinesToPost extends PostingHead {
  readonly type: Exclude<VoucherType, 'RX'>
  readonly event: string
  readonly lines: readonly PostingLine[]
  /** The caller is a form of lines: a refusal is told at its row, `lines.3.account`. */
  readonly atLines?: boolean | undefined
}

/** Lines as somebody keyed them: journals and openings. */
export async function postLines(work: OfficerWork, posting: LinesToPost): Promise<Posted> {
  mustBalance(posting.lines)
  return (await pass(work, posting)).posted
}

export interface Reversal {
  readonly reason: string
  readonly documentDate: CalendarDate
}

/** The same lines with sides swapped, naming the original; once, and never of a reversal (INV-05). */
export async function reverseVoucher(work: OfficerWork, voucherId: string, { reason, documentDate }: Reversal): Promise<Posted> {
  const original = await getVoucher(work, work.actor.organisationId, voucherId)
  mustBeReversible(original, { reason, documentDate })
  const { posted, isNew } = await pass(work, {
    lines: reversed(original.lines), event: 'voucher.reversed', type: 'RX', documentDate, stage: original.stage, source: { kind: 'voucher', id: original.id },
    description: voucherText.reversalOf(original.number, reason), preparedBy: work.actor.userId, samePerson: 'reversal', reversesId: original.id,
  })
  if (!isNew) throw new RuleBroken(errors.reversed)
  await recordChange(work, { kind: 'voucher', id: original.id, action: 'reverse', after: { number: posted.number }, reason })
  return posted
}

/** §1.9: undone as long as its year is open. Of a closed year it is a JV of today: what was income or expense then is accumulated money by now. */
export async function undoVoucher(work: OfficerWork, voucherId: string, reason: string): Promise<Posted> {
  const original = await getVoucher(work, work.actor.organisationId, voucherId)
  const lastDay = addDays(fiscalYearPeriod(original.fiscalYear).until, -1)
  const documentDate = compareDates(work.today, lastDay) > 0 ? lastDay : work.today
  if (!await isYearClosed(work, original.fiscalYear)) return reverseVoucher(work, voucherId, { reason, documentDate })
  mustBeReversible(original, { reason, documentDate: work.today })
  const accumulated = accountOf(await accountsOfRoles(work, fiscalYearOf(work.today)), 'accumulated')
  const { posted, isNew } = await pass(work, {
    lines: corrected(original.lines, accumulated), event: 'voucher.corrected', type: 'JV', documentDate: work.today, source: { kind: 'voucher', id: original.id },
    description: voucherText.correctionOf(original.number, reason), preparedBy: work.actor.userId, samePerson: 'reversal',
  })
  if (!isNew) throw new RuleBroken(errors.reversed)
  await recordChange(work, { kind: 'voucher', id: original.id, action: 'correct', after: { number: posted.number }, reason })
  return posted
}

interface ToPass extends PostingHead {
  readonly event: string
  readonly lines: readonly PostingLine[]
  readonly reversesId?: string | undefined
  readonly atLines?: boolean | undefined
}

/** `isNew` is false when the voucher of this source and event stood already. */
async function pass(work: OfficerWork, posting: ToPass): Promise<{ posted: Posted; isNew: boolean }> {
  if (compareDates(posting.documentDate, work.today) > 0) throw new RuleBroken(errors.future)
  const isSame = posting.preparedBy === work.actor.userId
  if (isSame && (posting.samePerson === undefined || (posting.samePerson === 'small-unit' && !await maySignAlone(work)))) throw new RuleBroken(errors.samePerson)
  const stage = stageOf(posting.type, posting.stage)
  await mustTakeStage(work, stage, posting.documentDate)
  const answer = await askGate(work, {
    ...posting, stage, total: total(posting.lines, 'D'), samePerson: isSame ? posting.samePerson ?? null : null,
    maySoft: moduleOf(posting.type) === 'general' && work.actor.permissions.has('account.close:approve'), isCarried: posting.carried ?? false,
  }, posting.lines)
  if ('refused' in answer) throw refusalOf(answer, posting.atLines ?? false)
  return { posted: { id: answer.id, number: printedNumber(answer.type, answer.number, fiscalYear(answer.fiscal_year)) }, isNew: answer.is_new }
}
