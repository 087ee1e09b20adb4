import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CheckKind, CheckMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckResult, Comparison, Ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import type { Contact } from '@digitallotsen/domain/tenant/city.schemas.ts'
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

export type PlanView = DocumentView & {
  business: string
  plan: Plan
}
