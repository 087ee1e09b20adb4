import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CheckKind, CheckMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckResult, Comparison, Ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import type { Contact } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { AuditScore, WebsiteReport } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

/** Paper is light: the colours of the city's light scheme, six-digit hex. */
export type DocumentColours = {
  brand: string
  text: string
  muted: string
  action: string
  accent: string
  line: string
  sunken: string
  tinted: string
  onTinted: string
  warning: string
  warningSoft: string
}

export type DocumentSender = {
  name: string
  programme: string
  contact: Contact
  website: string | null
  sample: boolean
  colours: DocumentColours
}

type DocumentView = {
  sender: DocumentSender
  locale: Locale
  catalogue: CheckCatalogue
  /** When it is made, ISO; printed on it and written into the file. */
  madeAt: string
}

/** For the shop window: no questions, no measures. */
export type PosterView = Omit<DocumentView, 'catalogue'> & {
  business: string
  tagline: string | null
  /** The page of the business, absolute. */
  url: string
}

export type ResultView = DocumentView & {
  /** Null as long as the check belongs to no business. */
  business: string | null
  kind: CheckKind
  moment: CheckMoment
  submittedAt: string
  result: CheckResult
  ranking: Ranking
  comparison: Comparison | null
}

/** An audit's report is told in German alone, whatever the language of the screen. */
export type WebsiteView = Pick<DocumentView, 'sender' | 'madeAt'> & {
  business: string
  /** Where the address led. */
  address: string
  checkedAt: string
  score: AuditScore
  report: WebsiteReport
  rulesVersion: number | null
  frameworkVersion: string | null
}

export type PlanView = DocumentView & {
  business: string
  plan: Plan
}
