// The last door: when too much is under way, or the database does not answer, a static page that needs nothing is sent with 503.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RequestHandler, type Response } from 'express'
import { projectFolder } from '../project-folder.ts'

const downPage = readFileSync(join(projectFolder, 'public/503.html'), 'utf8')

export function sendDownPage(response: Response): void {
  response.status(503).set({ 'Retry-After': '30', Refresh: '30', 'Cache-Control': 'no-store' }).type('html').send(downPage)
}

/** Refuses beyond `limit` requests under way at once, so that those inside are still answered in time. */
export function admission(limit: number): RequestHandler {
  let underWay = 0
  return (_request, response, next) => {
    if (underWay >= limit) return sendDownPage(response)
    underWay += 1
    response.once('close', () => { underWay -= 1 })
    next()
  }
}
