// What is wrong with the page on the screen. Measured in the page itself; axe reads it once, at the desk's width.
import { AxeBuilder } from '@axe-core/playwright'
import { type Screen, type Size } from './browser.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** Runs in the page. A label that only names a group, or a hidden input, is not asked for. */
const measure = `(() => {
  const faults = []
  const wide = document.scrollingElement.scrollWidth
  if (wide > innerWidth + 1) {
    const culprit = [...document.body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().right > innerWidth + 1)
    faults.push('runs over by ' + (wide - innerWidth) + ' px' + (culprit ? ': ' + culprit.tagName + '.' + culprit.className : ''))
  }
  const headings = document.querySelectorAll('h1').length
  if (headings !== 1) faults.push(headings + ' main headings')
  if (document.title.trim() === '') faults.push('no title')
  if (document.documentElement.lang !== 'th') faults.push('the language is not said')
  for (const input of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    if (!input.labels?.length && !input.getAttribute('aria-label')) faults.push('no label: ' + (input.name || input.id))
  }
  return faults
})()`

export async function findFaults(screen: Screen, size: Size): Promise<string[]> {
  const measured = await screen.page.evaluate<string[]>(measure)
  const read = size === 'desk' ? await readByAxe(screen) : []
  return [...measured, ...read].map((fault) => `${size}: ${fault}`)
}

async function readByAxe(screen: Screen): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: screen.page }).setLegacyMode(true).options({ resultTypes: ['violations'], runOnly: tags }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' · ')}`)
}
