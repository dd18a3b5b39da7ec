// Status, news, contact: the same pages for everyone, in the frame of whoever looks.
import { describe, expect, it } from 'vitest'
import { testOffice } from '../support/app.ts'
import { aPerson, signedIn } from '../support/people.ts'
import { type Visit } from '../support/visit.ts'

const office = await testOffice()
const notice = await office.owner('news').whereRaw(`audiences @> '{PUBLIC}'`).first('code', 'title')
const pages = ['/status', '/about/privacy', '/about/accessibility', '/about/contact', '/news', `/news/${notice.code}`]
const wayBack = (visit: Visit) => /<p class="after-form"><a href="([^"]+)">([^<]+)/.exec(visit.html.slice(visit.html.indexOf('<main')))?.slice(1)
const hasMenu = (visit: Visit) => /<nav[^>]*menu/.test(visit.html)
const isInside = async (visit: Visit) => (await visit.open('/profile')).path === '/profile'

describe('a page for everyone', () => {
  it.each(pages)('%s leads a visitor to the sign-in page, an officer back to their work', async (path) => {
    const visitor = await office.visit().open(path)
    expect([visitor.status, wayBack(visitor), hasMenu(visitor)]).toEqual([200, ['/login', 'กลับหน้า Login'], false])
    const officer = await (await signedIn(office, await aPerson(office))).open(path)
    expect([officer.status, wayBack(officer), hasMenu(officer)]).toEqual([200, ['/', 'กลับหน้าหลัก'], true])
    expect(officer.text).toContain('ทดสอบ ระบบงาน')
    expect(officer.text).not.toContain('กลับหน้า Login')
  })

  it('shows a notice under the list it belongs to', async () => {
    const visit = await (await signedIn(office, await aPerson(office))).open(`/news/${notice.code}`)
    expect(visit.html).toMatch(/breadcrumb[\s\S]*href="\/"[\s\S]*href="\/news"/)
  })

  it('knows nobody by a session that is over, and turns nobody away for it', async () => {
    const visit = await signedIn(office, await aPerson(office))
    office.clock.advance(1800)
    expect([(await visit.open('/status')).status, visit.path, hasMenu(visit)]).toEqual([200, '/status', false])
    expect((await visit.open('/')).path).toContain('ended=idle')
  })

  it('counts as using the session, as every page does that shows one\'s frame', async () => {
    const visit = await signedIn(office, await aPerson(office))
    office.clock.advance(1200)
    await visit.open('/status')
    office.clock.advance(1200)
    expect(await isInside(visit)).toBe(true)
  })

  it('that does not exist is not written down as a look into another office', async () => {
    const person = await aPerson(office)
    const visit = await signedIn(office, person)
    expect([(await visit.open('/news/nothing-of-the-kind')).status, hasMenu(visit)]).toEqual([404, true])
    expect(await office.owner('audit_events').where({ user_id: person.id }).whereRaw(`code LIKE '%DENIED%'`)).toEqual([])
  })
})
