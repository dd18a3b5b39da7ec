// Who holds the session that a browser brought. Found once in a request; pages and the error page then know whose frame to draw.
import { type Request, type Response } from 'express'
import { type Officer } from '../database/work.ts'
import { cookiesOf } from './cookies.ts'
import { requestOf } from './express-request.ts'
import { type FoundSession, type House } from './house.ts'

export interface Exchange {
  readonly req: Request
  readonly res: Response
}

/** Looks the session up, and remembers its officer for the rest of the request. `isQuiet`: this does not count as using it. */
export async function lookAtSession(house: House, { req, res }: Exchange, isQuiet: boolean): Promise<FoundSession> {
  const token = cookiesOf(house.config, req).session
  const found = token === undefined ? undefined : await house.findSession(token, requestOf(req).origin, isQuiet)
  if (found && 'officer' in found) {
    res.locals.officer = found.officer
    res.locals.userId = found.officer.userId
  }
  return found
}

/** Whoever is signed in, without asking anybody to be. */
export async function findOfficer(house: House, exchange: Exchange, isQuiet = false): Promise<Officer | undefined> {
  const found = await lookAtSession(house, exchange, isQuiet)
  return found && 'officer' in found ? found.officer : undefined
}

/** Whom this request has been found to come from. */
export function officerIn(response: Response): Officer | undefined {
  return response.locals.officer
}
