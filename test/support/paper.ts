// A page as it comes out of the printer: its sheets, their size, and the letters on them.
import { type Screen } from './browser.ts'

const folder = process.env.SCREENSHOTS

export interface Paper {
  readonly sheets: number
  /** In points: A4 is 595 × 842. */
  readonly width: number
  readonly height: number
  /** Families whose letters are on the paper. */
  readonly fonts: readonly string[]
}

/** SCREENSHOTS=<folder> keeps the paper as a file. */
export async function printed(screen: Screen, name: string): Promise<Paper> {
  const bytes = await screen.page.pdf({ preferCSSPageSize: true, ...(folder !== undefined && { path: `${folder}/paper-${name}.pdf` }) })
  const text = bytes.toString('latin1')
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? []
  return {
    sheets: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0, width: Math.round(Number(width)), height: Math.round(Number(height)),
    fonts: [...new Set([...text.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([A-Za-z]+)/g)].map((found) => found[1] ?? ''))],
  }
}
