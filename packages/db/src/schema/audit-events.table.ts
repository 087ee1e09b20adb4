import { index, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { walledTable } from '../wall.ts'

/** Who did what, append-only. People and things are named by id without a reference: the trace outlives them. */
export const auditEvents = walledTable(
  'audit_events',
  {
    at: moment('at').notNull().defaultNow(),
    actorPersonId: uuid('actor_person_id'),
    actorRole: text('actor_role').notNull(),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: uuid('entity_id'),
    details: jsonb('details').notNull().default({}),
  },
  t => [
    index('audit_events_at').on(t.tenantId, t.at, t.id),
    index('audit_events_entity').on(t.tenantId, t.entity, t.entityId, t.at),
    index('audit_events_actor').on(t.tenantId, t.actorPersonId, t.at),
  ],
)
