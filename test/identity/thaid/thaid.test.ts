import { describe, expect, it } from 'vitest'
import { citizenId } from '../../../src/platform/citizen-id.ts'
import { instant } from '../../../src/platform/instant.ts'
import { registryNone, registryTable } from '../../../src/identity/thaid/registry-table.ts'
import { isThaidFailure, readIdentity } from '../../../src/identity/thaid/thaid.ts'

const provedAt = instant('2025-02-18T01:30:00Z')
const strict = { pidFromSub: false, provedAt }
const lenient = { pidFromSub: true, provedAt }
const somchai = { pid: '1100000000016', sub: 'x-77', title: 'นาย', given_name: 'สมชาย', family_name: 'ใจดี', ial: '2.3' }

describe('reading what ThaiD says of a person', () => {
  it('takes the citizen id from pid and the names as they stand', () => {
    expect(readIdentity(somchai, strict)).toEqual({
      citizenId: '1100000000016', source: 'pid', subject: 'x-77', titleTh: 'นาย', givenNameTh: 'สมชาย', familyNameTh: 'ใจดี', ial: '2.3', provedAt,
    })
  })

  it('reads the flat answer without sub, whose subject is then the pid', () => {
    const { sub: _sub, ...flat } = somchai
    expect(readIdentity({ access_token: 'abc', expire_in: 1, ...flat }, strict)).toMatchObject({ citizenId: '1100000000016', subject: '1100000000016' })
  })

  it('accepts a level given as a number, a middle name, and a person without a family name', () => {
    const answer = readIdentity({ ...somchai, ial: 2.3, middle_name: 'ก้อง', family_name: null }, strict)
    expect(answer).toMatchObject({ ial: '2.3', middleNameTh: 'ก้อง', familyNameTh: '' })
  })

  it.each([
    ['no pid at all', { ...somchai, pid: undefined, sub: '1100000000016' }, 'pid is missing'],
    ['an empty pid', { ...somchai, pid: ' ' }, 'pid is missing'],
    ['a pid with a wrong check digit', { ...somchai, pid: '1100000000017' }, 'pid is not a citizen id'],
    ['a pid of a person without registration status', { ...somchai, pid: '0100000000011' }, 'pid is not a citizen id'],
    ['no given name', { ...somchai, given_name: '' }, 'given_name is missing'],
    ['no claims', undefined, 'the answer holds no claims'],
  ])('calls %s a wrong setting, never a mismatch', (_case, answer, detail) => {
    expect(readIdentity(answer, strict)).toEqual({ kind: 'misconfigured', detail })
  })

  it('takes the id from sub only when told to and only with a right check digit', () => {
    const withoutPid = { ...somchai, pid: undefined }
    expect(readIdentity({ ...withoutPid, sub: '1100000000024' }, lenient)).toMatchObject({ citizenId: '1100000000024', source: 'sub' })
    expect(readIdentity({ ...withoutPid, sub: '1100000000025' }, lenient)).toEqual({ kind: 'misconfigured', detail: 'sub is not a citizen id' })
  })

  it('prefers pid over sub, and does not fall back to sub when pid is unreadable', () => {
    expect(readIdentity({ ...somchai, sub: '1100000000024' }, lenient)).toMatchObject({ citizenId: '1100000000016', source: 'pid' })
    expect(readIdentity({ ...somchai, pid: '123', sub: '1100000000024' }, lenient)).toMatchObject({ kind: 'misconfigured' })
  })

  it('tells failures from identities and links', () => {
    expect(isThaidFailure({ kind: 'denied', detail: '' })).toBe(true)
    expect(isThaidFailure('https://thaid.example')).toBe(false)
    expect(isThaidFailure(readIdentity(somchai, strict))).toBe(false)
  })
})

describe('asking whether somebody is registered in ThaiD', () => {
  const people = [{ citizenId: citizenId('1100000000016'), titleTh: 'นาย', givenNameTh: 'สมชาย', familyNameTh: 'ใจดี' }]
  const table = registryTable(people, { production: false, official: false })

  it('answers with the name for a registered person and plainly no for anybody else', async () => {
    expect(await table.lookup(citizenId('1100000000016'))).toEqual({ registered: true, titleTh: 'นาย', givenNameTh: 'สมชาย', familyNameTh: 'ใจดี' })
    expect(await table.lookup(citizenId('1100000000024'))).toEqual({ registered: false })
  })

  it('has no answer where there is no agreement with the department', async () => {
    expect(await registryNone.lookup(citizenId('1100000000016'))).toEqual({ unavailable: true })
  })

  it('refuses the table of test people in production unless it names the official service', () => {
    expect(() => registryTable(people, { production: true, official: false })).toThrow('not for production')
    expect(() => registryTable(people, { production: true, official: true })).not.toThrow()
  })
})
