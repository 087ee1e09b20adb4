import type { CheckKind, CheckMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Submitted } from './check.repository.ts'

/** T1 after the first submitted check, T2 from the second follow-up on; T0 where there is none yet. */
export const nextMoment = (submitted: readonly Submitted[]): CheckMoment => {
  if (submitted.length === 0) return 'T0'
  return submitted.some(({ moment }) => moment === 'T1' || moment === 'T2') ? 'T2' : 'T1'
}

/** Like is compared with like: whoever has only ever answered the quick check answers it again. */
export const followUpKind = (submitted: readonly Submitted[]): CheckKind =>
  submitted.length > 0 && submitted.every(({ kind }) => kind === 'quick') ? 'quick' : 'full'
