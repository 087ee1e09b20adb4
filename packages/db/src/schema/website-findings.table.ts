import { index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { certainty, severity, verdict } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { known, word } from '../columns.ts'
import { cityReference, keyedWalledTable } from '../wall.ts'
import { websiteAudits } from './website-audits.table.ts'

/** Where something was seen; `cause` is a code whose sentence the audit package has. */
export type StoredPlace = { cause: string; page?: string; quote?: string; selector?: string }

/** What became of each check in one audit, with the words of its day: a report does not change when the framework does. */
export const websiteFindings = keyedWalledTable(
  'website_findings',
  ['auditId', 'checkId'],
  {
    auditId: uuid('audit_id').notNull(),
    checkId: text('check_id').notNull(),
    position: integer('position').notNull(),
    area: text('area').notNull(),
    title: text('title').notNull(),
    itemId: text('item_id').notNull(),
    verdict: word('verdict', verdict.options).notNull(),
    severity: word('severity', severity.options).notNull(),
    certainty: word('certainty', certainty.options).notNull(),
    reason: text('reason'),
    advice: text('advice'),
    places: jsonb('places').$type<StoredPlace[]>().notNull().default([]),
    notes: jsonb('notes').$type<StoredPlace[]>().notNull().default([]),
    /** One per place of a fail, the same in every run. */
    keys: text('keys').array().notNull(),
  },
  t => [
    cityReference('website_findings_audit_fk', t, t.auditId, websiteAudits).onDelete('cascade'),
    known('website_findings_verdict_known', t.verdict, verdict.options),
    known('website_findings_severity_known', t.severity, severity.options),
    known('website_findings_certainty_known', t.certainty, certainty.options),
    index('website_findings_audit').on(t.tenantId, t.auditId, t.position),
  ],
)
