// Where a button stood: what was posted leads back to the page it came from.
import { isFormPath } from './form.ts'
import { addressPattern, type Route } from './route.ts'

/** A form's own address; for an act the nearest page above it, which is mostly that of the thing it belongs to. */
export function pageFinder(routes: readonly Route[]): (path: string) => string {
  const pages = routes.filter(({ method }) => method === 'get').map(({ path }) => addressPattern(path))
  const above = (path: string): string => {
    const parent = path.slice(0, Math.max(1, path.lastIndexOf('/')))
    return parent === '/' || pages.some((page) => page.test(parent)) ? parent : above(parent)
  }
  return (path) => (isFormPath(path) ? path : above(path))
}
