import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { bankAccountPaths as paths } from '../registers.paths.ts'
import { registersText } from '../registers.text.ts'
import { findBankAccounts } from './bank-account.repository.ts'
import { editBankAccountSchema, newBankAccountSchema, versionSchema } from './bank-account.schema.ts'
import { correctBankAccount, createBankAccount, findBankAccountTrail, getBankAccount, setBankAccountUse } from './bank-account.service.ts'
import { editPage, emptyInput, listPage, newPage, type BankAccountForm, type BankAccountInput, type Existing } from './bank-account.view.ts'

const text = registersText.bankAccount
const views = { list: 'registers/bank-account/list', form: 'registers/bank-account/form' } as const
const rights = { view: 'admin.db.local.bank:view', create: 'admin.db.local.bank:create', edit: 'admin.db.local.bank:edit' } as const

export const bankAccountRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read) => {
    const may = { create: read.actor.permissions.has(rights.create), edit: read.actor.permissions.has(rights.edit) }
    return page(views.list, listPage(await findBankAccounts(read, { activeOnly: false }), may))
  }, menu: 'admin.db.local.bank' }),

  get(paths.new, rights.create, async (_read, request) => page(views.form, newPage({ ...emptyInput, ...inputOf(request) }))),
  post(paths.new, rights.create, { freshProof: true, handle: async (work, request) => {
    await createBankAccount(work, readForm(newBankAccountSchema, request))
    return redirect(paths.list, text.created)
  }, again: async (_read, request, refusal) => page(views.form, newPage(inputOf(request), refusal.errors)) }),

  get(paths.editRoute, rights.edit, async (read, request) => {
    const existing = await existingFor(read, request)
    return page(views.form, request.query.draft === '1' ? typedAgain(existing, request) : editPage(existing))
  }),
  post(paths.editRoute, rights.edit, { freshProof: true, handle: async (work, request) => {
    await correctBankAccount(work, idOf(request), readForm(editBankAccountSchema, request))
    return redirect(paths.list, text.saved)
  }, again: async (read, request, refusal) => page(views.form, typedAgain(await existingFor(read, request), request, refusal.errors)) }),

  post(paths.deactivateRoute, rights.edit, async (work, request) => {
    await setBankAccountUse(work, idOf(request), { ...readForm(versionSchema, request), isActive: false })
    return redirect(paths.list, text.deactivated)
  }),
  post(paths.activateRoute, rights.edit, async (work, request) => {
    await setBankAccountUse(work, idOf(request), { ...readForm(versionSchema, request), isActive: true })
    return redirect(paths.list, text.activated)
  }),
]

async function existingFor(read: OfficerRead, request: FormRequest): Promise<Existing> {
  const account = await getBankAccount(read, idOf(request))
  return { account, trail: await findBankAccountTrail(read, account.id) }
}

/** With the version the form was made from: a change made meanwhile is still noticed. */
function typedAgain(existing: Existing, request: FormRequest, errors: FieldErrors = {}): BankAccountForm {
  return { ...editPage(existing, inputOf(request), errors), version: typed(request, 'version') }
}

function inputOf(request: FormRequest): BankAccountInput {
  return {
    bankName: typed(request, 'bankName'), branch: typed(request, 'branch'), accountNumber: typed(request, 'accountNumber'),
    accountName: typed(request, 'accountName'), kind: typed(request, 'kind'),
  }
}

function idOf(request: FormRequest): string {
  return idIn(request.params.id)
}
