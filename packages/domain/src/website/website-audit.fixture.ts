import type { MerchantId, TaskId, WebsiteAuditId } from '../ids.schemas.ts'
import type { AuditScore, FindingPlace, WebsiteAudit, WebsiteFinding, WebsiteReport } from './website-audit.schemas.ts'

const site = 'https://blumen-muster.example'

export const place = (text: string, change: Partial<FindingPlace> = {}): FindingPlace => ({ text, page: null, quote: null, selector: null, ...change })

export const finding = (checkId: string, change: Partial<WebsiteFinding> = {}): WebsiteFinding => ({
  checkId, area: 'Technik', title: `Prüfpunkt ${checkId}`, verdict: 'pass', severity: 'medium', certainty: 'sure', reason: null, advice: null, places: [], notes: [], itemId: '2.2', change: null, ...change,
})

/** What stands for every kind of finding: a law with places, a guess, a hostile quote, and checks that passed or were not made. */
export const findings: WebsiteFinding[] = [
  finding('R-04', {
    area: 'Recht', title: 'Kein Hinweis auf die abgeschaltete EU-OS-Plattform', verdict: 'fail', severity: 'critical', itemId: '5.1', change: 'new', advice: 'Entfernen Sie Hinweis und Link.',
    places: [
      place('Der Link führt zur abgeschalteten OS-Plattform.', { page: `${site}/impressum`, quote: 'https://ec.europa.eu/consumers/odr', selector: 'footer > a' }),
      place('Der Link führt zur abgeschalteten OS-Plattform.', { page: `${site}/agb` }),
      place('Der Text nennt die abgeschaltete OS-Plattform.', { page: 'javascript:alert(1)', quote: '<img src=x onerror=alert(1)>' }),
    ],
  }),
  finding('F-01', {
    area: 'Auffindbarkeit', title: 'Aussagekräftiger Seitentitel mit Ort', verdict: 'fail', severity: 'high', certainty: 'heuristic', change: 'still', advice: 'Nennen Sie Betrieb und Ort im Titel.',
    places: Array.from({ length: 6 }, (_, index) => place('Der Titel ist zu kurz.', { page: `${site}/seite-${index + 1}`, quote: 'Home' })),
  }),
  finding('S-01', { area: 'Sicherheit', title: 'Sicherheits-Kopfzeilen', verdict: 'fail', severity: 'low', itemId: '4.5', advice: 'Bitten Sie Ihren Dienstleister darum.', places: [place('Diese Sicherheits-Kopfzeile fehlt.', { quote: 'Referrer-Policy' })] }),
  finding('T-01', { title: 'HTTPS durchgängig, gültiges Zertifikat', change: 'fixed' }),
  finding('F-07', { area: 'Auffindbarkeit', title: 'Google-Unternehmensprofil gepflegt', verdict: 'not_checked', certainty: 'human', reason: 'Das trägt ein Mensch ein. Bisher liegt keine Angabe vor.', itemId: '2.1' }),
  finding('O-01', { area: 'Online-Verkauf', title: 'Preise mit Steuer- und Versandhinweis', verdict: 'not_applicable', reason: 'Kein Online-Verkauf erkannt.', itemId: '5.6' }),
]

const tally = { passed: 0, failed: 0, notApplicable: 0, notChecked: 0 }

export const score: AuditScore = {
  score: 61.4, passed: 1, failed: 3, notApplicable: 1, notChecked: 1,
  areas: [
    { area: 'Recht', score: 0, ...tally, failed: 1 },
    { area: 'Online-Verkauf', score: null, ...tally, notApplicable: 1 },
    { area: 'Auffindbarkeit', score: 52.5, ...tally, failed: 1, notChecked: 1 },
    { area: 'Technik', score: 100, ...tally, passed: 1 },
    { area: 'Sicherheit', score: 83, ...tally, failed: 1 },
  ],
}

export const report = (change: Partial<WebsiteReport> = {}): WebsiteReport => ({
  findings,
  limits: [{ page: `${site}/agb`, text: 'Die Seite ist sehr lang. Gelesen wurde nur der Anfang.' }],
  pages: [{ url: `${site}/`, status: 200 }, { url: `${site}/agb`, status: 200 }, { url: `${site}/weg`, status: 404 }],
  concerns: [
    { itemId: '5.1', measureId: 'M-5.1', checkIds: ['R-04'], task: { id: '0193d1a0-0000-7000-8000-00000000000a' as TaskId, state: 'open', closesByAudit: true } },
    { itemId: '2.2', measureId: 'M-2.2', checkIds: ['F-01'], task: null },
  ],
  levels: [{ itemId: '5.1', auto: 1, self: 3, guide: null, effective: 1, checkIds: ['R-04'] }],
  questions: ['google_profile', 'employees'],
  ...change,
})

export const merchantId = '0193d1a0-0000-7000-8000-000000000001' as MerchantId

/** A finished audit of a florist; `change` makes another of it. */
export const audit = (change: Partial<WebsiteAudit> = {}): WebsiteAudit => ({
  id: '0193d1a0-0000-7000-8000-0000000000b2' as WebsiteAuditId, merchantId, trigger: 'merchant', address: 'blumen-muster.example', finalAddress: `${site}/`, state: 'done', progress: null,
  createdAt: '2026-11-25T08:00:00.000Z', startedAt: '2026-11-25T08:00:01.000Z', finishedAt: '2026-11-25T08:01:00.000Z', failure: null, score, report: report(), ...change,
})
