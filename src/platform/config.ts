// The environment, read once. All faults are listed at start, so that an operator mends them in one go.
import { z } from 'zod'

const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64')
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const count = (low: number, high: number) => z.coerce.number().int().min(low).max(high)

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: count(0, 65535).default(3000),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: count(0, 5).default(0),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: count(2, 200).default(20),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('New e-LAAS <no-reply@laas.invalid>'),
  SECRET_KEY: key,
  CITIZEN_ID_KEY: key,
  CITIZEN_ID_INDEX_KEY: key,
  PASSWORD_CONCURRENCY: count(1, 16).default(2),
  PASSWORD_QUEUE: count(0, 1000).default(40),
  MAX_IN_FLIGHT: count(10, 10000).default(1000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  THAID_ISSUER: z.url(),
  THAID_CLIENT_ID: z.string().min(1),
  THAID_CLIENT_SECRET: z.string().min(1),
  THAID_API_KEY: z.string().optional(),
  THAID_API_KEY_HEADER: z.string().optional(),
  THAID_SCOPE: z.string().default('openid pid title given_name family_name ial'),
  THAID_REQUIRE_NONCE: flag.default(true),
  THAID_PID_FROM_SUB: flag.default(false),
  THAID_TIMEOUT_MS: count(100, 60000).default(10000),
  THAID_REGISTRY: z.enum(['none', 'table']).default('none'),
})

export type Config = z.infer<typeof environment> & {
  readonly production: boolean
  /** The address people type; ThaiD returns to it. */
  readonly publicUrl: string
  /** Whether cookies are Secure and carry the __Host- prefix. */
  readonly secure: boolean
}

/** Reads the environment; throws one Error naming every faulty setting, never its value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(filled)
  if (!parsed.success) {
    throw new Error(`Settings to mend:\n${parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`)
  }
  const publicUrl = (parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/$/, '')
  const config = { ...parsed.data, production: parsed.data.NODE_ENV === 'production', publicUrl, secure: publicUrl.startsWith('https:') }
  refuseUnsafe(config)
  return config
}

/** What a production system must never run with (access-admin-oversight §2.3, "Start-up check"). */
function refuseUnsafe(config: Config): void {
  if (!config.production) return
  const faults = [
    !config.secure && 'PUBLIC_URL: must be https in production',
    !config.SMTP_URL && 'SMTP_URL: mail must really be sent in production',
    new URL(config.THAID_ISSUER).protocol !== 'https:' && 'THAID_ISSUER: the local ThaiD stand-in is not for production',
    config.THAID_REGISTRY === 'table' && 'THAID_REGISTRY: the table of test people is not for production',
  ].filter((fault) => fault !== false)
  if (faults.length > 0) throw new Error(`Settings to mend:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}
