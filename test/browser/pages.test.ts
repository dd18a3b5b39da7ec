// Every page in a real browser, at a desk and on a telephone: nothing runs over, nothing is refused, axe finds nothing serious.
// A new route without a visit fails the first test. SCREENSHOTS=<folder> keeps pictures.
import { expect, it } from 'vitest'
import { isGetRoute } from '../support/routes.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, sizes, type Screen, type Size } from '../support/browser.ts'
import { findFaults } from '../support/page-faults.ts'
import { signedInOnce } from '../support/sign-in.ts'
import { arrangeSamples, type Samples } from './page-samples.ts'
import { holderOf, isPage, stateVisits, stepVisits, type PageVisit } from './page-visits.ts'

const office = await testOffice()
const openScreen = browserOf(office)
const routes = office.routes.filter(isGetRoute).filter(isPage)
const steps = stepVisits(office)
const signedIn = signedInOnce(office)
const samples: Samples = await arrangeSamples(office, signedIn)

const isPlain = (path: string): boolean => !path.includes(':') && !path.startsWith('/sign-in/')
const folder = process.env.SCREENSHOTS

/** Plain routes by whoever may; then what the tables say. */
function everyVisit(): PageVisit[] {
  const plain = routes.filter((route) => isPlain(route.path)).map((route): PageVisit => ({
    name: `page ${route.path}`, address: route.path, ...(route.access !== 'public' && { as: async () => signedIn(await holderOf(office, route)) }),
  }))
  const stepped = Object.entries(steps).flatMap(([address, visits]) => visits.map((visit) => ({ address, ...visit })))
  return [...plain, ...Object.values(samples).flat(), ...stepped, ...stateVisits(office, signedIn)]
}

const screens = new Map<boolean, Promise<Screen>>()

/** One screen for all who look, so that styles and letters are fetched once; another for pages that would go on by themselves. */
function screenFor({ standsStill = false }: PageVisit): Promise<Screen> {
  const screen = screens.get(standsStill) ?? openStill(standsStill)
  screens.set(standsStill, screen)
  return screen
}

async function openStill(standsStill: boolean): Promise<Screen> {
  const screen = await openScreen({ standsStill })
  await screen.holdStill()
  return screen
}

async function picture(name: string, { size, shoot }: { size: Size; shoot: (path: string) => Promise<unknown> }): Promise<void> {
  if (folder !== undefined) await shoot(`${folder}/${name.replace(/[^\w.-]+/g, '-')}.${size}.png`)
}

inBrowser('every page', () => {
  it('has somebody who visits it', () => {
    const visited = (path: string) => isPlain(path) || path in steps || path in samples
    expect(routes.map((route) => route.path).filter((path) => !visited(path))).toEqual([])
  })

  it.each(everyVisit())('$name stands whole at both sizes, for eyes and for ears', async (visit) => {
    const screen = await screenFor(visit)
    await screen.becomes(await visit.as?.())
    expect(await screen.open(visit.address)).toBe(visit.status ?? 200)
    await visit.then?.(screen)
    const faults: string[] = []
    for (const size of ['phone', 'desk'] as const) {
      await screen.page.setViewportSize(sizes[size])
      await picture(visit.name, { size, shoot: (path) => screen.page.screenshot({ path, fullPage: true }) })
      faults.push(...await findFaults(screen, size))
    }
    expect([...faults, ...screen.problems]).toEqual([])
  })
})
