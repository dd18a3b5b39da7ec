import { describe, expect, it } from 'vitest'
import {
  confirmed, documentPaths, lifecycle, mustBeCurrent, reasonSchema, stepActions, stepRoutes, withForm, withReason, withVersion, type StepButton,
} from '../../src/documents/index.ts'
import { Conflict, Forbidden } from '../../src/platform/errors.ts'
import { page } from '../../src/platform/http/reply.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { anOfficer } from '../support/world.ts'

const db = await testDatabase()
const officer = { ...await anOfficer(db, { groups: ['LAO_BUDGET'] }), permissions: new Set(['budget.bill:create', 'budget.bill:approve']) }

const bills = lifecycle({
  draft: { submit: { to: 'sent', may: 'budget.bill:create' }, drop: { to: 'gone', may: 'budget.bill:approve' } },
  sent: { approve: { to: 'approved', may: 'budget.bill:approve' }, return: { to: 'draft', may: 'budget.bill:approve' }, drop: { to: 'gone', may: 'budget.bill:approve' } },
  approved: {},
  gone: {},
})
const paths = documentPaths<'submit' | 'approve' | 'return' | 'drop'>('/budget/bills')
const done: unknown[] = []
const took = (name: string) => async (_work: unknown, id: string, form: unknown) => { done.push([name, id, form]) }

const routes = stepRoutes({
  lifecycle: bills, paths,
  show: async (_read, _request, errors) => page('components/page-header', { title: '', pageHeader: { title: Object.values(errors).join() } }),
  steps: {
    submit: withVersion(took('submit'), 'ส่งแล้ว'),
    return: withReason(took('return'), 'ส่งคืนแล้ว'),
    drop: withForm(reasonSchema, took('drop'), (form) => ({ kind: 'warning', text: `เลิกเพราะ${form.reason}` })),
    approve: confirmed(withReason(took('approve'), 'อนุมัติแล้ว'), async (_read, request) => ({
      title: `อนุมัติ ${request.params.id}`,
      confirm: { action: paths.step(String(request.params.id), 'approve'), question: 'อนุมัติหรือไม่', consequences: [], label: 'ยืนยัน', kind: 'primary', cancel: { text: 'กลับ', href: '/' } },
    })),
  },
})
const desk = atDesk(db, officer, routes)

describe('the steps of a document', () => {
  it('stand at their addresses under the right that the lifecycle names', () => {
    expect(routes.map(({ method, path, access }) => [method, path, access])).toEqual([
      ['post', '/budget/bills/:id/submit', 'budget.bill:create'], ['post', '/budget/bills/:id/return', 'budget.bill:approve'],
      ['post', '/budget/bills/:id/drop', 'budget.bill:approve'],
      ['get', '/budget/bills/:id/approve', 'budget.bill:approve'], ['post', '/budget/bills/:id/approve', 'budget.bill:approve'],
    ])
  })

  it('are taken with the version of the page, and lead back to the document with a word', async () => {
    const { reply } = await desk.post('/budget/bills/7/submit', { version: '3' })
    expect(reply).toEqual({ kind: 'redirect', to: '/budget/bills/7', flash: { kind: 'success', text: 'ส่งแล้ว' } })
    expect(done.at(-1)).toEqual(['submit', '7', 3])
    const dropped = await desk.post('/budget/bills/7/drop', { version: '3', reason: 'ซ้ำ' })
    expect(dropped.reply).toMatchObject({ flash: { kind: 'warning', text: 'เลิกเพราะซ้ำ' } })
  })

  it('without their reason show the document again with what is missing', async () => {
    const before = done.length
    const { reply } = await desk.post('/budget/bills/7/return', { version: '3', reason: ' ' })
    expect(reply).toMatchObject({ status: 422, model: { pageHeader: { title: 'โปรดระบุเหตุผล' } } })
    expect(done).toHaveLength(before)
  })

  it('that are asked once more ask at their own address, and again after a refusal', async () => {
    const asked = await desk.get('/budget/bills/7/approve')
    expect(seen(asked.html)).toMatch(/อนุมัติ 7 .*อนุมัติหรือไม่/)
    expect(asked.html).toContain('action="/budget/bills/7/approve"')
    const refused = await desk.post('/budget/bills/7/approve', { version: '3' })
    expect([refused.reply, seen(refused.html)]).toEqual([expect.objectContaining({ status: 422 }), expect.stringContaining('โปรดระบุเหตุผล')])
  })

  it('are closed to an officer without the right, the asking page too', async () => {
    const stranger = atDesk(db, { ...officer, permissions: new Set(['budget.bill:create']) }, routes)
    await expect(stranger.get('/budget/bills/7/approve')).rejects.toThrow(Forbidden)
    await expect(stranger.post('/budget/bills/7/approve', { version: '3', reason: 'ก' })).rejects.toThrow(Forbidden)
  })

  it('need one right each: another right is another step, and an unknown step is none', () => {
    const twofold = lifecycle({
      draft: { return: { to: 'draft', may: 'budget.bill:create' } }, sent: { return: { to: 'draft', may: 'budget.bill:approve' } },
    })
    const steps = { return: withReason(took('return'), '') }
    const show = async () => page('components/page-header', { title: '' })
    expect(() => stepRoutes({ lifecycle: twofold, paths: documentPaths<'return'>('/budget/bills'), show, steps })).toThrow("one right for the step 'return'")
    // @ts-expect-error the lifecycle knows no such step
    expect(() => stepRoutes({ lifecycle: bills, paths: documentPaths<'sign'>('/budget/bills'), show, steps: { sign: withVersion(took('sign'), '') } })).toThrow('sign')
  })

  it('begin only from the version that stands', () => {
    expect(() => mustBeCurrent({ version: 2 }, 1)).toThrow(Conflict)
    expect(() => mustBeCurrent({ version: 2 }, 2)).not.toThrow()
  })
})

describe('the buttons of a document', () => {
  const document = { id: '7', version: 3, organisationId: officer.organisationId }
  const buttons: readonly StepButton<'submit' | 'return' | 'drop' | 'approve'>[] = [
    { step: 'approve', label: 'อนุมัติ', kind: 'primary', isConfirmed: true }, { step: 'return', label: 'ส่งคืน', kind: 'danger', reason: 'เหตุผลที่ส่งคืน' },
    { step: 'submit', label: 'ส่ง', kind: 'primary' }, { step: 'drop', label: 'เลิก', kind: 'danger', reason: 'เหตุผลที่เลิก' },
  ]
  const given = { document, officer, paths, buttons }

  it('are the steps that would work, each reason box with an id of its own, and printing last', () => {
    const allowed = bills.allows(officer, { state: 'sent', authorId: '0' })
    expect(stepActions({ ...given, allowed, print: 'พิมพ์' })).toEqual({ version: '3', links: [], buttons: [
      { label: 'อนุมัติ', action: '/budget/bills/7/approve', kind: 'primary', confirmHref: '/budget/bills/7/approve' },
      { label: 'ส่งคืน', action: '/budget/bills/7/return', kind: 'danger', reason: { id: 'reason', label: 'เหตุผลที่ส่งคืน' } },
      { label: 'เลิก', action: '/budget/bills/7/drop', kind: 'danger', reason: { id: 'reason-drop', label: 'เหตุผลที่เลิก' } },
      { label: 'พิมพ์', action: '/budget/bills/7/print', kind: 'secondary' },
    ] })
  })

  it('are none for whoever looks from another office, and where nothing is left to do', () => {
    expect(stepActions({ ...given, document: { ...document, organisationId: '0' }, allowed: ['approve'] })).toBeUndefined()
    expect(stepActions({ ...given, allowed: [] })).toBeUndefined()
  })
})
