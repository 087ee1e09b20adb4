import type { LinkAct } from './visit-link.service.ts'
import * as z from 'zod/mini'
import { line } from '@digitallotsen/domain/text.schemas.ts'
import { doubleHour, offerNote, wantedSlots } from '@digitallotsen/domain/visit/visit.schemas.ts'

/** What a form may hold; anything else is not looked at. */
export type VisitForm = Readonly<Record<string, string>>

export const formPositions = [1, 2, 3] as const
const known = ['was', 'zeit', 'dauer', 'stunde', 'nachricht', 'grund', ...formPositions.flatMap(n => [`tag${n}`, `uhr${n}`])]

export const readForm = (body: string): VisitForm => {
  const given = new URLSearchParams(body)
  return Object.fromEntries(known.flatMap(name => (given.has(name) ? [[name, (given.get(name) ?? '').slice(0, 2000)]] : [])))
}

const textOrNull = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value)

const offer = (form: VisitForm) => ({
  kind: 'offer' as const,
  note: offerNote.parse(textOrNull(form['nachricht'])),
  slots: wantedSlots.parse(
    formPositions.flatMap(n => {
      const [date, time] = [form[`tag${n}`] ?? '', form[`uhr${n}`] ?? '']
      if (date === '' && time === '') return []
      return [{ date, time, minutes: Number(form['dauer']), doubleHour: doubleHour.safeParse(form['stunde']).data ?? null }]
    }),
  ),
})

/** What was pressed, with what was filled in; throws what zod throws where that is no whole thing. */
export const toAct = (form: VisitForm): LinkAct => {
  const { was } = z.object({ was: z.enum(['zusagen', 'vorschlagen', 'absagen']) }).parse(form)
  if (was === 'vorschlagen') return offer(form)
  if (was === 'zusagen') return { kind: 'confirm', startsAt: z.iso.datetime().parse(form['zeit']) }
  return { kind: 'cancel', reason: z.nullable(line).parse(textOrNull(form['grund'])) }
}
