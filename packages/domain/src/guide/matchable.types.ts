import type { FileId, GuideId, MerchantId, PersonId } from '../ids.schemas.ts'
import type { Workday } from './application.words.ts'
import type { Blocked } from './blocked-time.rules.ts'
import type { ConflictKind } from './conflict.schemas.ts'
import type { GateMissing } from './gate.rules.ts'
import type { GuideStage, GuideState, MeansOfTravel, Recognition } from './guide.schemas.ts'

/** A guide as the features of the server hand one to each other. */
export type Guide = {
  id: GuideId
  personId: PersonId
  /** The person's name; an address where there is none yet. */
  displayName: string
  universityId: string | null
  semesterId: string | null
  stage: GuideStage
  state: GuideState
  recognition: Recognition
  subject: string | null
  languages: string[]
  districts: string[]
  trades: string[]
  fields: string[]
  travel: MeansOfTravel[]
  days: Workday[]
  hoursPerWeek: number | null
  capacity: number
  workshopsLed: number
  intro: string | null
  photoFileId: FileId | null
  photoAlt: string | null
  commitmentVersion: string | null
  commitmentSignedAt: Date | null
  commitmentName: string | null
  releasedAt: Date | null
  releasedBy: PersonId | null
  endsOn: string | null
  sample: boolean
}

/** A conflict with what is known of it: the business of the city where its name was found. */
export type GuideConflict = { kind: ConflictKind; business: string | null; merchantId: MerchantId | null; trade: string | null }

/** A guide as the matching sees her: what she brings, what she carries, and what stands against it. `missing` is empty for one who may take cases. */
export type MatchableGuide = Guide & {
  /** Accepted cases that she leads. */
  load: number
  /** Cases she has been asked for and has not answered. */
  asked: number
  conflicts: GuideConflict[]
  /** What is blocked from today on, for a year. */
  blocked: Blocked[]
  missing: GateMissing[]
}

/** All that a business sees of its guide. */
export type GuideCard = { guideId: GuideId; displayName: string; photoFileId: FileId | null; photoAlt: string | null; languages: string[]; intro: string | null; universityId: string | null }
