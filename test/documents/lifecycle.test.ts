import { describe, expect, it } from 'vitest'
import { documentsText, lifecycle } from '../../src/documents/index.ts'
import { type Officer } from '../../src/platform/database/work.ts'
import { instant } from '../../src/platform/dates.ts'
import { Conflict, Forbidden, RuleBroken } from '../../src/platform/errors.ts'

const summaries = lifecycle({
  draft: { submit: { to: 'submitted', may: 'receipts.summary:create' } },
  submitted: {
    approve: { to: 'approved', may: 'receipts.summary:approve', notBy: 'author' },
    return: { to: 'draft', may: 'receipts.summary:approve' },
  },
  approved: {},
})

function officer(given: { userId?: string; permissions?: string[]; provisional?: boolean } = {}): Officer {
  return {
    kind: 'officer', userId: given.userId ?? '1', sessionId: '1', username: 'somjai', name: 'สมใจ', position: '', organisationId: '1', organisationName: '',
    organisationKind: 'LAO', scope: 'lao', provinceCode: '11', permissions: new Set(given.permissions ?? ['receipts.summary:create', 'receipts.summary:approve']),
    provisional: given.provisional ?? false, provenAt: instant('2026-11-20T05:00:00Z'), proofSeconds: 600, idle: { seconds: 1800, warnSeconds: 150 },
  }
}

const draft = { state: 'draft', authorId: '2' } as const
const submitted = { state: 'submitted', authorId: '2' } as const

describe('a document', () => {
  it('moves along its table', () => {
    expect(summaries.step(officer(), draft, 'submit')).toBe('submitted')
    expect(summaries.step(officer(), submitted, 'approve')).toBe('approved')
  })

  it('does not move by an action that its state does not know', () => {
    expect(() => summaries.step(officer(), draft, 'approve')).toThrow(Conflict)
    expect(() => summaries.step(officer(), { state: 'approved', authorId: '2' }, 'return')).toThrow(Conflict)
  })

  it('does not move for an officer without the right', () => {
    expect(() => summaries.step(officer({ permissions: ['receipts.summary:create'] }), submitted, 'approve')).toThrow(Forbidden)
  })

  it('is not approved by the officer who prepared it', () => {
    const author = officer({ userId: '2' })
    expect(() => summaries.step(author, submitted, 'approve')).toThrow(new RuleBroken('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน'))
    expect(summaries.step(author, submitted, 'return')).toBe('draft')
  })

  it('that several write is approved by none of them', () => {
    const shared = lifecycle({ typed: { enforce: { to: 'enforced', may: 'receipts.summary:approve', notBy: 'hands' } }, enforced: {} })
    const document = { state: 'typed', authorId: '2', hands: ['2', '3'] } as const
    expect(() => shared.step(officer({ userId: '2' }), document, 'enforce')).toThrow(new RuleBroken(documentsText.samePerson))
    expect(() => shared.step(officer({ userId: '3' }), document, 'enforce')).toThrow(new RuleBroken(documentsText.ownHand))
    expect(shared.allows(officer({ userId: '3' }), document)).toEqual([])
    expect(shared.step(officer(), document, 'enforce')).toBe('enforced')
  })

  it('is worked on, but neither approved nor returned, by an officer not yet confirmed', () => {
    const provisional = officer({ provisional: true })
    expect(summaries.step(provisional, draft, 'submit')).toBe('submitted')
    expect(() => summaries.step(provisional, submitted, 'approve')).toThrow('ยังอนุมัติเอกสารไม่ได้')
    expect(summaries.allows(provisional, submitted)).toEqual([])
  })

  it('offers the buttons that would work, and no others', () => {
    expect(summaries.allows(officer(), submitted)).toEqual(['approve', 'return'])
    expect(summaries.allows(officer({ userId: '2' }), submitted)).toEqual(['return'])
    expect(summaries.allows(officer({ permissions: [] }), draft)).toEqual([])
    expect(summaries.allows(officer(), { state: 'approved', authorId: '2' })).toEqual([])
  })

  it('is edited by its author alone where its table says so, unless one person signs alone', () => {
    const drafts = lifecycle({ draft: { edit: { to: 'draft', may: 'receipts.summary:create', onlyBy: 'author' } } })
    expect(() => drafts.step(officer(), draft, 'edit')).toThrow(new RuleBroken(documentsText.notYours))
    expect(drafts.allows(officer(), draft)).toEqual([])
    expect(drafts.step(officer({ userId: '2' }), draft, 'edit')).toBe('draft')
    expect(drafts.step(officer(), { ...draft, authorId: '' }, 'edit')).toBe('draft')
  })

  it('does not compile with a state or an action that the table does not have', () => {
    // @ts-expect-error no such action
    expect(() => summaries.step(officer(), draft, 'sign')).toThrow(Conflict)
    // @ts-expect-error the target is no state of the table
    lifecycle({ draft: { submit: { to: 'sent', may: 'receipts.summary:create' } } })
    expect(Object.keys(summaries.table)).toEqual(['draft', 'submitted', 'approved'])
  })
})
