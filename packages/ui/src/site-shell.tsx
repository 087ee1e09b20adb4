import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Brand } from './brand.tsx'
import type { BrandProps } from './brand.tsx'
import { SkipLink } from './skip-link.tsx'

export interface MenuLink {
  href: string
  label: string
  current?: boolean | undefined
  /** Language of the target, when it differs from the page. */
  lang?: string | undefined
}

export interface SiteShellProps {
  brand: BrandProps
  skipLabel: string
  menu: readonly MenuLink[]
  menuLabel: string
  /** Left column of the footer: sender, address, phone. */
  sender?: JSX.Element | undefined
  /** Links of the footer: imprint, privacy, accessibility … */
  footerMenu: readonly MenuLink[]
  footerLabel: string
  children: JSX.Element
}

/** A list of plain links in a named navigation. */
export const Menu: Component<{ links: readonly MenuLink[]; label: string }> = (props) => (
  <nav aria-label={props.label}>
    <ul class="menu">
      <For each={props.links}>
        {(link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'page' : undefined} lang={link.lang} hreflang={link.lang}>
              {link.label}
            </a>
          </li>
        )}
      </For>
    </ul>
  </nav>
)

/** Frame of a public page without script: masthead, main with id `main`, footer. */
export const SiteShell: Component<SiteShellProps> = (props) => (
  <div class="page">
    <SkipLink>{props.skipLabel}</SkipLink>
    <header class="masthead">
      <div class="wrap">
        <Brand {...props.brand} />
        <Show when={props.menu.length > 0}>
          <Menu links={props.menu} label={props.menuLabel} />
        </Show>
      </div>
    </header>
    <main id="main" tabindex="-1">
      {props.children}
    </main>
    <footer class="colophon">
      <div class="wrap">
        <div>{props.sender}</div>
        <Menu links={props.footerMenu} label={props.footerLabel} />
      </div>
    </footer>
  </div>
)
