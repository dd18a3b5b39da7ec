// Shows the QR page and carries out what its buttons say. One button both signs in and consents, as the phone does.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InteractionDetails, InteractionResult, Provider } from 'oidc-provider'
import type { StandInPerson } from './people.ts'
import { readChoice, refusalPage, scanPage, staticFile } from './scan-page.ts'
import { standInText } from './thaid-stand-in.text.ts'

export interface ScanDesk {
  readonly provider: Provider
  readonly people: readonly StandInPerson[]
}

const bodyLimit = 4 * 1024
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  // No form-action: browsers hold it against the redirect back to the agency as well.
  'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
}

export async function answerScan(desk: ScanDesk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const details = await findScan(desk.provider, request, response)
  if (details === undefined) return refuse(response, standInText.expired)
  if (request.method !== 'POST') return send(response, 200, await scanPage(details, desk.people))
  const result = await resultOf(desk, details, new URLSearchParams(await readBody(request)))
  if (result === undefined) return refuse(response, standInText.unknownPerson)
  await desk.provider.interactionFinished(request, response, result)
}

export async function sendFile(path: string, response: ServerResponse): Promise<boolean> {
  const file = await staticFile(path)
  if (file) response.writeHead(200, { 'content-type': file.type, 'cache-control': 'public, max-age=3600' }).end(file.content)
  return file !== undefined
}

export async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > bodyLimit) throw new Error('request too large')
  }
  return text
}

/** Undefined when the ten minutes are over or the browser is another one. */
async function findScan(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails | undefined> {
  try {
    return await provider.interactionDetails(request, response)
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return undefined
    throw error
  }
}

async function resultOf(desk: ScanDesk, details: InteractionDetails, form: URLSearchParams): Promise<InteractionResult | undefined> {
  const choice = readChoice(form)
  if (choice === undefined || choice.kind === 'refusal') return choice?.result
  const person = desk.people.find(({ citizenId }) => citizenId === choice.citizenId)
  return person && consentOf(desk.provider, details, person.citizenId)
}

async function consentOf(provider: Provider, { params }: InteractionDetails, accountId: string): Promise<InteractionResult> {
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope(String(params['scope']))
  return { login: { accountId, remember: false }, consent: { grantId: await grant.save() } }
}

async function refuse(response: ServerResponse, message: string): Promise<void> {
  send(response, 400, await refusalPage(message, ''))
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, pageHeaders).end(html)
}
