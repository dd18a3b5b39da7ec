// เงินตีกลับบางราย: of a batch the bank sent back the money of some (P27, S45). Their payment stands; the next one pays them alone.
import { type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { paymentText } from '../payment.text.ts'

const { bouncePeople: text } = paymentText

/** One of a batch, whom a payment paid and whose money did not come back from it yet. */
export interface PaidPerson {
  readonly claimId: string
  /** Place in the batch. */
  readonly line: number
  readonly name: string
  /** 'ธนาคารกรุงไทย 4051234567'; nothing where no account was given. */
  readonly account: string
  readonly net: Money
}

/** What came back on one day, as it was told. */
export interface PartBounce {
  readonly id: string
  readonly bouncedOn: CalendarDate
  readonly reason: string
  readonly voucherId: string
  readonly isLive: boolean
  readonly people: readonly PaidPerson[]
}

/** As a form names a person: '12-3'. */
export function personKey({ claimId, line }: Pick<PaidPerson, 'claimId' | 'line'>): string {
  return `${claimId}-${line}`
}

const namesTold = 3

/** 'นายก, นางข, นางสาวค และอีก 12 ราย' */
export function namesOf(people: readonly Pick<PaidPerson, 'name'>[]): string {
  const names = people.slice(0, namesTold).map(({ name }) => name).join(', ')
  return people.length > namesTold ? text.others(names, String(people.length - namesTold)) : names
}

export type PeopleFault = 'nobody' | 'gone' | 'everybody'

/** All of them at once is a payment that came back as a whole. */
export function peopleFault(asked: readonly string[], paid: readonly PaidPerson[], isFirst: boolean): PeopleFault | undefined {
  if (asked.length === 0) return 'nobody'
  const known = new Set(paid.map(personKey))
  if (asked.some((key) => !known.has(key))) return 'gone'
  return isFirst && asked.length === paid.length ? 'everybody' : undefined
}
