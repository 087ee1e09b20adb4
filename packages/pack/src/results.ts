import type { Fault } from './fault.ts'
import type { Framework } from './framework-base.ts'
import type { VerifyItem } from './open-points.ts'
import type { ResolvedPack } from './resolved-pack.schemas.ts'

export interface Refused {
  ok: false
  faults: Fault[]
}

export type FrameworkResult = { ok: true; framework: Framework; checklist: VerifyItem[] } | Refused

export type PackResult = { ok: true; pack: ResolvedPack; hash: string; checklist: VerifyItem[] } | Refused
