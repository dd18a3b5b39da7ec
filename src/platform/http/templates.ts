// Renders a page and puts it into its layout. Missing variables throw: pages fail in tests, not on the counter.
import { join } from 'node:path'
import ejs from 'ejs'
import { projectFolder } from '../project-folder.ts'
import type { Frame } from './components.ts'
import type { Layout } from './reply.ts'

const viewsFolder = join(projectFolder, 'views')

export interface PageToRender {
  readonly view: string
  readonly model: object
  readonly frame: Frame
  readonly layout: Layout
}

/** Every page gets `csrf`; whatever posts includes it. */
export async function renderPage({ view, model, frame, layout }: PageToRender): Promise<string> {
  const body = await renderView(view, { ...model, csrf: { csrfToken: frame.csrfToken } })
  return renderView(`layouts/${layout}`, { frame, body })
}

/** A template without a layout: a fragment. Includes are written from the root of views (`/components/…`): a found path costs no look at the disk. */
export function renderView(view: string, model: object): Promise<string> {
  return ejs.renderFile(join(viewsFolder, `${view}.ejs`), { ...model }, { cache: true, root: viewsFolder })
}
