import * as z from 'zod/mini'
import { entityRegistry, type Entity } from './entity-registry.ts'

const entityId = <const B extends string>(_brand: B, entity: Entity) => {
  const schema = z.uuid().brand<B>()
  schema.register(entityRegistry, { entity })
  return schema
}

export const tenantId = entityId('TenantId', 'tenant')
export const personId = entityId('PersonId', 'person')
export const sessionId = entityId('SessionId', 'session')
export const challengeId = entityId('ChallengeId', 'challenge')
export const merchantId = entityId('MerchantId', 'merchant')
export const guideId = entityId('GuideId', 'guide')
export const mentorshipId = entityId('MentorshipId', 'mentorship')
export const caseNoteId = entityId('CaseNoteId', 'case-note')
export const privateNoteId = entityId('PrivateNoteId', 'private-note')
/** A guide and a case: mentorship_guides. */
export const assignmentId = entityId('AssignmentId', 'assignment')
export const handoverId = entityId('HandoverId', 'handover')
export const visitId = entityId('VisitId', 'visit')
export const assessmentId = entityId('AssessmentId', 'assessment')
export const planId = entityId('PlanId', 'plan')
export const taskId = entityId('TaskId', 'task')
export const evidenceId = entityId('EvidenceId', 'evidence')
export const fileId = entityId('FileId', 'file')
export const listingVersionId = entityId('ListingVersionId', 'listing-version')
export const listingPhotoId = entityId('ListingPhotoId', 'listing-photo')
export const offerId = entityId('OfferId', 'offer')
export const websiteAuditId = entityId('WebsiteAuditId', 'website-audit')
export const mailId = entityId('MailId', 'mail')
/** Chosen by the client once per intended effect; the same key never acts twice. */
export const idempotencyKey = entityId('IdempotencyKey', 'idempotency-key')

export type TenantId = z.output<typeof tenantId>
export type PersonId = z.output<typeof personId>
export type SessionId = z.output<typeof sessionId>
export type ChallengeId = z.output<typeof challengeId>
export type MerchantId = z.output<typeof merchantId>
export type GuideId = z.output<typeof guideId>
export type MentorshipId = z.output<typeof mentorshipId>
export type CaseNoteId = z.output<typeof caseNoteId>
export type PrivateNoteId = z.output<typeof privateNoteId>
export type AssignmentId = z.output<typeof assignmentId>
export type HandoverId = z.output<typeof handoverId>
export type VisitId = z.output<typeof visitId>
export type AssessmentId = z.output<typeof assessmentId>
export type PlanId = z.output<typeof planId>
export type TaskId = z.output<typeof taskId>
export type EvidenceId = z.output<typeof evidenceId>
export type FileId = z.output<typeof fileId>
export type ListingVersionId = z.output<typeof listingVersionId>
export type ListingPhotoId = z.output<typeof listingPhotoId>
export type OfferId = z.output<typeof offerId>
export type WebsiteAuditId = z.output<typeof websiteAuditId>
export type MailId = z.output<typeof mailId>
export type IdempotencyKey = z.output<typeof idempotencyKey>
