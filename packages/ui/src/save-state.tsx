import type { Component } from 'solid-js'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import './styles/forms.css'

export type SaveStateName = 'idle' | 'saving' | 'saved' | 'offline' | 'failed'

export interface SaveStateProps {
  state: SaveStateName
  texts: Record<Exclude<SaveStateName, 'idle'>, string>
}

const icons: Record<Exclude<SaveStateName, 'idle'>, IconName> = { saving: 'refresh', saved: 'check', offline: 'cloud-off', failed: 'warning' }

/** Whether what was entered is kept, in a place that does not move; silent while idle. */
export const SaveState: Component<SaveStateProps> = (props) => {
  const shown = (): Exclude<SaveStateName, 'idle'> | undefined => (props.state === 'idle' ? undefined : props.state)
  const face = () => {
    const state = shown()
    return state && [<Icon name={icons[state]} />, <span>{props.texts[state]}</span>]
  }
  return (
    <span class={`save-state save-state-${props.state}`} role="status">
      {face()}
    </span>
  )
}
