// The page of settings as finished strings: the way of a claim, and the papers its checker asks for.
import { type FieldErrors } from '../../platform/errors.ts'
import { refusals, select, type Control, type ErrorSummary, type PageHeader, type Trail } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { claimKindCodes, type ClaimKind } from '../claim-kind/claim-kind.ts'
import { claimText } from '../claim.text.ts'
import { claimCheckPaths, claimSettingsPaths as paths } from '../expenditure.paths.ts'
import { debtMoments, needs, type WantedDocument } from './claim-settings.ts'

const text = claimText.settings

export interface SettingsInput {
  readonly endorsed: string
  readonly debtAt: string
  readonly version: string
}

export interface SettingsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly way: { readonly heading: string; readonly action: string; readonly version: string; readonly controls: readonly Control[] }
  readonly kinds: { readonly action: string; readonly control: Control; readonly show: string }
  readonly papers: {
    readonly heading: string; readonly action: string; readonly kind: string; readonly empty: string
    readonly rows: readonly { readonly name: string; readonly code: string; readonly control: Control }[]
  }
  readonly mayEdit: boolean
  readonly words: { readonly save: string; readonly back: string; readonly backHref: string }
  readonly trail: Trail
}

export interface ShownSettings {
  readonly input: SettingsInput
  readonly kind: ClaimKind
  readonly papers: readonly WantedDocument[]
  readonly mayEdit: boolean
  readonly trail: Trail
}

export function settingsPage({ input, kind, papers, mayEdit, trail }: ShownSettings, errors: FieldErrors = {}): SettingsPage {
  return {
    title: text.title, breadcrumb: [{ text: claimText.checks.title, href: claimCheckPaths.list }, { text: text.title }], pageHeader: { title: text.title, lead: text.lead }, ...refusals(errors),
    way: { heading: text.way, action: paths.edit, version: input.version, controls: wayControls(input, errors) },
    kinds: {
      action: paths.edit, show: text.show,
      control: { select: select({ name: 'kind', label: claimText.fields.kind, options: claimKindCodes.map((code) => ({ value: code, text: claimText.kinds[code] })), value: kind }) },
    },
    papers: { heading: text.papers(claimText.kinds[kind]), action: paths.papers, kind, empty: papers.length === 0 ? text.noPapers : '', rows: papers.map(paperRow) },
    mayEdit, words: { save: text.save, back: text.back, backHref: claimCheckPaths.list }, trail,
  }
}

function wayControls({ endorsed, debtAt }: SettingsInput, errors: FieldErrors): Control[] {
  const ways = (['yes', 'no'] as const).map((value) => ({ value, text: text.endorsed[value] }))
  const moments = debtMoments.map((value) => ({ value, text: text.debtMoments[value] }))
  return [
    { select: select({ name: 'endorsed', label: text.fields.endorsed, options: ways, value: endorsed, error: errors.endorsed, required: true, width: 'long' }) },
    { select: select({ name: 'debtAt', label: text.fields.debtAt, options: moments, value: debtAt, error: errors.debtAt, required: true, width: 'long' }) },
  ]
}

function paperRow({ code, name, need, usual }: WantedDocument, index: number) {
  const options = needs.map((value) => ({ value, text: value === usual ? text.usual(text.needs[value]) : text.needs[value] }))
  return { name: `papers.${index}.code`, code, control: { select: select({ name: `papers.${index}.need`, label: name, options, value: need, width: 'long' }) } satisfies Control }
}
