/** Every symbol of sprite.svg; a test holds both lists equal. */
export const iconNames = [
  'arrow-left', 'arrow-right', 'arrow-up', 'arrow-down', 'arrow-up-down', 'chevron-down', 'chevron-right', 'external',
  'check', 'check-circle', 'cross', 'plus', 'minus', 'info', 'warning', 'danger', 'help',
  'search', 'filter', 'menu', 'home', 'person', 'people', 'shop', 'list-check', 'chart', 'calendar', 'clock', 'pin', 'flag', 'star',
  'mail', 'phone', 'bell', 'camera', 'upload', 'download', 'print', 'pencil', 'trash', 'undo', 'refresh', 'cloud-off', 'lock', 'key',
  'settings', 'document', 'globe', 'log-out',
] as const

export type IconName = (typeof iconNames)[number]
