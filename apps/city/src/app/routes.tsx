import type { RouteDefinition } from '@solidjs/router'
import { createLazyPages } from '../lib/lazy-page.tsx'
import type { TextShelf } from '../lib/texts.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** Every address that this client draws; the server answers all others. */
export const createRoutes = (texts: TextShelf): RouteDefinition[] => {
  const page = createLazyPages(texts)
  return [
    { path: '/check', component: page(async () => (await import('../features/check/check-page.tsx')).CheckPage) },
    { path: '/check/schnell', component: page(async () => (await import('../features/check/start-page.tsx')).QuickStartPage) },
    { path: '/check/voll', component: page(async () => (await import('../features/check/start-page.tsx')).FullStartPage) },
    {
      path: '/check/:assessmentId',
      component: page(async () => (await import('../features/check/check-area.tsx')).CheckArea, 'checking'),
      children: [
        { path: '/', component: page(async () => (await import('../features/check/resume-page.tsx')).ResumePage) },
        { path: '/frage/:itemId', component: page(async () => (await import('../features/check/question-page.tsx')).QuestionPage) },
        { path: '/antworten', component: page(async () => (await import('../features/check/review-page.tsx')).ReviewPage) },
      ],
    },
    { path: '/check/:assessmentId/ergebnis', component: page(async () => (await import('../features/result/result-page.tsx')).ResultPage, 'result', 'checking') },
    { path: '/check/:assessmentId/behalten', component: page(async () => (await import('../features/keep/keep-page.tsx')).KeepPage, 'access') },
    { path: '/website-check', component: page(async () => (await import('../features/website/quick-page.tsx')).QuickPage, 'website') },
    { path: '/website-check/:ticket', component: page(async () => (await import('../features/website/quick-result-page.tsx')).QuickResultPage, 'website') },
    { path: '/anmelden', component: page(async () => (await import('../features/sign-in/sign-in-page.tsx')).SignInPage, 'access') },
    { path: '/anmelden/code', component: page(async () => (await import('../features/sign-in/code-page.tsx')).CodePage, 'access') },
    { path: '/anmelden/link', component: page(async () => (await import('../features/sign-in/link-page.tsx')).LinkPage, 'access') },
    { path: '/mein-betrieb', component: page(async () => (await import('../features/merchant/my-businesses-page.tsx')).MyBusinessesPage, 'merchant') },
    {
      path: '/mein-betrieb/:merchantId',
      component: page(async () => (await import('../features/merchant/merchant-area.tsx')).MerchantArea, 'merchant', 'result', 'access'),
      children: [
        { path: '/', component: page(async () => (await import('../features/merchant/overview-page.tsx')).OverviewPage) },
        { path: '/plan', component: page(async () => (await import('../features/merchant/plan-page.tsx')).PlanPage) },
        { path: '/begleitung', component: page(async () => (await import('../features/mentorship/accompaniment-page.tsx')).AccompanimentPage, 'mentorship', 'visit') },
        { path: '/verlauf', component: page(async () => (await import('../features/merchant/history-page.tsx')).HistoryPage) },
        { path: '/check', component: page(async () => (await import('../features/merchant/checks-page.tsx')).ChecksPage, 'website') },
        { path: '/website', component: page(async () => (await import('../features/website/website-page.tsx')).WebsitePage, 'website') },
        { path: '/website/fragen', component: page(async () => (await import('../features/website/questions-page.tsx')).QuestionsPage, 'website') },
        { path: '/website/:auditId', component: page(async () => (await import('../features/website/report-page.tsx')).ReportPage, 'website') },
        { path: '/angebote', component: page(async () => (await import('../features/offers/offers-page.tsx')).OffersPage, 'offers') },
      ],
    },
    {
      path: '/mein-betrieb/:merchantId/eintrag',
      component: page(async () => (await import('../features/listing/listing-area.tsx')).ListingArea, 'listing'),
      children: [
        { path: '/', component: page(async () => (await import('../features/listing/listing-page.tsx')).ListingPage) },
        { path: '/vorschau', component: page(async () => (await import('../features/listing/preview-page.tsx')).PreviewPage) },
        { path: '/fassungen', component: page(async () => (await import('../features/listing/versions-page.tsx')).VersionsPage) },
        { path: '/ueberall', component: page(async () => (await import('../features/listing/everywhere-page.tsx')).EverywherePage, 'everywhere') },
        { path: '/:teil', component: page(async () => (await import('../features/listing/section-page.tsx')).SectionPage) },
      ],
    },
    { path: '/konto', component: page(async () => (await import('../features/account/account-page.tsx')).AccountPage, 'merchant') },
    { path: '/buero', component: page(async () => (await import('../features/office/businesses-page.tsx')).BusinessesPage, 'result') },
    { path: '/buero/betriebe/:merchantId', component: page(async () => (await import('../features/office/business-page.tsx')).BusinessPage, 'result', 'merchant') },
    { path: '/buero/eintraege', component: page(async () => (await import('../features/moderation/queue-page.tsx')).QueuePage) },
    { path: '/buero/eintraege/:merchantId', component: page(async () => (await import('../features/moderation/entry-page.tsx')).EntryPage) },
    { path: '/lotse/termine', component: page(async () => (await import('../features/visit/agenda-page.tsx')).AgendaPage, 'visit') },
    { path: '/buero/zuordnung', component: page(async () => (await import('../features/matching/matching-page.tsx')).MatchingPage) },
    { path: '/buero/patenschaften', component: page(async () => (await import('../features/mentorship/cases-page.tsx')).CasesPage, 'mentorship') },
    { path: '/buero/patenschaften/:mentorshipId', component: page(async () => (await import('../features/mentorship/case-page.tsx')).CasePage, 'mentorship', 'visit') },
    { path: '/lotse', component: page(async () => (await import('../features/mentorship/desk-page.tsx')).DeskPage, 'mentorship') },
    { path: '/lotse/faelle/:mentorshipId', component: page(async () => (await import('../features/mentorship/case-page.tsx')).CasePage, 'mentorship', 'visit') },
    ...['/buero', '/lotse'].flatMap(area => [
      { path: `${area}/uebergaben`, component: page(async () => (await import('../features/handover/handovers-page.tsx')).HandoversPage) },
      { path: `${area}/uebergaben/:handoverId`, component: page(async () => (await import('../features/handover/handover-page.tsx')).HandoverPage) },
    ]),
    { path: '/buero/post', component: page(async () => (await import('../features/mail/post-page.tsx')).PostPage) },
    { path: '*', component: NotFoundPage },
  ]
}
