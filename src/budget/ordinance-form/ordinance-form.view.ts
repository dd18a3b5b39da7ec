// What the pages of a draft have in common.
import { type Crumb } from '../../platform/http/components.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { deskOf, type OrdinanceHead } from '../ordinance/ordinance.ts'

/** The register, the document, and where one stands below it. */
export function crumbsOf(document: OrdinanceHead, ...below: readonly (Crumb | string)[]): Crumb[] {
  const { paths, name } = deskOf(document)
  return [
    { text: ordinanceText.lists[name], href: paths.list }, { text: document.title, href: paths.show(document.id) },
    ...below.map((each) => (typeof each === 'string' ? { text: each } : each)),
  ]
}
