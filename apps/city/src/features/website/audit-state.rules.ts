import type { AuditProgress, AuditState } from '@digitallotsen/domain/website/website-audit.schemas.ts'

export const isUnderway = (state: AuditState): boolean => state === 'queued' || state === 'running'

/** Where each step begins and ends on the way, in percent of the time that it usually takes. */
const spans: Readonly<Record<AuditProgress['step'], readonly [number, number]>> = {
  start: [2, 6],
  pages: [6, 50],
  site: [50, 68],
  links: [68, 95],
  judging: [95, 99],
}

/** The second half of looking at the site as a whole is the browser's, where there is one. */
export const isInBrowser = ({ step, done, of }: AuditProgress): boolean => step === 'site' && of === 2 && done === 1

/** How far an audit is, 0–100; never at its end before it is there. */
export const percentDone = (progress: AuditProgress | null): number => {
  if (!progress) return 0
  const [from, to] = spans[progress.step]
  const share = progress.of > 0 ? Math.min(1, progress.done / progress.of) : 0
  return Math.round(from + share * (to - from))
}
