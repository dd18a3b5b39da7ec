// Reads codes out of the outbox, as their owners would out of their mail: only once the relay has taken them.
import { setTimeout as wait } from 'node:timers/promises'
import { type Knex } from 'knex'

export interface LetterBox {
  codeFor(email: string): Promise<string>
  stop(): void
}

/** One look at the newest mails four times a second, however many are waiting for theirs. */
export function openLetterBox(owner: Knex): LetterBox {
  const waiting = new Map<string, (code: string) => void>()
  let isOpen = true
  const look = async () => {
    const { rows } = await owner.raw(
      `SELECT recipient, substring(body_text FROM '\\y[0-9]{6}\\y') AS code FROM mails
       WHERE id > (SELECT max(id) - 2000 FROM mails) AND accepted_at IS NOT NULL AND recipient = ANY(?) ORDER BY id DESC`, [[...waiting.keys()]],
    )
    for (const { recipient, code } of rows) {
      if (code !== null) waiting.get(recipient)?.(code)
      waiting.delete(recipient)
    }
  }
  const rounds = async () => {
    while (isOpen) {
      if (waiting.size > 0) await look()
      await wait(250)
    }
  }
  void rounds()
  return {
    codeFor: (email) => new Promise((resolve) => { waiting.set(email, resolve) }),
    stop: () => { isOpen = false },
  }
}
