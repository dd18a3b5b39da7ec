import { versionSchema } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { employeeText } from '../employee.text.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { payCreditorPaths as paths } from '../payroll.paths.ts'
import { findPayCreditors } from './pay-creditor.repository.ts'
import { addPayCreditor, usePayCreditor } from './pay-creditor.service.ts'
import { creditorPage } from './pay-creditor.view.ts'

const rights = { view: 'expense.payroll:view', edit: 'expense.payroll:edit' } as const
const { done } = employeeText.creditors

export const payCreditorRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: (read, request) => show(read, request), under: 'expense.payroll' }),
  post(paths.list, rights.edit, { handle: async (work, request) => {
    await addPayCreditor(work, typedIn(request))
    return redirect(paths.list, done.added)
  }, again: (read, request, { errors }) => show(read, request, errors) }),
  post(paths.useRoute, rights.edit, { handle: async (work, request) => {
    await usePayCreditor(work, idIn(request.params.id), readForm(versionSchema, request).version)
    return redirect(paths.list, done.used)
  }, again: (read, request, { errors }) => show(read, request, errors) }),
]

function typedIn(request: FormRequest) {
  return { code: typed(request, 'code'), payee: normalizeThai(typed(request, 'payee').replace(/[\u0000-\u001F]/g, ' ')).trim() }
}

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  return page('expenditure/pay-creditor/list', creditorPage({
    creditors: await findPayCreditors(read), deductions: await findPayDeductions(read), officer: read.actor, typed: typedIn(request),
  }, errors))
}
