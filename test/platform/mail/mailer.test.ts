import { afterAll, describe, expect, it } from 'vitest'
import { ownOrigin, system } from '../../../src/platform/database/work.ts'
import { makeLog } from '../../../src/platform/log.ts'
import { makeMailer } from '../../../src/platform/mail/mailer.ts'
import { queueMail } from '../../../src/platform/mail/outbox.repository.ts'
import { testDatabase } from '../../support/database.ts'
import { startRelay } from '../../support/smtp.ts'

const db = await testDatabase()
const relay = await startRelay()
afterAll(() => relay.stop())

const mailer = () => makeMailer(db.database, { smtpUrl: relay.url, from: 'test@laas.invalid' }, makeLog('silent'))
const queue = (to: string, isSecret = false) => db.database.work(system, ownOrigin, (work) => queueMail(work, { to, subject: `เรื่องถึง ${to}`, text: 'รหัสคือ 123456', isSecret }))
const row = (to: string) => db.owner('mails').where({ recipient: to }).first()

describe('the outbox', () => {
  it('is emptied once, however many workers send', async () => {
    const people = Array.from({ length: 30 }, (_, index) => `p${index}@example.com`)
    for (const person of people) await queue(person)
    await Promise.all([mailer().sendWaiting(), mailer().sendWaiting(), mailer().sendWaiting()])
    await mailer().sendWaiting()
    const recipients = relay.received.map((mail) => /^To: (\S+)/m.exec(mail)?.[1])
    expect(recipients.toSorted()).toEqual(people.toSorted())
    expect(relay.received[0]).toContain('text/html')
  })

  it('a code is unreadable after it was sent, and its life begins when the relay took it', async () => {
    await queue('secret@example.com', true)
    db.clock.advance(240)
    await mailer().sendWaiting()
    expect(await row('secret@example.com')).toMatchObject({ body_text: null, accepted_at: db.clock.now() })
  })

  it('a refused mail waits longer each time, is sent when the relay works again, and nothing is lost', async () => {
    relay.refuse(true)
    await queue('later@example.com')
    expect(await mailer().sendWaiting()).toEqual({ tried: 1, refused: 1 })
    expect(await mailer().sendWaiting()).toEqual({ tried: 0, refused: 0 })
    db.clock.advance(120)
    expect(await mailer().sendWaiting()).toEqual({ tried: 1, refused: 1 })
    relay.refuse(false)
    db.clock.advance(240)
    expect(await mailer().sendWaiting()).toEqual({ tried: 1, refused: 0 })
    expect((await row('later@example.com')).attempts).toBe(3)
  })

  it('gives up after eight refusals and keeps the mail', async () => {
    relay.refuse(true)
    await queue('never@example.com')
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await mailer().sendWaiting()
      db.clock.advance(3600)
    }
    relay.refuse(false)
    const mail = await row('never@example.com')
    expect(mail.attempts).toBe(8)
    expect(mail.failed_at).not.toBeNull()
    expect(mail.body_text).toContain('123456')
  })

  it('an address with a line break never enters', async () => {
    await expect(queue('a@b.co\r\nBcc: x@y.z')).rejects.toThrow('mails_recipient_check')
  })
})
