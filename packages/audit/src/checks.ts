import type { CheckRule } from './check.types.ts'
import { structure } from './checks/b-01-structure.check.ts'
import { barriers } from './checks/b-02-barriers.check.ts'
import { title } from './checks/f-01-title.check.ts'
import { description } from './checks/f-02-description.check.ts'
import { findable } from './checks/f-03-findable.check.ts'
import { structuredData } from './checks/f-04-structured-data.check.ts'
import { openingHours } from './checks/f-05-opening-hours.check.ts'
import { contactData } from './checks/f-06-contact-data.check.ts'
import { googleProfile } from './checks/f-07-google-profile.check.ts'
import { mapEntry } from './checks/f-08-map-entry.check.ts'
import { sitemap } from './checks/f-09-sitemap.check.ts'
import { sharing } from './checks/f-10-sharing.check.ts'
import { languages } from './checks/f-11-languages.check.ts'
import { contactTap } from './checks/f-12-contact-tap.check.ts'
import { priceNotes } from './checks/o-01-price-notes.check.ts'
import { basePrices } from './checks/o-02-base-price.check.ts'
import { shopTerms } from './checks/o-03-shop-terms.check.ts'
import { withdrawalFunction } from './checks/o-04-withdrawal-function.check.ts'
import { orderButton } from './checks/o-05-order-button.check.ts'
import { imprint } from './checks/r-01-imprint.check.ts'
import { imprintDetails } from './checks/r-02-imprint-details.check.ts'
import { oldLaws } from './checks/r-03-old-laws.check.ts'
import { disputePlatform } from './checks/r-04-dispute-platform.check.ts'
import { privacy } from './checks/r-05-privacy.check.ts'
import { trackers } from './checks/r-06-trackers.check.ts'
import { consentBanner } from './checks/r-07-consent-banner.check.ts'
import { remoteContent } from './checks/r-08-remote-content.check.ts'
import { arbitration } from './checks/r-09-arbitration.check.ts'
import { accessibilityStatement } from './checks/r-10-accessibility-statement.check.ts'
import { forms } from './checks/r-11-forms.check.ts'
import { headers } from './checks/s-01-headers.check.ts'
import { mailProtection } from './checks/s-02-mail-protection.check.ts'
import { system } from './checks/s-03-system.check.ts'
import { https } from './checks/t-01-https.check.ts'
import { mobile } from './checks/t-02-mobile.check.ts'
import { reachable } from './checks/t-03-reachable.check.ts'
import { weight } from './checks/t-04-weight.check.ts'
import { upToDate } from './checks/t-05-up-to-date.check.ts'

/** The code of every check; its words, severity and dates are data (tenants/framework/webchecks.yaml). */
export const checkRules: readonly CheckRule[] = [
  imprint, imprintDetails, oldLaws, disputePlatform, privacy, trackers, consentBanner, remoteContent, arbitration, accessibilityStatement, forms,
  priceNotes, basePrices, shopTerms, withdrawalFunction, orderButton,
  title, description, findable, structuredData, openingHours, contactData, googleProfile, mapEntry, sitemap, sharing, languages, contactTap,
  https, mobile, reachable, weight, upToDate,
  structure, barriers,
  headers, mailProtection, system,
]
