import type { VisitSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'
import type { StoredSlot } from './visit.types.ts'

export const toSlot = ({ startsAt, endsAt, startsLocal, minutes, doubleHour }: StoredSlot): VisitSlot => ({
  date: startsLocal.slice(0, 10), time: startsLocal.slice(11, 16), minutes, doubleHour, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(),
})

export const toStoredSlot = ({ date, time, minutes, doubleHour, startsAt, endsAt }: VisitSlot): StoredSlot => ({
  startsAt: new Date(startsAt), endsAt: new Date(endsAt), startsLocal: `${date}T${time}`, minutes, doubleHour,
})
