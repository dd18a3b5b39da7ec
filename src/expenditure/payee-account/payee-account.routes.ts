import { randomUUID } from 'node:crypto'
import { findAttachments, getOffice, largestAttachment } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, isId, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { accountPaths as paths, payeePaths } from '../payee.paths.ts'
import { payeeText } from '../payee.text.ts'
import { findBanks, findPayeeOf, findSharers, findWaitingAccounts, getAccount } from './payee-account.repository.ts'
import { newAccountSchema, refuseSchema } from './payee-account.schema.ts'
import { findPayeeAccounts, refuseAccount, requestAccount, verifyAccount } from './payee-account.service.ts'
import { accountSource } from './payee-account.ts'
import { formPage, showPage, waitingPage } from './payee-account.view.ts'

const text = payeeText.done
const rights = { view: 'expense.payee:view', create: 'expense.payee:create', approve: 'expense.payee:approve' } as const
const views = { list: 'expenditure/payee-account/list', show: 'expenditure/payee-account/show', form: 'expenditure/payee-account/form' } as const

export const payeeAccountRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => (
    page(views.list, waitingPage(await findWaitingAccounts(read, isId(request.query.after) ? request.query.after : undefined)))
  ), under: 'expense.payee' }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),

  get(payeePaths.accountNewRoute, rights.create, (read, request) => showForm(read, request)),
  post(payeePaths.accountNewRoute, rights.create, { uploadBytes: 2 * largestAttachment, freshProof: true, handle: async (work, request) => {
    const { id: payeeId } = await findPayeeOf(work, idIn(request.params.id))
    const files = request.files.filter((each) => each.field === 'files')
    await requestAccount(work, { ...readForm(newAccountSchema, request), payeeId, files })
    return redirect(payeePaths.show(payeeId), text.requested)
  }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  post(paths.stepRoute('verify'), rights.approve, { freshProof: true, handle: async (work, request) => {
    const id = idIn(request.params.id)
    await verifyAccount(work, id)
    return redirect(paths.show(id), text.verified)
  }, again: (read, request, refusal) => show(read, request, refusal.errors) }),
  post(paths.stepRoute('refuse'), rights.approve, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await refuseAccount(work, id, readForm(refuseSchema, request))
    return redirect(paths.show(id), text.refused)
  }, again: (read, request, refusal) => show(read, request, refusal.errors) }),
]

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const account = await getAccount(read, organisationId, idIn(request.params.id))
  const attachments = await findAttachments(read, organisationId, { kind: accountSource, id: account.id })
  return page(views.show, showPage({ account, sharers: await findSharers(read, account), attachments, officer: read.actor }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const payee = await findPayeeOf(read, idIn(request.params.id))
  const accounts = (await findPayeeAccounts(read, read.actor.organisationId, payee.id)).filter(({ state }) => state === 'verified')
  const box = (name: string) => typed(request, name)
  const input = {
    bankCode: box('bankCode'), branch: box('branch'), accountNumber: box('accountNumber'), accountName: box('accountName'), replacesId: box('replacesId'), reason: box('reason'),
    formKey: box('formKey') || randomUUID(),
  }
  return page(views.form, formPage({ payee, banks: await findBanks(read), accounts }, input, errors))
}
