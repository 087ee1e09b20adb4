import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { addressOf, mainLocale } from './addresses.ts'
import { JsonBlock } from './json-block.tsx'
import type { PageFrame } from './page-frame.ts'

export type HeadProps = { frame: PageFrame; title: string; description?: string; data?: object }

const openGraphLocale: Record<Locale, string> = { de: 'de_DE', en: 'en_GB' }

/** The same page in every language the city offers. */
const Alternates: Component<{ frame: PageFrame; path: string; origin: string }> = props => (
  <>
    <link rel="canonical" href={props.origin + addressOf(props.frame.locale, props.path)} />
    <Show when={props.frame.pack.languages.length > 1}>
      <For each={props.frame.pack.languages}>
        {locale => <link rel="alternate" hreflang={locale} href={props.origin + addressOf(locale, props.path)} />}
      </For>
      <link rel="alternate" hreflang="x-default" href={props.origin + addressOf(mainLocale, props.path)} />
    </Show>
    <meta property="og:url" content={props.origin + addressOf(props.frame.locale, props.path)} />
  </>
)

/** What stands at the top of every document of a city, public page and app alike. */
export const CommonHead: Component<{ frame: Pick<PageFrame, 'pack' | 'files'>; title: string }> = props => (
  <>
    <meta charset="utf-8" />
    <title>{props.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="theme-color" content={props.frame.pack.theme.light.brand} media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content={props.frame.pack.theme.dark.brand} media="(prefers-color-scheme: dark)" />
    <link rel="icon" type="image/svg+xml" href={props.frame.files.icon} />
    <link rel="stylesheet" href={props.frame.files.theme} />
  </>
)

export const PageHead: Component<HeadProps> = props => (
  <head>
    <CommonHead frame={props.frame} title={props.title} />
    <link rel="stylesheet" href={props.frame.css} />
    <Show when={!props.frame.indexable}>
      <meta name="robots" content="noindex" />
    </Show>
    <Show when={props.description}>
      {description => (
        <>
          <meta name="description" content={description()} />
          <meta property="og:description" content={description()} />
        </>
      )}
    </Show>
    <meta property="og:title" content={props.title} />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={props.frame.pack.programme} />
    <meta property="og:locale" content={openGraphLocale[props.frame.locale]} />
    <Show when={props.frame.path !== null && props.frame.origin}>{origin => <Alternates frame={props.frame} path={props.frame.path ?? '/'} origin={origin()} />}</Show>
    <Show when={props.data}>{data => <JsonBlock type="application/ld+json" value={data()} />}</Show>
  </head>
)
