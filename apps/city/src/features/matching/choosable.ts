import { softRules } from '@digitallotsen/domain/matching/pair.rules.ts'
import type { GuideVerdict } from './matching.queries.ts'

/** Whether the office may take this guide after all: no fixed rule stands against it. */
export const isChoosable = ({ verdict }: Pick<GuideVerdict, 'verdict'>): boolean => verdict.kind !== 'excluded' || verdict.violations.every(({ code }) => softRules.has(code))
