import type { FailureReason as SiteFailure } from '@digitallotsen/audit/site.types.ts'
import type { AuditFailure } from '@digitallotsen/domain/website/website-audit.schemas.ts'

/** Why nothing can be said of a site, as its owner understands it. */
export const failureTexts: Readonly<Record<AuditFailure, string>> = {
  address: 'Diese Adresse führt nicht in das öffentliche Internet. Bitte prüfen Sie die Schreibweise.',
  not_found: 'Unter dieser Adresse gibt es keine Website. Bitte prüfen Sie die Schreibweise.',
  unreachable: 'Die Website hat nicht geantwortet. Bitte versuchen Sie es später noch einmal.',
  too_slow: 'Die Website hat zu langsam geantwortet. Bitte versuchen Sie es später noch einmal.',
  encryption: 'Die verschlüsselte Verbindung zur Website ist gescheitert. Bitte fragen Sie Ihren Anbieter.',
  no_page: 'Unter dieser Adresse steht keine lesbare Seite. Bitte geben Sie die Adresse Ihrer Startseite ein.',
  too_large: 'Die Startseite ist zu groß, um sie zu lesen. Bitte fragen Sie Ihren Anbieter.',
  redirects: 'Die Adresse leitet im Kreis weiter. Bitte fragen Sie Ihren Anbieter.',
  interrupted: 'Die Prüfung wurde bei uns unterbrochen. Bitte starten Sie sie noch einmal.',
  other: 'Die Website ließ sich nicht lesen. Bitte versuchen Sie es später noch einmal.',
}

const ofSite: Readonly<Record<SiteFailure, AuditFailure>> = {
  dns: 'not_found',
  refused: 'unreachable',
  reset: 'unreachable',
  timeout: 'too_slow',
  too_large: 'too_large',
  too_many_redirects: 'redirects',
  forbidden_address: 'address',
  tls: 'encryption',
  bad_encoding: 'no_page',
  bad_compression: 'no_page',
  not_html: 'no_page',
  robots: 'no_page',
  other: 'other',
}

export const failureOfSite = (failure: SiteFailure): AuditFailure => ofSite[failure]

/** What ended the reader and not the site: a page that ate all time or memory. */
export const failureOfReader = (reason: string): AuditFailure => (reason === 'timeout' || reason === 'crashed' ? 'too_large' : 'other')
