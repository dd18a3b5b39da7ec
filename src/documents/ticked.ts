// Documents ticked on a list and acted on at once: each is a use of its own.
export interface TickedDocument {
  readonly id: string
  readonly version: number
}

/** What became of one of them. */
export interface TickedResult {
  readonly id: string
  /** Undefined: it is done. */
  readonly refusal: string | undefined
}

const most = 100

/** 'id.version' of each box; no more than a page shows. */
export function tickedIn(boxes: readonly string[]): TickedDocument[] {
  return boxes.slice(0, most).flatMap((text) => {
    const [, id, version] = /^([0-9]{1,18})\.([0-9]{1,9})$/.exec(text) ?? []
    return id === undefined || version === undefined ? [] : [{ id, version: Number(version) }]
  })
}
