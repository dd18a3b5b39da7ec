import { describe, expect, it } from 'vitest'
import { demoPeople, firstPasswordOf, type DemoPerson } from '../../seeds/demonstration/people.ts'
import { testOffice } from '../support/app.ts'
import { codeFor, signIn } from '../support/sign-in.ts'
import { type Visit } from '../support/visit.ts'

const office = await testOffice()

function person(username: string): DemoPerson {
  const found = demoPeople.find((entry) => entry.username === username)
  if (!found) throw new Error(username)
  return found
}

/** Follows what the page asks for, as the person would, and notes the steps. */
async function walk(visit: Visit, who: DemoPerson): Promise<string[]> {
  const steps: string[] = []
  await visit.open('/login')
  await visit.submit({ username: who.username, password: firstPasswordOf(who) })
  for (let count = 0; count < 12 && visit.path.startsWith('/sign-in/'); count += 1) {
    const step = visit.path.split('/')[2] ?? ''
    steps.push(step)
    await take(visit, who, step)
  }
  return steps
}

async function take(visit: Visit, who: DemoPerson, step: string): Promise<void> {
  if (step === 'citizen-id') await visit.submit({ citizenId: who.citizenId })
  if (step === 'thaid') {
    office.thaid.person(who.citizenId, { title: who.title, first: who.firstName, last: who.lastName })
    const state = /state=([\w-]+)/.exec(visit.html)?.[1] ?? ''
    await visit.open(`/sign-in/thaid/return?code=abc&state=${state}`)
    await visit.submit()
  }
  if (step === 'person') await visit.submit({ answer: 'yes' })
  if (step === 'email') await visit.submit({ email: `${who.username}@gmail.com` })
  if (step === 'otp') await visit.submit({ code: await codeFor(office, `${who.username}@gmail.com`) })
  if (step === 'new-password') await visit.submit({ password: 'Khlong-Yai-Nam-Sai-7', again: 'Khlong-Yai-Nam-Sai-7' })
}

describe('first use', () => {
  it('an LAO officer is not asked for the 13 digits and reaches the home page', async () => {
    const visit = office.visit()
    expect(await walk(visit, person('ktb303'))).toEqual(['thaid', 'person', 'email', 'otp', 'new-password'])
    expect(visit.path).toBe('/')
    expect(visit.text).toContain('เทศบาลเมืองแสนสุข')
  })

  it.each(['prov71', 's671130305002', 's420010301001', 'dla.new'])('%s types the 13 digits, proves them at ThaiD and reaches the home page', async (username) => {
    const visit = office.visit()
    expect(await walk(visit, person(username))).toEqual(['citizen-id', 'thaid', 'person', 'email', 'otp', 'new-password'])
    expect(visit.path).toBe('/')
  })

  it('an active officer in a new browser proves a code and is home', async () => {
    const visit = await signIn(office, 'school.clerk')
    expect(visit.text).toContain('โรงเรียนอนุบาลแสนสุข')
  })
})
