import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { addressOf, mainLocale } from './addresses.ts'
import { JsonBlock } from './json-block.tsx'
import type { PageFrame } from './page-frame.ts'

export type Feed = { type: string; title: string; path: string }

export type HeadProps = {
  frame: PageFrame
  title: string
  description?: string | undefined
  data?: object | undefined
  /** What it is to those who share it; a website unless said so. */
  kind?: string | undefined
  /** Path, and what is to be seen. */
  image?: { path: string; alt: string } | undefined
  /** The pages before and after it in a list, without the language. */
  previous?: string | undefined
  next?: string | undefined
  /** What of it programs may follow. */
  feeds?: readonly Feed[] | undefined
  /** For a page that is worth nothing to those who did not ask for it. */
  unlisted?: boolean | undefined
}

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

const Neighbours: Component<{ frame: PageFrame; origin: string; previous: string | undefined; next: string | undefined }> = props => (
  <>
    <Show when={props.previous}>{path => <link rel="prev" href={props.origin + addressOf(props.frame.locale, path())} />}</Show>
    <Show when={props.next}>{path => <link rel="next" href={props.origin + addressOf(props.frame.locale, path())} />}</Show>
  </>
)

const Image: Component<{ origin: string; path: string; alt: string }> = props => (
  <>
    <meta property="og:image" content={props.origin + props.path} />
    <Show when={props.alt}><meta property="og:image:alt" content={props.alt} /></Show>
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
    <Show when={!props.frame.indexable || props.unlisted}>
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
    <meta property="og:type" content={props.kind ?? 'website'} />
    <meta property="og:site_name" content={props.frame.pack.programme} />
    <meta property="og:locale" content={openGraphLocale[props.frame.locale]} />
    <Show when={props.frame.path !== null && props.frame.origin}>
      {origin => (
        <>
          <Alternates frame={props.frame} path={props.frame.path ?? '/'} origin={origin()} />
          <Neighbours frame={props.frame} origin={origin()} previous={props.previous} next={props.next} />
          <Show when={props.image}>{image => <Image origin={origin()} {...image()} />}</Show>
        </>
      )}
    </Show>
    <For each={props.feeds}>{({ type, title, path }) => <link rel="alternate" type={type} title={title} href={path} />}</For>
    <Show when={props.data}>{data => <JsonBlock type="application/ld+json" value={data()} />}</Show>
  </head>
)
