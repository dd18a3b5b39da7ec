import { type Panel, type Status, type SummaryList } from '../../platform/http/components.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { formatMoney, isZero } from '../../platform/money.ts'
import { type WaitingItem } from '../../documents/index.ts'
import { differenceOf, isOnItsWay, pairPaths, type Standing } from '../../interagency/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { identityText } from '../../identity/index.ts'
import { homePaths } from '../home.paths.ts'
import { homeText } from '../home.text.ts'
import { type Home, type OrganisationCard } from './front.ts'

const count = new Intl.NumberFormat('th-TH-u-nu-latn')

export function homePage(home: Home) {
  const asOf = homeText.asOf(formatInstant(home.takenAt))
  return {
    title: homeText.title, pageHeader: { title: home.officer.organisationName, lead: signInLine(home) }, reminder: reminderOf(home),
    panels: [...workPanels(home, asOf), newsPanel(home, asOf)], cardHeading: homeText.card, cardFreshness: asOf, summaryList: cardList(home.card),
    staff: staffPanel(home.card, asOf) ?? false,
  }
}

function signInLine({ lastSignIn }: Home): string {
  return lastSignIn ? homeText.lastSignIn(formatInstant(lastSignIn.at), lastSignIn.ip, lastSignIn.device) : homeText.firstSignIn
}

/** PWD_DUE_SOON (S-13). */
function reminderOf({ passwordDueInDays: days }: Home): string {
  return days === undefined ? '' : identityText.passwordDueSoon(days)
}

/** งานระหว่างดำเนินการ, สถานะการทำงานในระบบ, ข้อมูลระหว่างหน่วยงาน and บันทึกการรับเงิน, from the figures of the time beside them. */
function workPanels(home: Home, freshness: string): Panel[] {
  const { work, receiptWork, transfers } = home
  const ofReceipts = [...transfers, ...receiptWork?.office ?? []]
  return [
    ...(work ? [{ id: 'wip', heading: homeText.wip, freshness, isEmpty: work.length === 0, empty: homeText.nothingWaits, rows: work.map(workRow) }] : []),
    ...statusPanel(home, freshness), ...dealingsPanel(home, freshness),
    ...(ofReceipts.length > 0 ? [{ id: 'receipts', heading: homeText.receipts, freshness, rows: ofReceipts.map(workRow) }] : []),
  ]
}

function workRow({ text, href, amount, count: many }: WaitingItem): Panel['rows'][number] {
  return { text, href, ...(amount !== undefined && { amount: homeText.baht(formatMoney(amount)) }), ...(many !== undefined && { count: homeText.items(count.format(many)) }) }
}

/** The latest days, what stands open, money, which years are closed. */
function statusPanel({ receiptWork, books, standing, officer }: Home, freshness: string): Panel[] {
  if (!receiptWork && !books && standing.length === 0) return []
  const last = receiptWork?.lastSummary
  const summary = last ? [{ text: homeText.lastSummary(formatThaiDate(last.date)), note: last.number, href: last.href }] : receiptWork ? [{ text: homeText.noSummary }] : []
  const ofBooks = books ? [
    { text: homeText.inBanks, amount: homeText.baht(formatMoney(books.inBanks)), href: ledgerPaths.trialBalance },
    { text: homeText.cash, amount: homeText.baht(formatMoney(books.cash)), href: ledgerPaths.account(officer.organisationId, books.cashAccount) },
  ] : []
  const years = books ? [
    { text: homeText.years, note: homeText.yearsOf(books.closedYears.map(String).join(', '), books.openYears.map(String).join(', ')), href: ledgerPaths.periods },
  ] : []
  return [{ id: 'status', heading: homeText.workStatus, freshness, rows: [...summary, ...standing.map(workRow), ...ofBooks, ...years] }]
}

const mostDealings = 6

/** Both amounts of each dealing side by side; what does not agree stands first and red. */
function dealingsPanel({ dealings, officer }: Home, freshness: string): Panel[] {
  if (!dealings) return []
  const mayOpen = officer.permissions.has('account.interagency:view')
  const rows = dealings.flatMap(({ year, standings }) => standings.map((standing) => ({ year, standing, isEqual: isZero(differenceOf(standing)) })))
  const shown = rows.toSorted((one, two) => Number(one.isEqual) - Number(two.isEqual)).slice(0, mostDealings)
  return [{
    id: 'dealings', heading: homeText.dealings, freshness, isEmpty: rows.length === 0, empty: homeText.noDealings, more: mayOpen ? { text: homeText.allDealings, href: pairPaths.list } : undefined,
    rows: shown.map(({ year, standing }) => ({
      text: `${standing.name} (${standing.other.name}) ${year}`, href: mayOpen ? pairPaths.show({ year, account: standing.account, otherId: standing.other.id }) : undefined,
      note: homeText.bothSides(formatMoney(standing.ours), formatMoney(standing.theirs)), status: dealingState(standing),
    })),
  }]
}

function dealingState(standing: Standing): Status {
  const { equal, unequal, unsent } = homeText.dealingStates
  if (isZero(differenceOf(standing))) return equal
  return isOnItsWay(standing) ? unsent : unequal
}

function newsPanel({ notices }: Home, freshness: string): Panel {
  return {
    id: 'news', heading: homeText.news, freshness, isEmpty: notices.length === 0, empty: homeText.noNews,
    rows: notices.map((notice) => ({ text: notice.title, href: homePaths.storyOf(notice.code), note: formatThaiDateShort(notice.publishedFrom) })),
    more: { text: homeText.allNews, href: homePaths.news },
  }
}

function cardList(card: OrganisationCard): SummaryList {
  const all = card.men !== undefined && card.women !== undefined ? homeText.populationOf(count.format(card.men), count.format(card.women), count.format(card.men + card.women)) : undefined
  const known: readonly [string, string | undefined][] = [
    [homeText.code, card.code], [homeText.kind, card.kindName || undefined], [homeText.parent, card.parentName], [homeText.district, card.district],
    [homeText.province, card.province], [homeText.address, card.address], [homeText.postcode, card.postcode], [homeText.phone, card.phone],
    [homeText.area, card.areaSquareKm && homeText.areaOf(card.areaSquareKm)], [homeText.population, all], [homeText.executive, card.executiveName],
    [homeText.electedOn, card.electedOn && formatThaiDate(card.electedOn)], [homeText.termEndsOn, card.termEndsOn && formatThaiDate(card.termEndsOn)],
    [homeText.subUnits, card.subUnits > 0 ? homeText.places(count.format(card.subUnits)) : undefined],
    [homeText.laos, card.laos > 0 ? homeText.places(count.format(card.laos)) : undefined],
  ]
  return { items: known.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }])) }
}

function staffPanel(card: OrganisationCard, freshness: string): Panel | undefined {
  if (card.staff.length === 0) return undefined
  const total = card.staff.map((group) => group.count).reduce((one, other) => one + other, 0)
  const rows = [...card.staff.map((group) => ({ text: group.kind, count: homeText.people(count.format(group.count)) })), { text: homeText.staffTotal, count: homeText.people(count.format(total)) }]
  return { id: 'staff', heading: homeText.staff, freshness, rows }
}
