// Sends what waits in the outbox. No network call is made inside a transaction: claim, commit, send, note the outcome.
import { createTransport, type Transporter } from 'nodemailer'
import { ownOrigin, system, type Database } from '../database/work.ts'
import { type Log } from '../log.ts'
import { renderView } from '../http/templates.ts'
import { claimMails, noteAccepted, noteRefused, type WaitingMail } from './outbox.repository.ts'

export interface Mailer {
  /** Sends one batch; tells how many were tried and how many failed because the relay does not work. */
  sendWaiting(): Promise<{ tried: number; refused: number }>
}

export interface MailSettings {
  /** Absent: development. Mail counts as accepted and is read on the development mailbox page. */
  readonly smtpUrl: string | undefined
  readonly from: string
  /** In production a relay that offers no TLS gets no mail. */
  readonly requiresTls?: boolean
}

const mostAttempts = 8

export function makeMailer(database: Database, settings: MailSettings, log: Log): Mailer {
  const transport = makeTransport(settings)
  const work = <T>(use: Parameters<typeof database.work<typeof system, T>>[2]) => database.work(system, ownOrigin, use)

  async function sendOne(mail: WaitingMail): Promise<boolean> {
    try {
      await transport.sendMail({ from: settings.from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text, html: await htmlOf(mail) })
      await work((key) => noteAccepted(key, mail, settings.smtpUrl !== undefined))
      return true
    } catch (error) {
      log.warn({ mailId: mail.id, attempts: mail.attempts, err: error }, 'mail not accepted')
      const forGood = isForGood(error)
      await work((key) => noteRefused(key, mail, forGood || mail.attempts >= mostAttempts))
      return forGood
    }
  }

  return {
    async sendWaiting() {
      const mails = await work((key) => claimMails(key, 20))
      const outcomes = await Promise.all(mails.map(sendOne))
      return { tried: mails.length, refused: outcomes.filter((sent) => !sent).length }
    },
  }
}

/** The relay works and will never take this one: a mailbox that does not exist, say. */
function isForGood(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0
  return code >= 500 && code < 600
}

function makeTransport({ smtpUrl, requiresTls = false }: MailSettings): Transporter {
  if (smtpUrl === undefined) return createTransport({ jsonTransport: true })
  return createTransport({ url: smtpUrl, requireTLS: requiresTls, connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 12_000, disableFileAccess: true, disableUrlAccess: true })
}

function htmlOf(mail: WaitingMail): Promise<string> {
  return renderView('mail/message', { subject: mail.subject, lines: mail.text.split('\n') })
}
