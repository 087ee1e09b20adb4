import { randomUUID } from 'node:crypto'
import { hashToken, newToken } from '../features/session/token.ts'
import type { CityScene, Row } from './city-scene.ts'

/** Two finished looks at the website of the business, and one of a visitor who holds the ticket. */
export type WebsiteIds = { auditId: string; earlierAuditId: string; ticket: string }

export const newWebsiteIds = (): WebsiteIds => ({ auditId: randomUUID(), earlierAuditId: randomUUID(), ticket: newToken() })

const score = JSON.stringify({ score: 0, passed: 0, failed: 1, notApplicable: 0, notChecked: 0, areas: [{ area: 'Auffindbarkeit', score: 0, passed: 0, failed: 1, notApplicable: 0, notChecked: 0 }] })

const rowsOfAudit = (tenant_id: string, mark: string, id: string, values: Record<string, unknown>): Row[] => [
  [
    'website_audits',
    {
      tenant_id, id, address: `${mark}.example`, host: `${mark.toLowerCase()}.example`, final_address: `https://${mark}.example/`, state: 'done', score, levels: '[{"itemId":"1.1","level":1,"checkIds":["F-01"]}]',
      pages: JSON.stringify([{ url: `https://${mark}.example/`, status: 200 }]), limits: '[]', ...values,
    },
  ],
  [
    'website_findings',
    {
      tenant_id, audit_id: id, check_id: 'F-01', position: 0, area: 'Auffindbarkeit', title: mark, item_id: '1.1', verdict: 'fail', severity: 'high', certainty: 'sure', advice: mark,
      places: JSON.stringify([{ cause: 'title.missing', page: `https://${mark}.example/`, quote: mark }]), keys: [`F-01|title.missing||${mark.toLowerCase()}`],
    },
  ],
]

export const rowsOfWebsite = ({ id: tenant_id, mark }: CityScene, merchantId: string, { auditId, earlierAuditId, ticket }: WebsiteIds): Row[] => [
  ...rowsOfAudit(tenant_id, mark, auditId, { merchant_id: merchantId, trigger: 'merchant', created_at: '2026-01-06T00:00:00Z' }),
  ...rowsOfAudit(tenant_id, mark, earlierAuditId, { merchant_id: merchantId, trigger: 'monthly', created_at: '2026-01-05T00:00:00Z' }),
  ...rowsOfAudit(tenant_id, mark, randomUUID(), { ticket_hash: hashToken(ticket), trigger: 'public' }),
  ['website_answers', { tenant_id, merchant_id: merchantId, answers: JSON.stringify({ sellsOnline: null, booksOnline: null, employees: null, aboveTwoMillion: null, accessibilityStatement: null, orderButton: mark }), by_role: 'merchant' }],
]
