import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { basePath } from '../lib/boot.ts'
import { useTexts } from '../lib/texts.tsx'
import { useApp } from './app-context.ts'
import { hasOffice, isGuide, listShops } from './navigation.ts'

const germanOnly = /^\/buero(\/|$)/

const homeOf = (identity: Identity): string => {
  const shops = listShops(identity)
  if (shops.length === 0 && hasOffice(identity)) return '/buero'
  if (shops.length === 0 && isGuide(identity)) return '/lotse'
  return shops.length === 1 && shops[0] ? `/mein-betrieb/${shops[0].id}` : '/mein-betrieb'
}

const inArea = (path: string): boolean => /^\/(mein-betrieb|konto|buero|lotse)(\/|$)/.test(path)

/** The other language, and the way in. */
export const ShellEnd: Component<{ path: string; identity: Identity | null }> = props => {
  const texts = useTexts()
  const { city, locale, base } = useApp()
  const other = (): Locale | undefined => (germanOnly.test(props.path) ? undefined : city.locales.find(one => one !== locale))
  return (
    <>
      <Show when={other()}>
        {language => (
          <a class="end-link" rel="external" hreflang={language()} lang={language()} href={basePath(language()) + props.path}>
            {texts.shell.otherLanguage}
          </a>
        )}
      </Show>
      <Show when={!inArea(props.path)}>
        <Show when={props.identity} fallback={<a class="end-link" href={`${base}/anmelden`}>{texts.shell.signIn}</a>}>
          {identity => (
            <a class="end-link" href={base + homeOf(identity())}>
              {hasOffice(identity()) ? texts.shell.businesses : homeOf(identity()) === '/lotse' ? texts.shell.cases : texts.shell.myBusiness}
            </a>
          )}
        </Show>
      </Show>
    </>
  )
}
