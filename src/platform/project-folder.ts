// Where package.json lies: the same from src/ (development) and dist/src/ (production), because views, public and seeds stay at the top.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function climb(folder: string): string {
  const parent = dirname(folder)
  if (existsSync(join(folder, 'package.json'))) return folder
  if (parent === folder) throw new Error('package.json not found above this file')
  return climb(parent)
}

export const projectFolder = climb(import.meta.dirname)
