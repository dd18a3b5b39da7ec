import { largestAttachment } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors, type RuleBroken } from '../../platform/errors.ts'
import { idIn, manyIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { addMonths, compareDates, type FiscalYear } from '../../platform/dates.ts'
import { type Blocker, type YearRooms } from '../closing/closing.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { periodText as text } from '../period.text.ts'
import { findFiscalYears, findPeriods, findWaiting, maySignAlone } from './period.repository.ts'
import { openYearSchema, refusalSchema, requestSchema, smallUnitSchema, yearIn } from './period.schema.ts'
import { carryOutRequest, findLetters, openYear, refuseRequest, requestPeriod, setSmallUnit } from './period.service.ts'
import { firstDayOf, nextMonth, type Period } from './period.ts'
import { nothingTyped, periodsPage, type Shown, type Unfinished } from './period.view.ts'

const rights = { view: 'account.close:view', ask: 'account.close:create', decide: 'account.close:approve', small: 'admin.defaults:edit' } as const
const view = 'ledger/period/list'

type Rooms = Pick<YearRooms, 'ofMonth' | 'holdMonth'>

/** Rooms that have something to tell before a month is closed are named by whoever builds the house. */
export function periodRoutes(rooms: Rooms): readonly Route[] {
  const again = (read: OfficerRead, request: FormRequest, refusal: RuleBroken) => showAgain(read, rooms, { request, refusal })
  return [
    get(paths.periods, rights.view, { handle: async (read, request) => page(view, periodsPage(await shownFor(read, rooms, yearIn(request.query, read.today)))), menu: 'account.close' }),

    post(paths.periodRequests, rights.ask, { handle: async (work, request) => {
      const command = readForm(requestSchema, request)
      await requestPeriod(work, { ...command, holdMonth: rooms.holdMonth ?? [] }, request.files.filter((file) => file.field === 'files'))
      return redirect(paths.periodsOf(command.fiscalYear), text.request.sent)
    }, again, uploadBytes: 2 * largestAttachment }),

    post(paths.periodCarryOutRoute, rights.decide, { freshProof: true, handle: async (work, request) => {
      await carryOutRequest(work, idIn(request.params.id))
      return redirect(paths.periods, text.waiting.done)
    }, again }),

    post(paths.periodRefuseRoute, rights.decide, { handle: async (work, request) => {
      await refuseRequest(work, idIn(request.params.id), readForm(refusalSchema, request).reason)
      return redirect(paths.periods, text.waiting.refused)
    }, again }),

    post(paths.periodOpenYear, rights.ask, { handle: async (work, request) => {
      const { fiscalYear } = readForm(openYearSchema, request)
      await openYear(work, fiscalYear)
      return redirect(paths.periodsOf(fiscalYear), text.open.done)
    }, again }),

    post(paths.smallUnit, rights.small, { freshProof: true, handle: async (work, request) => {
      await setSmallUnit(work, readForm(smallUnitSchema, request))
      return redirect(paths.periods, text.small.done)
    }, again }),
  ]
}

async function shownFor(read: OfficerRead, rooms: Rooms, year: FiscalYear): Promise<Shown> {
  const may = (right: string): boolean => read.actor.permissions.has(right)
  const periods = await findPeriods(read, year)
  return {
    office: read.actor.organisationName, year, years: await findFiscalYears(read, read.actor.organisationId), periods, unfinished: await findUnfinished(read, rooms, periods), waiting: await findWaiting(read),
    isSmall: await maySignAlone(read), letters: await findLetters(read, year), may: { ask: may(rights.ask), decide: may(rights.decide), small: may(rights.small) },
  }
}

/** Of the month that is closed next, when it has begun. */
async function findUnfinished(read: OfficerRead, { ofMonth = [], holdMonth = [] }: Rooms, periods: readonly Period[]): Promise<Unfinished | undefined> {
  const month = nextMonth(periods)
  const from = month && firstDayOf(month)
  if (!from || compareDates(from, read.today) > 0) return undefined
  const blockers: Blocker[] = []
  for (const find of [...holdMonth, ...ofMonth]) blockers.push(...await find(read, { from, until: addMonths(from, 1) }))
  return { month, blockers }
}

/** The reason of a refused request has its own box in each request: its message stands above. */
function atFields(request: FormRequest, errors: FieldErrors): FieldErrors {
  return errors.reason !== undefined && typed(request, 'wanted') === '' ? { '': errors.reason } : errors
}

async function showAgain(read: OfficerRead, rooms: Rooms, { request, refusal }: { readonly request: FormRequest; readonly refusal: RuleBroken }): Promise<Reply> {
  const year = yearIn({ fiscalYear: typed(request, 'fiscalYear') }, read.today)
  const values = Object.fromEntries(['period', 'wanted', 'reason', 'auditUntil', 'smallReason'].map((name) => [name, typed(request, name)]))
  return page(view, periodsPage(await shownFor(read, rooms, year), { ...nothingTyped, values, modules: manyIn(request.body, 'modules'), errors: atFields(request, refusal.errors) }))
}
