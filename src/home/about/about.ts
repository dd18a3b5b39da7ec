// A closure under way or to come, as the status page tells it.
import { type Instant } from '../../platform/dates.ts'

export interface ComingWindow {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly notice: string
  readonly audiences: readonly string[]
  readonly provinceName: string | undefined
}
