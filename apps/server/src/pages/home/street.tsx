import type { Component } from 'solid-js'

/** Scallops of an awning: every second one, from `x`, each 20 wide. */
const scallops = (x: number, y: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `M${x + index * 40} ${y}h20v20a10 10 0 0 1-20 0z`).join('')

const frames = (y: number, width: number, height: number, ...xs: number[]): string => xs.map(x => `M${x} ${y}h${width}v${height}h-${width}z`).join('')

const person = (x: number, height: number): string => `M${x} 352v-${height}a15 15 0 0 1 30 0v${height}z`
const head = (x: number, y: number): string => `M${x + 15} ${y}a9 9 0 1 0 .1 0z`

const walls = 'M24 352V146h160v206zM196 352V138l90-76 90 76v214zM388 352V160l18-50h112l18 50v192z'
const back = 'M0 352V196l34-30 34 30v-58h62v-34l22-54 22 54v96h40v-78l46-38 46 38v-20h70v56h40v-40h64v54l40-34 40 34v136z'
const windows = frames(172, 40, 48, 46, 122) + frames(160, 34, 46, 218, 269, 320) + frames(182, 38, 42, 412, 474)
const shopWindows = frames(296, 78, 40, 40) + frames(286, 92, 50, 210) + frames(296, 70, 40, 402)
const doors = frames(290, 36, 62, 134) + frames(280, 38, 72, 322) + frames(290, 36, 62, 486)
const ledges = 'M16 146h176M24 240h160M196 138h180M196 220h180M380 160h164M388 240h148M0 352h560M24 256h160M196 236h180M388 256h148'
const details = 'M286 100v28M272 114h28M162 322v6M352 316v6M514 322v6M40 328h78M210 328h92M402 328h70'

/** A street of shops, one of them found on the map, two people in front of it. Decoration in the city's colours. */
export const Street: Component = () => (
  <svg class="street" viewBox="0 0 560 380" aria-hidden="true">
    <path class="street-back" d={back} />
    <path class="street-wall" d={walls} />
    <path class="street-glass" d={`${windows + shopWindows}M286 100a14 14 0 1 0 .1 0z`} />
    <path class="street-door" d={doors} />
    <path class="street-line" d={ledges + details} />
    <path class="street-wall" d={scallops(44, 256, 4) + scallops(216, 236, 4) + scallops(412, 256, 3)} />
    <path class="street-brand" d={scallops(24, 256, 4) + scallops(392, 256, 4)} />
    <path class="street-accent" d={scallops(196, 236, 5)} />
    <path class="street-accent" d="M104 132c-20-28-32-42-32-60a32 32 0 0 1 64 0c0 18-12 32-32 60z" />
    <path class="street-tick" d="M91 72l10 10 17-19" />
    <path class="street-signal" d="M462 92v.1M446 76a23 23 0 0 1 32 0M434 62a40 40 0 0 1 56 0" />
    <path class="street-brand" d={person(222, 30)} />
    <path class="street-accent" d={person(262, 32)} />
    <path class="street-wall" d={`${head(222, 288)}${head(262, 286)}M228 352v-22h18v22zM248 326h20v14h-20z`} />
    <path class="street-tree" d="M543 304a15 15 0 1 0 .1 0z" />
    <path class="street-line" d="M543 322v30" />
  </svg>
)
