// One-time codes by mail: six digits, five minutes from the moment the relay took the mail, one use (S-07).
import { randomInt } from 'node:crypto'
import { addSeconds, secondsBetween, type Instant } from '../../platform/dates.ts'
import { type Settings } from '../limits/settings.ts'

export interface Challenge {
  readonly id: string
  readonly reference: string
  readonly codeHash: string
  readonly createdAt: Instant
  /** Undefined while the mail still waits in the outbox. */
  readonly acceptedAt: Instant | undefined
}

export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** E00152: not secret and never proof, only for finding the right mail. */
export function referenceOf(running: number): string {
  return `E${String(running).padStart(5, '0')}`
}

export interface CodeClock {
  readonly isSending: boolean
  readonly isExpired: boolean
  readonly secondsLeft: number
  /** Seconds until a new code may be asked for; 0 when it may. */
  readonly resendIn: number
}

export function codeClock(challenge: Challenge, settings: Settings, now: Instant): CodeClock {
  if (!challenge.acceptedAt) return { isSending: true, isExpired: false, secondsLeft: settings.otp_seconds, resendIn: settings.otp_resend }
  const resendIn = Math.max(0, secondsBetween(now, addSeconds(challenge.acceptedAt, settings.otp_resend)))
  const secondsLeft = secondsBetween(now, addSeconds(challenge.acceptedAt, settings.otp_seconds))
  return { isSending: false, isExpired: secondsLeft <= 0, secondsLeft: Math.max(0, secondsLeft), resendIn }
}
