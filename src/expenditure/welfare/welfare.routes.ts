// ทะเบียนผู้มีสิทธิรับเบี้ยยังชีพ: register, form, one person.
import { randomUUID } from 'node:crypto'
import { exportPaths, exportRoutes, findTrail, getOffice, mostExported, mostPrinted, mustFit, trailRows } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { page, printPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { getRate } from '../deduction/deduction.repository.ts'
import { editEmployeeSchema, newEmployeeSchema } from '../employee-form/employee-form.schema.ts'
import { monthField, monthOf } from '../month/month.ts'
import { findPayeeById } from '../payee-meant/payee-meant.repository.ts'
import { payeeText } from '../payee-meant/payee-meant.ts'
import { welfarePaths as paths } from '../payroll.paths.ts'
import { welfareText as text } from '../welfare.text.ts'
import { countWelfare, findPaidMonths, findWelfare, findWelfareKinds, findWelfareSteps, getWelfarePerson } from './welfare.repository.ts'
import { askedWelfare, judgeWelfare, welfareInput, type WelfareInput } from './welfare.schema.ts'
import { createWelfare, editWelfare, findKnownForEntitled } from './welfare.service.ts'
import { welfareSource, type WelfareCommand } from './welfare.ts'
import { exportTable, formPage, inputOf, listPage, registerPaper, showPage, type WelfareMonth } from './welfare.view.ts'

const rights = { view: 'expense.payroll:view', create: 'expense.payroll:create', edit: 'expense.payroll:edit', print: 'expense.payroll:print' } as const
const views = { list: 'documents/list', paper: 'documents/register', form: 'documents/form', show: 'expenditure/welfare/show' } as const

export const welfareRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const shown = await monthOfToday(read)
    const asked = askedWelfare(request.query, shown.kinds)
    return page(views.list, listPage(asked, { ...shown, ...await findWelfare(read, asked.filter, shown), count: await countWelfare(read, asked.filter, shown.month), officer: read.actor }))
  }, under: 'expense.payroll' }),
  ...exportRoutes(paths.list, rights.print, async (read, request) => exportTable(await wholeList(read, request, mostExported))),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => printPage(views.paper, registerPaper(await wholeList(read, request, mostPrinted)))),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const { formKey } = readForm(newEmployeeSchema, request)
    return redirect(paths.show(await createWelfare(work, { ...await soundPerson(work, request), formKey })), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    const { version } = readForm(editEmployeeSchema, request)
    await getWelfarePerson(work, id)
    await editWelfare(work, id, { ...await soundPerson(work, request), version })
    return redirect(paths.show(id), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.showRoute, rights.view, async (read, request) => {
    const person = await getWelfarePerson(read, idIn(request.params.id))
    const trail = await findTrail(read, read.actor.organisationId, { kind: welfareSource, id: person.id })
    return page(views.show, showPage({ ...await monthOfToday(read), person, officer: read.actor, paid: await findPaidMonths(read, person.id), trail: trailRows(trail, text.trail) }))
  }),
]

async function monthOfToday(read: OfficerRead): Promise<WelfareMonth> {
  const month = monthOf(read.today)
  return { month, kinds: await findWelfareKinds(read), steps: await findWelfareSteps(read), stepMonths: Number(await getRate(read, 'welfare-step-months', month)) }
}

async function wholeList(read: OfficerRead, request: FormRequest, most: number) {
  const shown = await monthOfToday(read)
  const { filter } = askedWelfare(request.query, shown.kinds)
  const office = await getOffice(read, read.actor.organisationId)
  const { items, hasMore } = await findWelfare(read, { ...filter, after: undefined }, { month: shown.month, most })
  mustFit(items.length + (hasMore ? 1 : 0), most)
  return { ...shown, office: office.name, people: items }
}

async function soundPerson(read: OfficerRead, request: FormRequest): Promise<WelfareCommand> {
  const input = welfareInput(request)
  const { command, faults } = judgeWelfare(input, await findKnownForEntitled(read, input))
  if (!command) throw new RuleBroken(faults)
  return command
}

/** Whatever was typed stands in its boxes again. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const id = request.params.id === undefined ? undefined : idIn(request.params.id)
  const start = id === undefined ? blank(monthField(monthOf(read.today))) : await stored(read, id)
  const given = welfareInput(request)
  const input = Object.keys(request.body).length === 0 ? start : { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
  return page(views.form, formPage(input, { kinds: await findWelfareKinds(read), id }, errors))
}

function blank(startsOn: string): WelfareInput {
  return { person: '', kind: '', birthDate: '', startsOn, endedOn: '', endReason: '', formKey: randomUUID(), version: '' }
}

async function stored(read: OfficerRead, id: string): Promise<WelfareInput> {
  const person = await getWelfarePerson(read, id)
  const payee = await findPayeeById(read, read.actor.organisationId, person.payeeId)
  return inputOf(person, payee ? payeeText(payee) : person.name)
}
