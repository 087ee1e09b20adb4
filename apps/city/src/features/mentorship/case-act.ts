import { createAct } from '../../lib/act.ts'

/** Whatever is done in a case. */
export const useCaseAct = () => createAct(['mentorship'])

export type CaseAct = ReturnType<typeof useCaseAct>
