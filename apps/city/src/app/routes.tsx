import type { RouteDefinition } from '@solidjs/router'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { lazyMerchantPage, lazyPage } from '../lib/lazy-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** Every address that this client draws; the server answers all others. */
export const createRoutes = (locale: Locale): RouteDefinition[] => [
  { path: '/check', component: lazyPage(async () => (await import('../features/check/check-page.tsx')).CheckPage) },
  { path: '/check/schnell', component: lazyPage(async () => (await import('../features/check/start-page.tsx')).QuickStartPage) },
  { path: '/check/voll', component: lazyPage(async () => (await import('../features/check/start-page.tsx')).FullStartPage) },
  {
    path: '/check/:assessmentId',
    component: lazyPage(async () => (await import('../features/check/check-area.tsx')).CheckArea),
    children: [
      { path: '/', component: lazyPage(async () => (await import('../features/check/resume-page.tsx')).ResumePage) },
      { path: '/frage/:itemId', component: lazyPage(async () => (await import('../features/check/question-page.tsx')).QuestionPage) },
      { path: '/antworten', component: lazyPage(async () => (await import('../features/check/review-page.tsx')).ReviewPage) },
    ],
  },
  { path: '/check/:assessmentId/ergebnis', component: lazyPage(async () => (await import('../features/result/result-page.tsx')).ResultPage) },
  { path: '/check/:assessmentId/behalten', component: lazyPage(async () => (await import('../features/keep/keep-page.tsx')).KeepPage) },
  { path: '/anmelden', component: lazyPage(async () => (await import('../features/sign-in/sign-in-page.tsx')).SignInPage) },
  { path: '/anmelden/code', component: lazyPage(async () => (await import('../features/sign-in/code-page.tsx')).CodePage) },
  { path: '/anmelden/link', component: lazyPage(async () => (await import('../features/sign-in/link-page.tsx')).LinkPage) },
  { path: '/mein-betrieb', component: lazyMerchantPage(locale, async () => (await import('../features/merchant/my-businesses-page.tsx')).MyBusinessesPage) },
  {
    path: '/mein-betrieb/:merchantId',
    component: lazyMerchantPage(locale, async () => (await import('../features/merchant/merchant-area.tsx')).MerchantArea),
    children: [
      { path: '/', component: lazyPage(async () => (await import('../features/merchant/overview-page.tsx')).OverviewPage) },
      { path: '/plan', component: lazyPage(async () => (await import('../features/merchant/plan-page.tsx')).PlanPage) },
      { path: '/verlauf', component: lazyPage(async () => (await import('../features/merchant/history-page.tsx')).HistoryPage) },
      { path: '/check', component: lazyPage(async () => (await import('../features/merchant/checks-page.tsx')).ChecksPage) },
    ],
  },
  { path: '/konto', component: lazyMerchantPage(locale, async () => (await import('../features/account/account-page.tsx')).AccountPage) },
  { path: '/buero', component: lazyPage(async () => (await import('../features/office/businesses-page.tsx')).BusinessesPage) },
  { path: '/buero/betriebe/:merchantId', component: lazyPage(async () => (await import('../features/office/business-page.tsx')).BusinessPage) },
  { path: '*', component: NotFoundPage },
]
