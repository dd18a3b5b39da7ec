// The QR page really pressed: our program, its OpenID Connect client and the provider that imitates ThaiD, in one browser.
import { expect, it } from 'vitest'
import { demoPeople } from '../../seeds/demonstration/people.ts'
import { startThaidStandIn } from '../../src/development/thaid-stand-in/server.ts'
import { ThaidOidc } from '../../src/identity/index.ts'
import { identityText } from '../../src/identity/identity.text.ts'
import { identityPaths } from '../../src/identity/identity.paths.ts'
import { testOffice, type OfficeWishes } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { demoPerson, standAt } from '../support/journey.ts'
import { comeBack, enter, finish, toThaid, walkOn } from './walk.ts'

const client = { clientId: 'new-elaas', clientSecret: 'stand-in-secret' }
const scope = 'openid pid title given_name family_name ial'

const byStandIn: OfficeWishes['thaid'] = async (base) => {
  const redirectUri = `${base}${identityPaths.thaidReturn}`
  const people = demoPeople.map((person) => ({ citizenId: person.citizenId, titleTh: person.title, givenNameTh: person.firstName, familyNameTh: person.lastName, ial: '2.3' }))
  const { issuer } = await startThaidStandIn({ port: 0, people, clients: [{ ...client, redirectUris: [redirectUri], scopes: scope.split(' ') }] })
  return new ThaidOidc({ ...client, issuer, redirectUri, scope, requireNonce: true, pidFromSub: false, timeoutMs: 5000, allowHttp: true })
}

const office = await testOffice({ thaid: byStandIn })
const openScreen = browserOf(office)

/** Whoever scans, on the imitated phone. */
async function scan(screen: Screen, { person, words }: { person?: string; words: string }): Promise<void> {
  await toThaid(screen)
  if (person !== undefined) await screen.page.getByLabel(words === 'คนอื่นสแกน' ? 'กรณีบุคคลอื่นเป็นผู้สแกน' : 'ผู้ถือโทรศัพท์').selectOption(person)
  await screen.button(words).click()
  await comeBack(screen)
}

async function before(username: string, script: boolean): Promise<Screen> {
  const screen = await openScreen({ script, as: await standAt(office, { username, step: 'thaid' }) })
  await screen.open('/sign-in/thaid')
  return screen
}

inBrowser.each([{ script: true, username: 'ktb303' }, { script: false, username: 'prov71' }])('at the QR page, JavaScript on: $script', ({ script, username }) => {
  const who = demoPerson(username)

  it('a refusal, and time run out, lead back to the page before ThaiD', async () => {
    const screen = await before(username, script)
    for (const words of ['ปฏิเสธ', 'หมดเวลา']) {
      await scan(screen, { words })
      expect(screen.path).toBe('/sign-in/thaid')
      expect(await screen.text()).toContain(identityText.thaidDenied)
    }
    await finish(screen)
  })

  it('somebody else in front of the camera ends the sign-in', async () => {
    const screen = await before(username, script)
    await scan(screen, { person: demoPerson('dla.new').citizenId, words: 'คนอื่นสแกน' })
    expect(screen.path).toBe('/login')
    expect(await screen.text()).toContain(identityText.thaidMismatch)
    await finish(screen)
  })

  it('the holder consents and goes on to the home page', async () => {
    const screen = await before(username, script)
    await scan(screen, { person: who.citizenId, words: 'สแกนและยินยอม' })
    expect(screen.path).toBe('/sign-in/person')
    expect(await screen.text()).toContain(who.lastName)
    expect(await walkOn({ office, screen }, who)).toEqual(['person', 'email', 'otp', 'new-password'])
    expect(screen.path).toBe('/')
    await finish(screen)
  })

  it('whoever has no ThaiD reads how to get one', async () => {
    const screen = await openScreen({ script })
    const other = demoPerson(script ? 's671130305001' : 's420010301001')
    await enter(screen, other.username, 'Mailed-Secret-2569#')
    await screen.send({ citizenId: other.citizenId }, 'ยืนยัน')
    await scan(screen, { words: 'ยังไม่ได้ลงทะเบียน ThaiD' })
    expect(screen.path).toBe('/sign-in/thaid-not-found')
    expect(await screen.text()).toContain(identityText.thaidNotFound)
    await finish(screen)
  })
})
