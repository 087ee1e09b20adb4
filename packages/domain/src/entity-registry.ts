import * as z from 'zod/mini'

/** Every id of the API names the entity it points to; sweeps generate foreign ids from this mark. */
export const entityRegistry = z.registry<{ entity: Entity }>()

export type Entity =
  | 'tenant'
  | 'person'
  | 'session'
  | 'challenge'
  | 'merchant'
  | 'assessment'
  | 'plan'
  | 'task'
  | 'evidence'
  | 'file'
  | 'guide'
  | 'mentorship'
  | 'assignment'
  | 'case-note'
  | 'private-note'
  | 'handover'
  | 'visit'
  | 'listing-version'
  | 'listing-photo'
  | 'offer'
  | 'website-audit'
  | 'mail'
  | 'idempotency-key'
