import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const good = {
  DATABASE_URL: 'postgres://x', SECRET_KEY: key, CITIZEN_ID_KEY: key, CITIZEN_ID_INDEX_KEY: key, THAID_ISSUER: 'https://thaid.example', THAID_CLIENT_ID: 'a', THAID_CLIENT_SECRET: 'b',
}
const live = { ...good, NODE_ENV: 'production', PUBLIC_URL: 'https://laas.example', SMTP_URL: 'smtp://relay' }

describe('configuration', () => {
  it('names every faulty setting at once and none of their values', () => {
    const faults = () => readConfig({ ...good, PORT: 'many', SECRET_KEY: 'too-short-secret', DATABASE_URL: '' })
    expect(faults).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*SECRET_KEY/)
    expect(faults).not.toThrow('too-short-secret')
  })

  it('has sensible defaults, and an empty setting is no setting', () => {
    expect(readConfig({ ...good, PORT: '' })).toMatchObject({ PORT: 3000, publicUrl: 'http://localhost:3000', secure: false, production: false })
    expect(readConfig(live)).toMatchObject({ secure: true, production: true })
  })

  it.each([
    ['plain http', { PUBLIC_URL: 'http://laas.example' }, 'PUBLIC_URL'],
    ['no mail relay', { SMTP_URL: undefined }, 'SMTP_URL'],
    ['the ThaiD stand-in (AC-40)', { THAID_ISSUER: 'http://localhost:4100' }, 'THAID_ISSUER'],
    ['the table of test people', { THAID_REGISTRY: 'table' }, 'THAID_REGISTRY'],
  ])('a production start refuses %s', (_what, change, setting) => {
    expect(() => readConfig({ ...live, ...change })).toThrow(setting)
  })
})
