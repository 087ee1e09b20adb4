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

/** By procedure; where it is missing, `usual` says who succeeds, with values that the schema alone makes right. */
const ways: Record<string, Way[]> = {
  'check.get': [{ as: 'anonymous', input: open }, { as: 'merchant', input: claimed }, { as: 'office', input: claimed }],
  'check.save': [{ as: 'anonymous', input: situation => ({ ...open(situation), answers: [answered], position: '1.2' }) }],
  'check.submit': [{ as: 'anonymous', input: open }],
  'check.result': [{ as: 'anonymous', input: free }, { as: 'merchant', input: claimed }, { as: 'office', input: claimed }],
  'check.extend': [{ as: 'anonymous', input: free }],
  'check.startFollowUp': [{ as: 'merchant' }],
  'identity.requestCode': [{ as: 'anonymous', input: ({ city }) => ({ email: city.people.merchant.email }) }],
  'identity.verifyCode': [{ as: 'anonymous', input: ({ own }) => ({ challengeId: own.challengeId, code: own.code }) }],
  'identity.verifyLink': [{ as: 'anonymous', input: ({ own }) => ({ token: own.linkToken }) }],
  'identity.devices': [{ as: 'merchant' }, { as: 'office' }, { as: 'guide' }],
  'identity.endDevice': [{ as: 'merchant', input: device('merchant') }, { as: 'office', input: device('office') }],
  'listing.save': [{ as: 'merchant', input: draft }],
  'listing.setPhotos': [{ as: 'merchant', input: ({ own, city }) => ({ draftVersion: 1, photos: [{ id: own.listing.listingPhotoId, alt: city.mark }] }) }],
  'listing.submit': [{ as: 'merchant', input: untouched }],
  'listing.restore': [{ as: 'merchant', input: untouched }],
  'listing.recordProfile': [{ as: 'merchant', input: () => ({ check: seen }) }],
  'merchant.get': [{ as: 'merchant' }, { as: 'office' }],
  'merchant.update': [{ as: 'merchant', input: () => place }],
  'moderation.decideOffer': [{ as: 'office', input: ({ seed }) => ({ decision: seed % 2 === 0 ? 'approve' : 'reject', reason: 'Bitte ändern', seenAt: undefined }) }],
  'offer.create': [{ as: 'merchant', input: offered }],
  'offer.change': [{ as: 'merchant', input: offered }],
  'offer.invite': [{ as: 'merchant', input: ({ own }) => ({ slug: own.listing.neighbourSlug }) }],
  'offer.removePartner': [{ as: 'merchant', input: () => ({ merchantId: unknownId() }) }],
  'offer.answer': [{ as: 'merchant', input: ({ own }) => ({ offerId: own.listing.invitedOfferId }) }],
  'plan.get': [{ as: 'merchant' }, { as: 'office' }],
  'plan.change': [{ as: 'merchant', input: ({ seed }) => ({ change: changes[seed % changes.length] }) }],
  'plan.keep': [{ as: 'anonymous', input: situation => ({ ...free(situation), business: { name: 'Laden', ...place }, email: `neu-${situation.seed}@post.example` }) }],
  'evidence.restore': [{ as: 'merchant', input: ({ own }) => ({ evidenceId: own.removedEvidenceId }) }],
  'website.start': [{ as: 'merchant', input: website }, { as: 'office', input: website }],
  'website.get': [{ as: 'merchant', input: audited }, { as: 'office', input: audited }],
  'website.list': [{ as: 'merchant' }, { as: 'office' }],
  'website.compare': [{ as: 'merchant', input: compared }, { as: 'office', input: compared }],
  'website.answer': [{ as: 'merchant' }, { as: 'office' }],
  'website.answers': [{ as: 'merchant' }, { as: 'office' }],
  'website.addTask': [{ as: 'merchant', input: situation => ({ ...audited(situation), measureId: 'M-1.1' }) }],
  'website.quick': [{ as: 'anonymous', input: ({ seed }) => ({ address: `laden-${seed}.de` }) }],
  'website.quickResult': [{ as: 'anonymous', input: ({ own }) => ({ ticket: own.website.ticket }) }],
  'operator.verifyCode': [{ as: 'anonymous', input: ({ operator }) => ({ challengeId: operator.challengeId, code: operator.code }) }],
  'operator.verifyLink': [{ as: 'anonymous', input: ({ operator }) => ({ token: operator.linkToken }) }],
}

const usual: Record<string, Asker> = {
  city: 'anonymous', check: 'anonymous', identity: 'merchant', merchant: 'merchant', plan: 'merchant', evidence: 'merchant', office: 'office',
  listing: 'merchant', moderation: 'office', offer: 'merchant', website: 'merchant',
  operator: 'anonymous', console: 'operator', planted: 'office',
}

export const waysOf = (procedure: string): Way[] => {
  const asker = usual[procedure.split('.')[0] ?? '']
  if (!ways[procedure] && !asker) throw new Error(`nobody has said who may call ${procedure}: add its router to \`usual\``)
  return ways[procedure] ?? [{ as: asker ?? 'anonymous' }]
}

export const isOnConsole = (procedure: string): boolean => /^(operator|console)\./.test(procedure)

export const unknownId = (): string => randomUUID()
