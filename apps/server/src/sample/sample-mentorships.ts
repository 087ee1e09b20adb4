import { randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { findPersonByEmail } from '../features/identity/person.repository.ts'
import { releaseCheck } from '../features/mentorship/case-checks.service.ts'
import { getCaseFile } from '../features/mentorship/case-view.service.ts'
import { openAccess } from '../features/mentorship/mentorship.service.ts'
import { addNote } from '../features/mentorship/notes.service.ts'
import { listMemberships } from '../features/session/session.repository.ts'
import type { Services } from '../services.ts'
import { sampleAddress, sampleBusinesses } from './sample-data.ts'
import { insertSampleCase, insertSampleGuide, listSampleShops } from './sample.repository.ts'

const dayMs = 86_400_000

const identityOf = async (tx: TenantTx, city: CityEntry, mailbox: string, now: Date): Promise<Identity> => {
  const person = await findPersonByEmail(tx, sampleAddress(mailbox, city.slug))
  if (!person) throw new Error(`nobody is ${mailbox}`)
  return { personId: person.id as PersonId, email: person.email, displayName: null, memberships: await listMemberships(tx, person.id, now) }
}

/** Two guides, and three cases: one waits, one is being worked on, one comes to its end. */
export const furnishMentorships = ({ lanes, now: clock }: Services, city: CityEntry): Promise<void> =>
  lanes.withTenant(city.tenantId, async tx => {
    const now = clock()
    const ago = (days: number) => new Date(now.getTime() - days * dayMs)
    const { universities, curriculum, semesters, city: { districts } } = city.pack
    const passed = curriculum.guide.filter(({ gate }) => gate).map(({ id }) => id)
    const base = { passed, universityId: universities[0]?.id ?? null, semesterId: semesters[0]?.id ?? null, districts: districts.slice(0, 2).map(({ id }) => id), now }
    const [lead, second, office] = [await identityOf(tx, city, 'lotse', now), await identityOf(tx, city, 'lotsin', now), await identityOf(tx, city, 'amt', now)]
    const guideId = await insertSampleGuide(tx, { ...base, personId: lead.personId, languages: ['de', 'tr'], intro: 'Ich studiere Wirtschaftsinformatik und mag Läden mit Geschichte.' })
    const secondId = await insertSampleGuide(tx, { ...base, personId: second.personId, languages: ['de', 'ar', 'en'], intro: 'Ich helfe gern dabei, gefunden zu werden.' })
    const shops = await listSampleShops(tx)
    const [first, waiting, closing] = [0, 1, 3].map(index => shops.find(({ name }) => name === sampleBusinesses[index]?.name))
    if (!first || !waiting || !closing) return
    const wishes = { languages: ['de'], days: ['tu', 'th'] as const, note: 'Am liebsten vormittags, bevor der Laden voll ist.' }
    const made = { wishes: { ...wishes, days: [...wishes.days] }, contactPersonId: office.personId }
    await insertSampleCase(tx, { ...made, id: randomUUID(), merchantId: waiting.merchantId, phase: 'interest', requestedAt: ago(12), lastContactAt: null, nextStep: null, goAt: null, now: ago(12) })
    const cases = [
      { merchantId: first.merchantId, phase: 'implementation' as const, requestedAt: ago(90), lastContactAt: ago(25), nextStep: 'Öffnungszeiten bei Karten und Suche eintragen', goAt: ago(45), guideId },
      { merchantId: closing.merchantId, phase: 'closing' as const, requestedAt: ago(150), lastContactAt: ago(4), nextStep: 'Zweiten Check gemeinsam ansehen', goAt: ago(90), guideId: secondId },
    ]
    for (const { guideId: by, ...values } of cases) {
      const mentorshipId = await insertSampleCase(tx, { ...made, ...values, id: randomUUID(), now: ago(60) })
      await openAccess(tx, { mentorshipId, guideId: by, duty: 'lead', now: ago(60) })
      const identity = await identityOf(tx, city, by === guideId ? 'lotse' : 'lotsin', now)
      const { releasable } = await getCaseFile(tx, { identity, now }, mentorshipId)
      const t0 = releasable.find(({ moment }) => moment === 'T0')
      if (t0) await releaseCheck(tx, { identity, now: ago(50) }, { mentorshipId, assessmentId: t0.assessmentId, reason: null })
      await addNote(tx, { identity, now: ago(25) }, { mentorshipId, body: 'Zugang zum Eintrag liegt bei: Inhaberin. Beim nächsten Termin Fotos machen.', idempotencyKey: randomUUID() })
    }
  })
