import { afterEach, describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { findServiceState, noteHealth, type Service } from '../../../src/identity/services/services.repository.ts'
import { ownOrigin, system, visitor } from '../../../src/platform/database/work.ts'
import { addSeconds } from '../../../src/platform/dates.ts'
import { testNow } from '../../support/database.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter, proveAs } from '../../support/people.ts'

const office = await testOffice()
afterEach(async () => {
  office.clock.set(testNow)
  await office.owner('service_orders').delete()
  await office.owner('service_health').delete()
})

const note = (service: Service, isUp: boolean) => office.database.work(system, ownOrigin, (work) => noteHealth(work, service, isUp))
const state = () => office.database.read(visitor, ownOrigin, findServiceState)
const loginText = async () => (await office.visit().open('/login')).text

describe('a service that is down', () => {
  it('mail: the sign-in page says so, and what still works', async () => {
    await note('mail', false)
    expect(await loginText()).toContain(identityText.mailDown)
    await note('mail', true)
    expect(await loginText()).not.toContain(identityText.mailDown)
  })

  it('ThaiD: the page says who goes on and who waits; whoever is proven goes on by code', async () => {
    await note('thaid', false)
    expect(await loginText()).toContain(identityText.thaidDownNotice)
    const head = await aPerson(office, { group: 'LAO_FIN_HEAD', changes: { identity_proven_at: addSeconds(testNow, -100 * 86400) } })
    expect((await enter(office.visit(), head)).path).toBe('/sign-in/otp')
    const first = await enter(office.visit(), await aPerson(office, { standing: 'first' }))
    expect([first.path, first.text.includes(identityText.thaidDownNotice)]).toEqual(['/sign-in/thaid', true])
  })

  it('is not believed to be down for ever when nobody looks any more', async () => {
    await note('thaid', false)
    await note('mail', false)
    office.clock.advance(120)
    expect(await state()).toMatchObject({ thaidIsDown: true, mailIsDown: true })
    office.clock.advance(1)
    expect(await state()).toMatchObject({ thaidIsDown: false, mailIsDown: true })
    office.clock.advance(1680)
    expect(await state()).toMatchObject({ mailIsDown: false })
  })
})

describe('an order with an end', () => {
  const order = (service: 'thaid' | 'mail' | 'sign_in', notice: string) => office.owner('service_orders').insert({
    service, notice, ordered_by: 'dla.sysadmin', letter: 'มท 0808.4/ว 1', starts_at: addSeconds(testNow, 60), ends_at: addSeconds(testNow, 3660),
  })

  it('holds from its first second to its last, and ends by itself', async () => {
    await order('sign_in', 'ทดสอบประกาศ')
    const seenAt = async (seconds: number) => { office.clock.set(addSeconds(testNow, seconds)); return (await loginText()).includes('ทดสอบประกาศ') }
    expect([await seenAt(59), await seenAt(60), await seenAt(3659), await seenAt(3660)]).toEqual([false, true, true, false])
  })

  it('that ThaiD is down sends nobody there, though it answers, and counts nothing', async () => {
    await order('thaid', 'กรมการปกครองปิดปรับปรุง')
    const person = await aPerson(office, { standing: 'first' })
    office.clock.set(addSeconds(testNow, 60))
    const visit = await enter(office.visit(), person)
    for (let n = 0; n < 7; n += 1) await visit.submit({}, '/sign-in/thaid/again')
    expect([visit.path, visit.html.includes('state=')]).toEqual(['/sign-in/thaid', false])
    office.clock.set(addSeconds(testNow, 1201))
    await enter(visit, person)
    office.clock.set(addSeconds(testNow, 3660))
    await enter(visit, person)
    expect((await proveAs(office, visit, person.citizenId)).path).toBe('/sign-in/person')
  })
})
