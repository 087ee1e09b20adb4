import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Brand } from './brand.tsx'
import type { BrandProps } from './brand.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import { SkipLink } from './skip-link.tsx'

export interface ShellLink {
  href: string
  label: string
  icon: IconName
  current?: boolean | undefined
  count?: number | undefined
  /** Only where the links stand in the head: the bar under the thumb has room for five. */
  wide?: boolean | undefined
  /** What the count means, e.g. „3 neue Nachrichten“. */
  countLabel?: string | undefined
}

export interface AppShellProps {
  brand: BrandProps
  skipLabel: string
  /** Up to five beside those for wide screens; without any there is no bar. */
  nav?: readonly ShellLink[] | undefined
  navLabel?: string | undefined
  /** Right end of the header: language, account. */
  end?: JSX.Element | undefined
  /** Narrow column for one thing per page. */
  narrow?: boolean | undefined
  footer?: JSX.Element | undefined
  children: JSX.Element
}

const NavLink: Component<{ link: ShellLink }> = (props) => (
  <a href={props.link.href} aria-current={props.link.current ? 'page' : undefined}>
    <Icon name={props.link.icon} />
    <span>{props.link.label}</span>
    <Show when={props.link.count}>
      <span class="count">
        <span aria-hidden={props.link.countLabel ? 'true' : undefined}>{props.link.count}</span>
        <Show when={props.link.countLabel}>
          <span class="hidden">{props.link.countLabel}</span>
        </Show>
      </span>
    </Show>
  </a>
)

/** Frame of an app: header, navigation (a bar under the thumb on phones), main with id `main`, footer. */
export const AppShell: Component<AppShellProps> = (props) => {
  const hasNav = (): boolean => (props.nav?.length ?? 0) > 0
  return (
    <div class={classes('shell', hasNav() && 'has-bar')}>
      <SkipLink>{props.skipLabel}</SkipLink>
      <header class="shell-head">
        <div class="wrap">
          <Brand {...props.brand} />
          <Show when={hasNav()}>
            <nav class="shell-nav" aria-label={props.navLabel}>
              <ul>
                <For each={props.nav}>{(link) => <li class={link.wide ? 'nav-wide' : undefined}><NavLink link={link} /></li>}</For>
              </ul>
            </nav>
          </Show>
          <Show when={props.end}>
            <div class="shell-end">{props.end}</div>
          </Show>
        </div>
      </header>
      <main class="shell-main" id="main" tabindex="-1">
        <div class={classes('wrap', props.narrow && 'narrow')}>{props.children}</div>
      </main>
      <Show when={props.footer}>
        <footer class="shell-foot">
          <div class="wrap row spread">{props.footer}</div>
        </footer>
      </Show>
    </div>
  )
}
