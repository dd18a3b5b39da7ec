import { formatInstant } from '../../platform/dates.ts'
import { type Panel, type Status } from '../../platform/http/components.ts'
import { orderText } from '../../identity/index.ts'
import { homeText } from '../home.text.ts'
import { type ComingWindow } from './about.ts'

interface Given {
  readonly services: { readonly thaidIsDown: boolean; readonly mailIsDown: boolean; readonly notices: readonly string[] }
  readonly windows: readonly ComingWindow[]
  readonly time: string
}

export function statusPage({ services, windows, time }: Given) {
  const freshness = homeText.asOf(time)
  const state = (isDown: boolean): Status => (isDown ? { kind: 'refused', text: homeText.down } : { kind: 'done', text: homeText.up })
  const panels: Panel[] = [
    { id: 'services', heading: homeText.serviceStates, freshness, rows: [
      { text: homeText.services.database, status: state(false) }, { text: homeText.services.thaid, status: state(services.thaidIsDown) },
      { text: homeText.services.mail, status: state(services.mailIsDown) }, ...services.notices.map((notice) => ({ text: notice })),
    ] },
    { id: 'windows', heading: homeText.windows, freshness, isEmpty: windows.length === 0, empty: homeText.noWindows,
      rows: windows.map((window) => ({ text: window.notice, note: `${formatInstant(window.startsAt)} – ${formatInstant(window.endsAt)} · ${whoOf(window)}` })) },
  ]
  return { title: homeText.status, pageHeader: { title: homeText.status }, panels }
}

function whoOf({ audiences, provinceName }: ComingWindow): string {
  const names: Readonly<Record<string, string>> = orderText.audiences
  return `${audiences.map((audience) => names[audience] ?? audience).join(', ')} · ${provinceName ?? orderText.everyProvince}`
}
