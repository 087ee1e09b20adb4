import { randomUUID } from 'node:crypto'
import type { Case } from './case-scene.ts'
import type { CityScene, Member, Role } from './city-scene.ts'
import { contentOf, offerOf } from './listing-scene.ts'
import type { Input } from './valid-input.ts'

/** Who asks: a role of the city, or the operator on the console's host. */
export type Asker = Role | 'operator'
export type Situation = { city: CityScene; own: Case; operator: { challengeId: string; code: string; linkToken: string }; seed: number }

/** A way in which a procedure is meant to succeed; `input` gives the values that only their meaning makes right. */
export type Way = { as: Asker; input?: (situation: Situation) => Input }

const place = { postcode: '12345', districtId: 'mitte' }
const answered = { itemId: '1.1', value: { kind: 'level', level: 1 }, relevance: 'normal', answeredAt: '2026-02-01T10:00:00.000Z' }
const changes: Input[] = [
  { kind: 'start' }, { kind: 'finish' }, { kind: 'drop', reason: 'Passt nicht' }, { kind: 'assign', owner: 'Chefin' }, { kind: 'schedule', dueOn: '2027-01-31' },
]

const claimed = ({ own }: Situation) => ({ assessmentId: own.assessments.claimed, key: undefined })
const free = ({ own }: Situation) => ({ assessmentId: own.assessments.free, key: own.keys.free })
const open = ({ own }: Situation) => ({ assessmentId: own.assessments.open, key: own.keys.open })
const draft = ({ city }: Situation) => ({ draftVersion: 1, content: contentOf(city.mark) })
const untouched = () => ({ draftVersion: 1 })
const offered = ({ city }: Situation) => ({ content: offerOf(city.mark) })
const seen = { channel: 'google', present: true, url: null, findings: [{ field: 'hours', finding: 'different', note: null }], checkedOn: '2027-01-31' }
const website = () => ({ address: 'www.blumen-muster.de' })
const audited = ({ own }: Situation) => ({ auditId: own.website.auditId })
const compared = (situation: Situation) => ({ ...audited(situation), withAuditId: null })
const device = (role: Member) => ({ city, own }: Situation) => ({ sessionId: own.sessionOf(city.people[role].id) })

const reading: Way[] = [{ as: 'office' }, { as: 'merchant' }, { as: 'case-guide' }, { as: 'past-guide' }]
const working: Way[] = [{ as: 'case-guide' }, { as: 'office' }]
const rests = () => ({ reason: 'time', note: null, resumeOn: '2099-01-31' })
const noted = () => ({ body: 'Zugang liegt bei: Frau Muster' })
const emptySheet = { measures: [], promises: [], works: null, worksNot: null, nextSteps: [], contact: null, accesses: [], files: [], dates: [], warnings: null }
const resting = ({ own }: Situation) => ({ mentorshipId: own.waiting.pausedId })

const handoverWays: Record<string, Way[]> = {
  'handover.list': [{ as: 'office' }, { as: 'case-guide' }, { as: 'past-guide' }, { as: 'guide' }],
  'handover.get': [{ as: 'office' }, { as: 'case-guide' }, { as: 'past-guide' }],
  'handover.candidates': [{ as: 'office' }],
  'handover.ofMerchant': [{ as: 'merchant' }],
  'handover.decide': working.map(way => ({ ...way, input: () => ({ decision: 'finish', reason: null }) })),
  'handover.saveSheet': working.map(way => ({ ...way, input: () => ({ sheet: emptySheet }) })),
  'handover.name': [{ as: 'office', input: ({ city }) => ({ guideId: city.guides.guide }) }],
  'handover.answer': [{ as: 'merchant', input: () => ({ agrees: true, note: null }) }],
  'handover.settle': [{ as: 'office' }],
  'handover.complete': [{ as: 'office' }],
  'handover.emergency': [{ as: 'office', input: situation => ({ ...resting(situation), reason: 'Erkrankt' }) }],
}

const mentorshipWays: Record<string, Way[]> = {
  'mentorship.ofMerchant': reading,
  'mentorship.get': reading,
  'mentorship.timeline': reading,
  'mentorship.desk': [{ as: 'case-guide' }, { as: 'guide' }, { as: 'past-guide' }],
  'mentorship.list': [{ as: 'office' }],
  'mentorship.request': [{ as: 'office', input: ({ own }) => ({ merchantId: own.waiting.noneId, wishes: { languages: [], days: [], note: null } }) }],
  'mentorship.propose': [{ as: 'office', input: situation => ({ mentorshipId: situation.own.waiting.freeId, guideId: situation.city.guides.guide, overrideReason: null }) }],
  'mentorship.withdraw': [{ as: 'office' }],
  'mentorship.answer': [{ as: 'guide', input: () => ({ accept: false, reason: 'capacity', note: null }) }],
  'mentorship.rejectGuide': [{ as: 'merchant' }],
  'mentorship.move': [{ as: 'case-guide', input: () => ({ to: 'check', reason: null }) }, { as: 'office', input: () => ({ to: 'check', reason: null }) }],
  'mentorship.go': [{ as: 'merchant' }],
  'mentorship.pause': [{ as: 'case-guide', input: rests }, { as: 'office', input: rests }, { as: 'merchant', input: rests }],
  'mentorship.resume': [{ as: 'office', input: resting }],
  'mentorship.end': [{ as: 'office', input: () => ({ outcome: 'not_for_us', reason: null }) }, { as: 'case-guide', input: () => ({ outcome: 'not_for_us', reason: null }) }],
  'mentorship.release': working.map(way => ({ ...way, input: ({ own }: Situation) => ({ assessmentId: own.assessments.claimed, reason: null }) })),
  'mentorship.setNextStep': working.map(way => ({ ...way, input: () => ({ nextStep: 'Anrufen' }) })),
  'mentorship.noteContact': working,
  'mentorship.addNote': [{ as: 'case-guide', input: noted }, { as: 'merchant', input: noted }, { as: 'office', input: noted }],
  'mentorship.removeNote': [{ as: 'case-guide' }],
  'mentorship.privateNotes': [{ as: 'case-guide' }, { as: 'past-guide' }],
  'mentorship.addPrivateNote': [{ as: 'case-guide', input: noted }],
  'mentorship.removePrivateNote': [{ as: 'case-guide' }],
}

const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const timesOffered = () => ({ slots: [{ date: soon(10), time: '10:00', minutes: 60, doubleHour: null }], note: null })
const agreedVisit = ({ own }: Situation) => ({ visitId: own.visits.agreedId })
const sides: Asker[] = ['merchant', 'case-guide', 'office']
const guides: Way[] = [{ as: 'case-guide' }, { as: 'guide' }, { as: 'past-guide' }]
const chosen = (id: 'proposedId' | 'counteredId') => ({ own }: Situation) => ({ visitId: own.visits[id], startsAt: own.visits.startsAt })

const visitWays: Record<string, Way[]> = {
  'visit.ofCase': reading,
  'visit.agenda': guides.map(way => ({ ...way, input: () => ({ monday: '2027-01-04' }) })),
  'visit.weigh': sides.map(as => ({ as, input: () => ({ slots: timesOffered().slots }) })),
  'visit.propose': sides.map(as => ({ as, input: () => ({ ...timesOffered(), content: { place: 'shop', placeNote: null, purpose: 'Fotos' } }) })),
  'visit.offer': sides.map(as => ({ as, input: situation => ({ ...agreedVisit(situation), ...timesOffered() }) })),
  'visit.confirm': [{ as: 'merchant', input: chosen('proposedId') }, { as: 'case-guide', input: chosen('counteredId') }, { as: 'office', input: chosen('counteredId') }],
  'visit.cancel': sides.map(as => ({ as, input: situation => ({ ...agreedVisit(situation), reason: 'Krank' }) })),
  'visit.miss': [{ as: 'case-guide', input: ({ own }) => ({ visitId: own.visits.begunId }) }, { as: 'office', input: ({ own }) => ({ visitId: own.visits.begunId }) }],
  'visit.guideFeed': guides,
  'visit.renewGuideFeed': guides,
}

const waitingCase = ({ own }: Situation) => ({ mentorshipId: own.waiting.freeId })
const matchingWays: Record<string, Way[]> = {
  'matching.propose': [{ as: 'office' }],
  'matching.explain': [{ as: 'office', input: waitingCase }],
  'matching.whatIf': [{ as: 'office' }],
  'matching.assign': [{ as: 'office', input: situation => ({ ...waitingCase(situation), guideId: situation.city.guides.guide, proposedGuideId: situation.city.guides.guide, state: 'x', overrideReason: 'Nach Gespräch' }) }],
}

/** By procedure; where it is missing, `usual` says who succeeds, with values that the schema alone makes right. */
const ways: Record<string, Way[]> = {
  'account.mailTopics': [{ as: 'merchant' }, { as: 'office' }, { as: 'guide' }],
  'account.setMailTopic': [{ as: 'merchant' }, { as: 'office' }],
  'check.get': [{ as: 'anonymous', input: open }, { as: 'merchant', input: claimed }, { as: 'office', input: claimed }, { as: 'case-guide', input: claimed }, { as: 'past-guide', input: claimed }],
  'check.save': [{ as: 'anonymous', input: situation => ({ ...open(situation), answers: [answered], position: '1.2' }) }],
  'check.submit': [{ as: 'anonymous', input: open }],
  'check.result': [{ as: 'anonymous', input: free }, { as: 'merchant', input: claimed }, { as: 'office', input: claimed }, { as: 'case-guide', input: claimed }, { as: 'past-guide', input: claimed }],
  'check.extend': [{ as: 'anonymous', input: free }],
  'check.startFollowUp': [{ as: 'merchant' }],
  'identity.requestCode': [{ as: 'anonymous', input: ({ city }) => ({ email: city.people.merchant.email }) }],
  'identity.verifyCode': [{ as: 'anonymous', input: ({ own }) => ({ challengeId: own.challengeId, code: own.code }) }],
  'identity.verifyLink': [{ as: 'anonymous', input: ({ own }) => ({ token: own.linkToken }) }],
  'identity.devices': [{ as: 'merchant' }, { as: 'office' }, { as: 'guide' }],
  'identity.endDevice': [{ as: 'merchant', input: device('merchant') }, { as: 'office', input: device('office') }],
  'listing.save': [{ as: 'merchant', input: draft }, { as: 'case-guide', input: draft }],
  'listing.setPhotos': [{ as: 'merchant', input: ({ own, city }) => ({ draftVersion: 1, photos: [{ id: own.listing.listingPhotoId, alt: city.mark }] }) }, { as: 'case-guide', input: ({ own, city }) => ({ draftVersion: 1, photos: [{ id: own.listing.listingPhotoId, alt: city.mark }] }) }],
  'listing.submit': [{ as: 'merchant', input: untouched }],
  'listing.restore': [{ as: 'merchant', input: untouched }, { as: 'case-guide', input: untouched }],
  'listing.recordProfile': [{ as: 'merchant', input: () => ({ check: seen }) }, { as: 'case-guide', input: () => ({ check: seen }) }],
  'merchant.get': [{ as: 'merchant' }, { as: 'office' }, { as: 'case-guide' }, { as: 'past-guide' }],
  ...matchingWays,
  ...handoverWays,
  ...mentorshipWays,
  'evidence.addText': [{ as: 'merchant' }, { as: 'case-guide' }],
  'listing.profiles': [{ as: 'merchant' }, { as: 'case-guide' }],
  'listing.sheets': [{ as: 'merchant' }, { as: 'case-guide' }],
  'listing.versions': [{ as: 'merchant' }, { as: 'case-guide' }],
  'listing.preview': [{ as: 'merchant' }, { as: 'case-guide' }],
  'listing.get': [{ as: 'merchant' }, { as: 'case-guide' }],
  ...visitWays,
  'merchant.update': [{ as: 'merchant', input: () => place }],
  'moderation.decideOffer': [{ as: 'office', input: ({ seed }) => ({ decision: seed % 2 === 0 ? 'approve' : 'reject', reason: 'Bitte ändern', seenAt: undefined }) }],
  'offer.create': [{ as: 'merchant', input: offered }],
  'offer.change': [{ as: 'merchant', input: offered }],
  'offer.invite': [{ as: 'merchant', input: ({ own }) => ({ slug: own.listing.neighbourSlug }) }],
  'offer.removePartner': [{ as: 'merchant', input: () => ({ merchantId: unknownId() }) }],
  'offer.answer': [{ as: 'merchant', input: ({ own }) => ({ offerId: own.listing.invitedOfferId }) }],
  'plan.get': [{ as: 'merchant' }, { as: 'office' }, { as: 'case-guide' }, { as: 'past-guide' }],
  'plan.change': [{ as: 'merchant', input: ({ seed }) => ({ change: changes[seed % changes.length] }) }, { as: 'case-guide', input: ({ seed }) => ({ change: changes[seed % changes.length] }) }],
  'plan.keep': [{ as: 'anonymous', input: situation => ({ ...free(situation), business: { name: 'Laden', ...place }, email: `neu-${situation.seed}@post.example` }) }],
  'evidence.restore': [{ as: 'merchant', input: ({ own }) => ({ evidenceId: own.removedEvidenceId }) }],
  'website.start': [{ as: 'merchant', input: website }, { as: 'office', input: website }, { as: 'case-guide', input: website }],
  'website.get': [{ as: 'merchant', input: audited }, { as: 'office', input: audited }, { as: 'case-guide', input: audited }, { as: 'past-guide', input: audited }],
  'website.list': [{ as: 'merchant' }, { as: 'office' }, { as: 'case-guide' }, { as: 'past-guide' }],
  'website.compare': [{ as: 'merchant', input: compared }, { as: 'office', input: compared }, { as: 'case-guide', input: compared }, { as: 'past-guide', input: compared }],
  'website.answer': [{ as: 'merchant' }, { as: 'office' }, { as: 'case-guide' }],
  'website.answers': [{ as: 'merchant' }, { as: 'office' }, { as: 'case-guide' }, { as: 'past-guide' }],
  'website.addTask': [{ as: 'merchant', input: situation => ({ ...audited(situation), measureId: 'M-1.1' }) }, { as: 'case-guide', input: situation => ({ ...audited(situation), measureId: 'M-1.1' }) }],
  'website.quick': [{ as: 'anonymous', input: ({ seed }) => ({ address: `laden-${seed}.de` }) }],
  'website.quickResult': [{ as: 'anonymous', input: ({ own }) => ({ ticket: own.website.ticket }) }],
  'operator.verifyCode': [{ as: 'anonymous', input: ({ operator }) => ({ challengeId: operator.challengeId, code: operator.code }) }],
  'operator.verifyLink': [{ as: 'anonymous', input: ({ operator }) => ({ token: operator.linkToken }) }],
}

const usual: Record<string, Asker> = {
  city: 'anonymous', check: 'anonymous', identity: 'merchant', merchant: 'merchant', plan: 'merchant', evidence: 'merchant', office: 'office',
  account: 'merchant', post: 'office', matching: 'office',
  mentorship: 'office', listing: 'merchant', moderation: 'office', offer: 'merchant', visit: 'merchant', website: 'merchant',
  operator: 'anonymous', console: 'operator', planted: 'office',
}

export const waysOf = (procedure: string): Way[] => {
  const asker = usual[procedure.split('.')[0] ?? '']
  if (!ways[procedure] && !asker) throw new Error(`nobody has said who may call ${procedure}: add its router to \`usual\``)
  return ways[procedure] ?? [{ as: asker ?? 'anonymous' }]
}

export const isOnConsole = (procedure: string): boolean => /^(operator|console)\./.test(procedure)

export const unknownId = (): string => randomUUID()
