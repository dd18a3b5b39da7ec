// Page models of the journey: everything a template shows arrives finished.
import { errorSummary, field, type Countdown, type ErrorSummary, type Field, type PageHeader, type PasswordRules, type Popup, type SummaryList } from '../platform/http/components.ts'
import { maskCitizenId } from '../platform/citizen-id.ts'
import { formatInstant, formatSpan, addSeconds, type Instant } from '../platform/dates.ts'
import { type FieldErrors } from '../platform/errors.ts'
import { maskEmail } from './account/account.ts'
import { identityPaths, stepPath } from './identity.paths.ts'
import { identityText, identityPages } from './identity.text.ts'
import { type Settings } from './limits/settings.ts'
import { codeClock, type Challenge } from './otp/otp.ts'
import { compositionRules, longestPassword } from './password/password.ts'
import { type PersonClaim } from './sign-in/sign-in.ts'

export type Values = (name: string) => string

interface FormPage {
  readonly title: string
  readonly hasErrors: boolean
  readonly errorSummary: ErrorSummary
  readonly pageHeader: PageHeader
}

/** Title, heading and error summary of a form; the key '' of the errors belongs to the whole form. */
export function formPage(title: string, errors: FieldErrors = {}): FormPage {
  return { title, hasErrors: Object.keys(errors).length > 0, errorSummary: errorSummary(errors), pageHeader: { title } }
}

export function loginPage(given: { username: string; returnTo: string; notice: string; errors?: FieldErrors }) {
  const { errors = {}, username, returnTo, notice } = given
  return {
    ...formPage(identityPages.login, errors), returnTo, notice,
    username: field({ name: 'username', label: identityText.fields.username, value: username, required: true, autocomplete: 'username', error: errors.username }),
    password: field({ name: 'password', label: identityText.fields.password, type: 'password', required: true, autocomplete: 'current-password', error: errors.password }),
  }
}

export function waitingPage(numbers: { readonly position: string; readonly seconds: string }) {
  return { ...formPage(identityPages.waiting), ...numbers }
}

export function citizenIdPage(value = '', errors: FieldErrors = {}) {
  return { ...formPage(identityPages.citizenId, errors), citizenId: citizenIdField(value, errors) }
}

function citizenIdField(value: string, errors: FieldErrors): Field {
  return field({ name: 'citizenId', label: identityPages.citizenIdLabel, value, required: true, inputmode: 'numeric', autocomplete: 'off', maxLength: 20, error: errors.citizenId })
}

/** `waitSeconds`: how long ThaiD's answer is waited for; `isOverdue`: that time has run out on this page. */
export interface ThaidView {
  readonly href: string | undefined
  readonly mayUseCode: boolean
  readonly unregistered: boolean
  readonly isOverdue: boolean
  readonly waitSeconds: number
}

export function thaidPage(given: ThaidView) {
  const popup: Popup | undefined = given.unregistered
    ? { heading: identityPages.thaidPopup, text: identityText.thaidNotFound, links: [{ text: identityPages.backToLogin, href: identityPaths.login }] } : undefined
  return { ...formPage(identityPages.thaid), href: given.href ?? '', wait: formatSpan(given.waitSeconds), down: given.isOverdue ? identityText.thaidDenied : identityText.thaidDownNotice, mayUseCode: given.mayUseCode, popup: popup ?? false }
}

export function thaidReturnPage(query: string) {
  return { ...formPage(identityPages.thaid), query }
}

export function thaidNotFoundPage() {
  return { ...formPage(identityPages.thaidPopup), text: identityText.thaidNotFound }
}

/** S-05: only what ThaiD returned, the number masked but for its last four digits. */
export function personPage(person: PersonClaim, mayCorrect: boolean) {
  const summaryList: SummaryList = { items: [
    { label: identityPages.citizenIdLabel, text: maskCitizenId(person.citizenIdTail) },
    { label: identityText.fields.firstName, text: person.firstName },
    { label: identityText.fields.lastName, text: person.lastName },
  ] }
  return { ...formPage(identityPages.person), summaryList, mayCorrect }
}

export function emailPage(value = '', errors: FieldErrors = {}) {
  return {
    ...formPage(identityPages.citizenId, errors),
    email: field({ name: 'email', label: identityText.fields.email, value, type: 'email', required: true, autocomplete: 'email', maxLength: 254, error: errors.email }),
  }
}

export interface OtpView {
  readonly challenge: Challenge | undefined
  readonly email: string
  readonly settings: Settings
  readonly now: Instant
  readonly mayUseThaid: boolean
  readonly errors?: FieldErrors
}

export function otpPage(given: OtpView) {
  const { challenge, settings, now, errors = {} } = given
  const clock = challenge && codeClock(challenge, settings, now)
  const shown = clock?.isExpired && !errors.code ? { ...errors, code: identityText.otpExpired } : errors
  return {
    ...formPage(identityPages.otp, shown), maskedEmail: given.email === '' ? '' : maskEmail(given.email), reference: challenge?.reference ?? '-',
    sending: clock?.isSending ? { kind: 'info', text: identityText.otpSending(formatSpan(settings.otp_seconds)) } : false, mayUseThaid: given.mayUseThaid,
    code: field({
      name: 'code', label: identityText.fields.otp, placeholder: identityText.otpRequired, required: true, inputmode: 'numeric', autocomplete: 'one-time-code',
      maxLength: 12, width: 'short', error: shown.code,
    }),
    countdown: challenge ? countdownOf(challenge, settings, now) : false,
  }
}

function countdownOf(challenge: Challenge, settings: Settings, now: Instant): Countdown {
  const clock = codeClock(challenge, settings, now)
  const left = Math.floor(clock.secondsLeft)
  return {
    before: identityPages.countdownBefore, after: identityPages.countdownAfter, time: minutesAndSeconds(left), seconds: left,
    until: formatInstant(addSeconds(now, left)), expired: identityText.otpExpired,
    resend: {
      action: identityPaths.otpResend, hint: identityPages.resendHint, label: identityPages.resend, isAvailable: clock.resendIn <= 0,
      at: Math.max(0, left - Math.ceil(clock.resendIn)), later: identityText.otpTooSoon(Math.ceil(clock.resendIn)),
    },
  }
}

function minutesAndSeconds(seconds: number): string {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

interface NewPasswordView {
  readonly action: string
  readonly lead: string
  readonly asksCurrent: boolean
  readonly mayCancel: boolean
  /** How many former passwords are refused. */
  readonly history: number
  readonly errors?: FieldErrors
  readonly typed?: string
}

export function newPasswordPage(given: NewPasswordView) {
  const { errors = {}, typed = '' } = given
  const passwordRules: PasswordRules = {
    for: 'password',
    rules: compositionRules.map((rule) => ({ key: rule.code, text: identityText.passwordRules[rule.code], isMet: typed !== '' && rule.holds(typed) })),
  }
  const secret = (name: string, label: string, autocomplete: string) => field({ name, label, type: 'password', required: true, autocomplete, error: errors[name] })
  return {
    ...formPage(identityPages.newPassword, errors), action: given.action, lead: given.lead, mayCancel: given.mayCancel, passwordRules,
    longest: String(longestPassword), history: String(given.history),
    current: given.asksCurrent ? secret('current', identityText.fields.currentPassword, 'current-password') : false,
    password: secret('password', identityText.fields.newPassword, 'new-password'), again: secret('again', identityText.fields.newPasswordAgain, 'new-password'),
  }
}

/** The six fields of S-09. */
export function personFields(values: Values, errors: FieldErrors): Field[] {
  return [citizenIdField(values('citizenId'), errors), ...nameFields(values, errors), ...officeFields(values, errors)]
}

export function nameFields(values: Values, errors: FieldErrors): Field[] {
  const word = wordField(values, errors)
  return [word('title', 'honorific-prefix'), word('firstName', 'given-name'), word('lastName', 'family-name')]
}

/** What an officer may always mend; the name is ThaiD's once ThaiD has proven it. */
export function officeFields(values: Values, errors: FieldErrors): Field[] {
  const word = wordField(values, errors)
  return [word('position', 'organization-title'), word('phone', 'tel')]
}

function wordField(values: Values, errors: FieldErrors) {
  const { fields } = identityText
  return (name: 'title' | 'firstName' | 'lastName' | 'position' | 'phone', autocomplete: string) =>
    field({ name, label: fields[name], value: values(name), required: true, autocomplete, error: errors[name], ...(name === 'phone' && { type: 'tel' as const }) })
}

export function profileStepPage(values: Values, errors: FieldErrors = {}) {
  return { ...formPage(identityPages.profileStep, errors), fields: personFields(values, errors) }
}

export function forgottenPage(values: Values, errors: FieldErrors = {}) {
  return {
    ...formPage(identityPages.forgotten, errors), citizenId: citizenIdField(values('citizenId'), errors),
    username: field({ name: 'username', label: identityText.fields.username, value: values('username'), required: true, autocomplete: 'username', error: errors.username }),
  }
}

export function resetSentPage() {
  return { ...formPage(identityPages.forgotten), text: identityText.resetSent, next: stepPath('thaid') }
}

export function stepUpPage(returnTo: string) {
  return { ...formPage(identityPages.stepUp), returnTo }
}

