import { Show, splitProps } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { ClickHandler, Native } from './native.ts'

interface ButtonLook {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  size?: 'normal' | 'large' | undefined
  block?: boolean | undefined
  icon?: IconName | undefined
  iconEnd?: IconName | undefined
  children: JSX.Element
}

export interface ButtonProps extends ButtonLook, Native<JSX.ButtonHTMLAttributes<HTMLButtonElement>> {
  /** Keeps the focus, refuses clicks and says so to screen readers. */
  busy?: boolean | undefined
  onClick?: ClickHandler | undefined
}

export interface LinkButtonProps extends ButtonLook, Native<JSX.AnchorHTMLAttributes<HTMLAnchorElement>> {
  href: string
  onClick?: ClickHandler | undefined
}

const own = ['variant', 'size', 'block', 'icon', 'iconEnd', 'children', 'onClick'] as const

function look(props: ButtonLook): string {
  const variant = props.variant ?? 'primary'
  return classes('button', variant !== 'primary' && `button-${variant}`, props.size === 'large' && 'button-large', props.block && 'button-block')
}

const Face: Component<ButtonLook> = (props) => (
  <>
    <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
    <span>{props.children}</span>
    <Show when={props.iconEnd}>{(name) => <Icon name={name()} />}</Show>
  </>
)

/** A native button, `type="button"` unless told otherwise; while busy it refuses clicks. */
export const Button: Component<ButtonProps> = (props) => {
  const [mine, native] = splitProps(props, [...own, 'busy', 'type'])
  const press = (event: MouseEvent): void => {
    if (mine.busy) event.preventDefault()
    else mine.onClick?.(event)
  }
  return (
    <button
      {...native}
      type={mine.type ?? 'button'}
      class={look(mine)}
      aria-disabled={mine.busy ? 'true' : undefined}
      aria-busy={mine.busy ? 'true' : undefined}
      onClick={press}
    >
      <Face {...mine} />
    </button>
  )
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export const LinkButton: Component<LinkButtonProps> = (props) => {
  const [mine, native] = splitProps(props, own)
  return (
    <a {...native} class={look(mine)} onClick={(event) => mine.onClick?.(event)}>
      <Face {...mine} />
    </a>
  )
}
