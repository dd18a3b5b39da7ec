import { randomUUID } from 'node:crypto'
import { findOffices, getOffice, listFrame, organisationControls } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { page, type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { lapsePaths as paths, pastDuePath } from '../budget.paths.ts'
import { deskText } from '../desk.text.ts'
import { noting, pressed } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { rightsOf } from '../desk/desk.ts'
import { getNames } from '../settings/settings.service.ts'
import { listPaper } from '../unspent-form/unspent-paper.view.ts'
import { lapseText as text } from '../year-end.text.ts'
import { editLapseSchema, newLapseSchema, typedLapse } from './lapse.schema.ts'
import { approveLapse, createLapse, editLapse, findPastDue, lapseDesk as desk } from './lapse.service.ts'
import { findPastDueFunds } from './lapse.repository.ts'
import { type LapseState } from './lapse.ts'
import { inputOf, lapseForm, linesTable, pastDueFundsTable, pastDueTable, startingInput } from './lapse.view.ts'

const steps = { approve: noting(approveLapse), cancel: pressed(desk.cancel, 'danger') } as const

export const lapsePages: DeskPages<LapseState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable, views: { form: 'budget/year-end/form', paper: 'documents/sheet' },
  paper: (lapse, around) => listPaper(lapse, { ...around, title: text.paperTitle, backHref: paths.show(lapse.id), lineTable: linesTable(lapse, { ...around, isLinked: false }) }),
  form: {
    form: showForm,
    create: (work, request) => createLapse(work, readForm(newLapseSchema, request)),
    edit: (work, id, request) => editLapse(work, id, readForm(editLapseSchema, request)),
  },
}

async function showForm(read: OfficerRead, request: FormRequest, { document: lapse, errors }: FormAsked<LapseState>): Promise<PageModel> {
  const { organisationId } = read.actor
  const unspent = await findPastDue(read, organisationId)
  const start = lapse ? inputOf(lapse, unspent) : startingInput(unspent, { formKey: randomUUID(), today: read.today })
  const { input } = inputFor(request, start, typedLapse(request))
  const fiscalYear = fiscalYearOf(read.today)
  return lapseForm(input, { lapse, unspent, names: await getNames(read, organisationId, fiscalYear), fiscalYear }, errors)
}

const rights = rightsOf(desk.kind)

/** What nobody has carried, extended or let lapse yet, though its days are over. */
export const pastDueRoute: Route = get(pastDuePath, rights.view, { under: 'expense.reserve', handle: async (read, request) => {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const unspent = await findPastDue(read, organisationId)
  const mayMake = unspent.length > 0 && organisationId === read.actor.organisationId && read.actor.permissions.has(rights.create)
  const frame = listFrame({
    title: text.due.title, path: pastDuePath, errors: {}, next: undefined, countText: deskText.shown(String(unspent.length)),
    actions: mayMake ? [{ text: text.due.make, href: paths.new, kind: 'primary' }] : [], controls: organisationControls({ offices: await findOffices(read) }, organisationId),
  })
  const names = await getNames(read, organisationId, fiscalYearOf(read.today))
  const funds = await findPastDueFunds(read, organisationId)
  return page('budget/year-end/past-due', {
    ...frame, lineTable: pastDueTable({ organisationId, unspent, names }), funds: funds.length === 0 ? undefined : pastDueFundsTable(funds, organisationId === read.actor.organisationId),
  })
} })
