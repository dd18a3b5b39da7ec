import { type Panel, type SummaryList } from '../../platform/http/components.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { formatMoney } from '../../platform/money.ts'
import { type ReceiptWork } from '../../receipts/index.ts'
import { identityText } from '../../identity/index.ts'
import { homePaths } from '../home.paths.ts'
import { homeText } from '../home.text.ts'
import { type Home, type OrganisationCard } from './front.ts'

const count = new Intl.NumberFormat('th-TH-u-nu-latn')

export function homePage(home: Home) {
  const asOf = homeText.asOf(formatInstant(home.now))
  return {
    title: homeText.title, pageHeader: { title: home.officer.organisationName, lead: signInLine(home) }, reminder: reminderOf(home),
    panels: [...workPanels(home.receiptWork, asOf), newsPanel(home, asOf)], cardHeading: homeText.card, cardFreshness: asOf, summaryList: cardList(home.card),
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

/** สถานะการทำงานในระบบ, งานระหว่างดำเนินการ and บันทึกการรับเงิน, from the figures at this moment. */
function workPanels(work: ReceiptWork | undefined, freshness: string): Panel[] {
  if (!work) return []
  const rowOf = (item: ReceiptWork['office'][number]) => ({
    text: item.text, href: item.href, amount: homeText.baht(formatMoney(item.amount)), ...(item.count !== undefined && { count: homeText.items(count.format(item.count)) }),
  })
  const last = work.lastSummary
  return [
    { id: 'wip', heading: homeText.wip, freshness, isEmpty: work.mine.length === 0, empty: homeText.nothingWaits, rows: work.mine.map(rowOf) },
    { id: 'status', heading: homeText.workStatus, freshness, isEmpty: last === undefined, empty: homeText.noSummary,
      rows: last ? [{ text: homeText.lastSummary(formatThaiDate(last.date)), note: last.number, href: last.href }] : [] },
    { id: 'receipts', heading: homeText.receipts, freshness, rows: work.office.map(rowOf) },
  ]
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
