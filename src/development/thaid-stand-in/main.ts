// Starts the stand-in by itself: `node --import tsx src/development/thaid-stand-in/main.ts`.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { startThaidStandIn } from './server.ts'
import { testPeople } from './test-people.text.ts'

const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  THAID_ISSUER: z.url().optional(),
  THAID_CLIENT_ID: z.string().default('new-elaas'),
  THAID_CLIENT_SECRET: z.string().default('stand-in-secret'),
  /** Separated by commas or spaces; they must match to the letter. */
  THAID_REDIRECT_URI: words.default(['http://localhost:3000/sign-in/thaid/return']),
  THAID_SCOPE: words.default(['openid', 'pid', 'title', 'given_name', 'family_name', 'ial']),
  /** A JSON file with a list of people; without it, a few of our own. */
  THAID_PEOPLE: z.string().optional(),
}).parse(process.env)

const peopleShape = z.array(z.object({
  citizenId: z.string(), titleTh: z.string(), givenNameTh: z.string(), familyNameTh: z.string(), ial: z.string(),
})).min(1)

const standIn = await startThaidStandIn({
  port: settings.PORT,
  host: settings.HOST,
  people: settings.THAID_PEOPLE ? peopleShape.parse(JSON.parse(readFileSync(settings.THAID_PEOPLE, 'utf8'))) : testPeople,
  clients: [{
    clientId: settings.THAID_CLIENT_ID,
    clientSecret: settings.THAID_CLIENT_SECRET,
    redirectUris: settings.THAID_REDIRECT_URI,
    scopes: settings.THAID_SCOPE,
  }],
  ...(settings.THAID_ISSUER ? { issuer: settings.THAID_ISSUER } : {}),
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void standIn.stop().then(() => process.exit(0)))
}

console.log(`ThaiD stand-in: ${standIn.issuer}`)
