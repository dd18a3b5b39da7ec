import { mostExported, mustFit, tableRoutes } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { getPawnRule } from '../pawn-rule/pawn-rule.repository.ts'
import { type PawnRule } from '../pawn-rule/pawn-rule.ts'
import { ticketPaths as paths } from '../pawnshops.paths.ts'
import { findTickets, sumTickets } from './ticket.repository.ts'
import { ticketStates, type TicketControl, type TicketFilter } from './ticket.ts'
import { ticketPage, ticketTable } from './ticket.view.ts'

const ticketsPerPage = 100
const rights = { view: 'expense.pawn:view', print: 'expense.pawn:print' } as const

export const ticketRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const rule = await getPawnRule(read, read.today)
    const filter = askedTickets(read, request.query, rule)
    const all = { ...filter, state: undefined, search: undefined, after: undefined }
    return page('pawnshops/ticket/list', ticketPage(filter, {
      ...await findTickets(read, filter, ticketsPerPage), totals: await sumTickets(read, filter), all: await sumTickets(read, all), control: await findControl(read),
      rule, today: read.today, mayPrint: read.actor.permissions.has(rights.print),
    }))
  }, under: 'expense.pawn' }),

  ...tableRoutes(paths.list, rights.print, async (read, request) => {
    const rule = await getPawnRule(read, read.today)
    const filter = { ...askedTickets(read, request.query, rule), after: undefined }
    const { items, hasMore } = await findTickets(read, filter, mostExported)
    mustFit(items.length + (hasMore ? 1 : 0), mostExported)
    return ticketTable({ items, totals: await sumTickets(read, filter), rule, today: read.today }, read.actor.organisationName)
  }),
]

function askedTickets(read: OfficerRead, query: FormRequest['query'], rule: PawnRule): TicketFilter {
  const words = (name: 'search' | 'after') => normalizeThai(query[name] ?? '').slice(0, 40) || undefined
  return {
    organisationId: read.actor.organisationId, state: ticketStates.find((state) => state === query.state), search: words('search'), after: words('after'),
    on: read.today, rule,
  }
}

async function findControl(read: OfficerRead): Promise<TicketControl> {
  const roles = await accountsOfRoles(read)
  const on = (role: string) => balanceOn(read, { organisationId: read.actor.organisationId, accountCode: roles[role] ?? '', until: read.today })
  return { debtors: await on('pawn-debtors'), stock: await on('forfeited-goods') }
}
