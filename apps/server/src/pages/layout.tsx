import { For, Show, splitProps } from 'solid-js'
import type { Component, ParentComponent } from 'solid-js'
import { SiteShell } from '@digitallotsen/ui/site-shell.tsx'
import type { MenuLink } from '@digitallotsen/ui/site-shell.tsx'
import { addressOf, legalPaths } from './addresses.ts'
import { linkFrom } from './page-frame.ts'
import { ContactLines } from './contact-lines.tsx'
import { kept } from './kept-part.tsx'
import { findOmbudsLink } from './legal-links.ts'
import { PageHead } from './page-head.tsx'
import type { HeadProps } from './page-head.tsx'
import type { PageFrame } from './page-frame.ts'
import { platformPaths } from './platform-addresses.ts'
import { platformWordsOf } from './platform-words.ts'
import { hasDirectory, hasOffers } from './platform/platform-frame.ts'
import { wordsOf } from './words.ts'

const brandOf = ({ pack, files, locale }: PageFrame) => ({
  href: addressOf(locale, '/'),
  name: pack.programme,
  note: pack.fullName ?? pack.name,
  logo: files.logo && pack.brand.logo ? { ...files.logo, alt: pack.brand.logo.alt } : undefined,
})

const platformMenuOf = (frame: PageFrame): MenuLink[] => {
  const words = platformWordsOf(frame.locale)
  const linkTo = (path: string, label: string) => ({ href: linkFrom(frame, path), label, current: frame.path === path })
  return [
    ...(hasDirectory(frame) ? [linkTo(platformPaths.directory, words.businesses)] : []),
    ...(hasOffers(frame) ? [linkTo(platformPaths.offers, words.offers)] : []),
  ]
}

const menuOf = (frame: PageFrame): MenuLink[] => {
  const words = wordsOf(frame.locale)
  const languages = frame.pack.languages.filter(locale => locale !== frame.locale)
  return [
    ...platformMenuOf(frame),
    { href: linkFrom(frame, '/') + '#ablauf', label: words.steps },
    { href: linkFrom(frame, '/') + '#kontakt', label: words.contact },
    { href: linkFrom(frame, '/anmelden'), label: words.signIn },
    ...languages.map(lang => ({ href: addressOf(lang, frame.path ?? '/'), label: wordsOf(lang).language, lang })),
  ]
}

const footerMenuOf = (frame: PageFrame): MenuLink[] => {
  const words = wordsOf(frame.locale)
  const ombuds = findOmbudsLink(frame)
  return [
    { href: linkFrom(frame, legalPaths.imprint), label: words.imprint, current: frame.path === legalPaths.imprint },
    { href: linkFrom(frame, legalPaths.privacy), label: words.privacy, current: frame.path === legalPaths.privacy },
    { href: linkFrom(frame, legalPaths.accessibility), label: words.accessibility, current: frame.path === legalPaths.accessibility },
    { href: linkFrom(frame, legalPaths.accessibility) + '#rueckmeldung', label: words.reportBarrier },
    ...(ombuds ? [{ href: ombuds.href, label: words.ombuds }] : []),
  ]
}

/** Says what is not real or not released yet, before anything else is read. */
const Marks: Component<{ frame: PageFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  const marks = () => [
    ...(props.frame.sample ? [{ title: words().sampleTitle, text: words().sampleText }] : []),
    ...(props.frame.draft ? [{ title: words().draftTitle, text: words().draftText }] : []),
  ]
  return (
    <Show when={marks().length > 0}>
      <div class="marks">
        <div class="wrap">
          <For each={marks()}>{mark => <p><strong>{mark.title}</strong> {mark.text}</p>}</For>
        </div>
      </div>
    </Show>
  )
}

const Sender = kept(props => (
  <>
    <ContactLines frame={props.frame} />
    <Show when={props.frame.pack.grant?.notice}>{notice => <p>{notice()}</p>}</Show>
  </>
))

/** The document around the content of a public page. */
export const Layout: ParentComponent<HeadProps> = props => {
  const words = () => wordsOf(props.frame.locale)
  const [content, head] = splitProps(props, ['children'])
  return (
    <html lang={props.frame.locale}>
      <PageHead {...head} />
      <body>
        <SiteShell
          brand={brandOf(props.frame)}
          skipLabel={words().skip}
          menu={menuOf(props.frame)}
          menuLabel={words().menu}
          footerMenu={footerMenuOf(props.frame)}
          footerLabel={words().footer}
          sender={<Sender frame={props.frame} />}
        >
          <Marks frame={props.frame} />
          {content.children}
        </SiteShell>
      </body>
    </html>
  )
}
