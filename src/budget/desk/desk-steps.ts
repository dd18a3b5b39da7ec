// The ways a step of these documents is asked, so that a kind's steps are one short table.
import { withForm, withReason, withVersion } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { approveSchema, noteSchema } from './desk.schema.ts'
import { type ApproveForm, type Box, type DeskStep, type ReasonForm, type StepForm } from './desk.ts'

type Take<F> = (work: OfficerWork, id: string, form: F) => Promise<void>

/** At the press of the button. */
export function pressed(take: Take<number>, kind: DeskStep['kind'] = 'primary'): DeskStep {
  return { kind, asks: 'nothing', take: (said) => withVersion(take, said) }
}

/** A step back, which says why. */
export function reasoned(take: Take<ReasonForm>, kind: DeskStep['kind'] = 'danger'): DeskStep {
  return { kind, asks: 'reason', take: (said) => withReason(take, said) }
}

/** On a page of its own: who approved, when, in which meeting, by which order. */
export function approving(take: Take<ApproveForm>): DeskStep {
  const asks: readonly Box[] = ['approver', 'happenedOn', 'meeting', 'letterNumber', 'letterDate', 'note']
  return { kind: 'primary', asks, take: (said) => withForm(approveSchema, take, said) }
}

/** On a page of its own: when, and by which letter. */
export function noting(take: Take<StepForm>): DeskStep {
  return { kind: 'primary', asks: ['happenedOn', 'letterNumber', 'letterDate', 'note'], take: (said) => withForm(noteSchema, take, said) }
}
