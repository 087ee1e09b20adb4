import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { HeadingLevel } from './native.ts'
import './styles/lists.css'

export interface EmptyStateProps {
  title: JSX.Element
  level?: HeadingLevel | undefined
  icon?: IconName | undefined
  /** The next step. */
  action?: JSX.Element | undefined
  children: JSX.Element
}

/** Says what will stand here and gives the next step. */
export const EmptyState: Component<EmptyStateProps> = (props) => (
  <div class="empty">
    <Show when={props.icon}>{(name) => <Icon name={name()} size="large" />}</Show>
    <Heading level={props.level ?? 2} class="empty-title">
      {props.title}
    </Heading>
    <div>{props.children}</div>
    {props.action}
  </div>
)
