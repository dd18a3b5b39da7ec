// One JSON line per event. ERROR means that somebody must act. Ids, not persons: no citizen id, password, code or full e-mail.
import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

const personal = /\b[1-8][- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d\b|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}/g

/** Blanks what looks like a citizen id or an e-mail address, wherever it stands in a text. */
export function withoutPersonal(text: string): string {
  return text.replace(personal, '[withheld]')
}

/** A last fence: even a careless line, or an error message that quotes a value, shows no person. */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: {},
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label.toUpperCase() }) },
    redact: { paths: ['password', 'code', 'citizenId', 'email', '*.password', '*.code', '*.citizenId', '*.email'], censor: '[withheld]' },
    serializers: { err: (error: Error) => ({ name: error.name, message: withoutPersonal(error.message), stack: withoutPersonal(error.stack ?? '') }) },
    hooks: {
      streamWrite: (line: string) => (/"time":"[^"]*"/.test(line) ? withoutPersonal(line) : line),
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
