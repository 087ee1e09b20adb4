import type { Page } from 'playwright-core'
import { originOf } from './browser.ts'
import { readCode } from './mailbox.ts'
import { theProduct } from './product.ts'
import type { OperatorVisit } from './product.types.ts'

/** Calls a procedure as the page itself would, with its cookies. */
export const call = <T>(page: Page, procedure: string, input: unknown, kind: 'query' | 'mutation' = 'query'): Promise<T> =>
  page.evaluate(
    async ({ procedure, input, kind }) => {
      const answer = await (kind === 'query'
        ? fetch(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`)
        : fetch(`/trpc/${procedure}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }))
      const { result, error } = (await answer.json()) as { result?: { data: unknown }; error?: unknown }
      if (!result) throw new Error(`${procedure} refuses: ${JSON.stringify(error)}`)
      return result.data
    },
    { procedure, input, kind },
  ) as Promise<T>

/** Signs in by code without walking through the pages, for journeys that are about something else. */
export const signIn = async (page: Page, host: string, email: string): Promise<void> => {
  await page.goto('/anmelden')
  const { challengeId } = await call<{ challengeId: string }>(page, 'identity.requestCode', { email, locale: 'de' }, 'mutation')
  await call(page, 'identity.verifyCode', { challengeId, code: await readCode(host, email) }, 'mutation')
}

export const signInOperator = async (page: Page, name: OperatorVisit): Promise<void> => {
  const { consoleHost, operatorTokens } = theProduct()
  await page.goto(`${originOf(consoleHost)}/anmelden/link#${operatorTokens[name]}`)
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Städte' }).waitFor()
}

export const findMyBusiness = async (page: Page): Promise<string> => {
  const me = await call<{ memberships: { merchantId: string | null }[] }>(page, 'identity.me', {})
  const merchantId = me.memberships.find(membership => membership.merchantId)?.merchantId
  if (!merchantId) throw new Error('Nobody here has a business.')
  return merchantId
}
