import { importRoutes, reportRoutes, type Report } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { openingTicketText as text } from '../opening-ticket.text.ts'
import { openingTicketPaths as paths, ticketPaths } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { findOpeningTickets, getOpeningTicket, sumOpeningTickets } from './opening-ticket.repository.ts'
import { askedOpening, openingTicketSchema } from './opening-ticket.schema.ts'
import { addOpeningTicket, findOpening, importOpeningTickets, removeOpeningTicket } from './opening-ticket.service.ts'
import { formPage, openingReport, removePage } from './opening-ticket.view.ts'

const rights = { view: 'expense.pawn:view', create: 'expense.pawn:create', print: 'expense.pawn:print' } as const
const views = { form: 'documents/short-form', confirm: 'documents/confirm' } as const

export const openingTicketRoutes: readonly Route[] = [
  ...importRoutes({
    title: text.import.title, list: { text: text.listTitle, href: paths.list }, paths, heads: text.import.heads, right: rights.create,
    text: { ...text.import, errors: { noFile: text.errors.noFile, faults: text.errors.faults, files: text.errors.files } },
    bringIn: async (work, sheet) => text.import.done((await importOpeningTickets(work, sheet)).toLocaleString('en')),
  }),

  get(paths.new, rights.create, async () => page(views.form, formPage({ ticket: '', pledgedOn: '', principal: '' }))),
  post(paths.new, rights.create, { handle: async (work, request) => {
    await addOpeningTicket(work, readForm(openingTicketSchema, request))
    return redirect(paths.list, text.saved)
  }, again: async (_read, request, { errors }) => page(views.form, formPage(typedIn(request), errors)) }),

  get(paths.removeRoute, rights.create, async (read, request) => page(views.confirm, removePage(await getOpeningTicket(read, idIn(request.params.id))))),
  post(paths.removeRoute, rights.create, { handle: async (work, request) => {
    await removeOpeningTicket(work, idIn(request.params.id))
    return redirect(paths.list, text.removed)
  }, again: async (read, request, { errors }) => page(views.confirm, removePage(await getOpeningTicket(read, idIn(request.params.id)), errors)) }),

  ...reportRoutes({
    path: paths.list, viewRight: rights.view, printRight: rights.print, menu: { under: 'expense.pawn' }, index: { text: pawnshopsText.ticket.listTitle, href: ticketPaths.list }, find: findReport,
  }),
]

function typedIn(request: FormRequest) {
  return { ticket: typed(request, 'ticket'), pledgedOn: typed(request, 'pledgedOn'), principal: typed(request, 'principal') }
}

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const filter = askedOpening(query)
  const { actor: { organisationName: office, permissions }, today } = read
  return openingReport(filter, {
    ...await findOpeningTickets(read, filter, most), totals: await sumOpeningTickets(read, filter), all: await sumOpeningTickets(read, { search: '' }), ...await findOpening(read),
    office, today, mayCreate: permissions.has(rights.create),
  })
}
