import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'

export interface NoticeProps {
  tone?: 'info' | 'success' | 'warning' | 'danger' | undefined
  title?: JSX.Element | undefined
  children?: JSX.Element | undefined
  /** Set when it appears after an action, so that it is read out. */
  live?: boolean | undefined
}

const icons: Record<NonNullable<NoticeProps['tone']>, IconName> = { info: 'info', success: 'check-circle', warning: 'warning', danger: 'danger' }

/** A message in the flow of the page, marked by icon and tone. */
export const Notice: Component<NoticeProps> = (props) => {
  const tone = (): keyof typeof icons => props.tone ?? 'info'
  return (
    <div class={`notice tone-${tone()}`} role={props.live ? (tone() === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone()]} />
      <div class="notice-body">
        <Show when={props.title}>
          <p class="notice-title">{props.title}</p>
        </Show>
        {props.children}
      </div>
    </div>
  )
}
