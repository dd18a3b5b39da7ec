// Looks at one's place in line, answered from memory: no database, no template, nothing that the crowd before the door could use up.
import { type RequestHandler } from 'express'
import { type Config } from '../config.ts'
import { cookiesOf } from './cookies.ts'

export interface WaitingRoom {
  /** Undefined when the database must be asked. */
  placeOf(ticket: string): { readonly position: number; readonly seconds: number } | undefined
  /** The page with these marks for the two numbers; drawn once. */
  draw(numbers: { readonly position: string; readonly seconds: string }): Promise<string>
}

const marks = { position: '{position}', seconds: '{seconds}' } as const

export function waitingRoom(config: Config, { placeOf, draw }: WaitingRoom): RequestHandler {
  let page: Promise<string> | undefined
  return async (request, response, next) => {
    const { ticket } = cookiesOf(config, request)
    const place = ticket === undefined ? undefined : placeOf(ticket)
    if (!place) return next()
    response.set({ 'Cache-Control': 'no-store', Refresh: String(place.seconds) })
    if (request.query.format === 'json') { response.json({ isAdmitted: false, ...place }); return }
    page ??= draw(marks)
    response.type('html').send((await page).replaceAll(marks.position, String(place.position)).replaceAll(marks.seconds, String(place.seconds)))
  }
}
