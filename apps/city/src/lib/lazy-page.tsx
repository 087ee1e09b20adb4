import { lazy } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { MerchantTextsContext, loadMerchantTexts } from './texts.tsx'

/** A page that is loaded when it is first needed, from a module with named exports. */
export const lazyPage = (load: () => Promise<ParentComponent>) => lazy(async () => ({ default: await load() }))

/** The same for pages that use the merchant's dictionary, which comes with them. */
export const lazyMerchantPage = (locale: Locale, load: () => Promise<ParentComponent>) =>
  lazyPage(async () => {
    const [Page, texts] = await Promise.all([load(), loadMerchantTexts(locale)])
    return props => (
      <MerchantTextsContext.Provider value={texts}>
        <Page>{props.children}</Page>
      </MerchantTextsContext.Provider>
    )
  })
