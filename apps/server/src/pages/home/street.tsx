import type { Component } from 'solid-js'

/** Scallops of an awning: every second one, from `x`, each 20 wide. */
const scallops = (x: number, y: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `M${x + index * 40} ${y}h20v24a10 10 0 0 1-20 0z`).join('')

const frames = (y: number, width: number, height: number, ...xs: number[]): string =>
  xs.map(x => `M${x} ${y}h${width}v${height}h-${width}z`).join('')

/** A street of shops, one of them found on the map, two people in front of it. Decoration in the city's colours. */
export const Street: Component = () => (
  <svg class="street" viewBox="0 0 560 380" aria-hidden="true">
    <path class="street-back" d="M0 352V196l34-30 34 30v-58h62v-34l22-54 22 54v96h40v-78l46-38 46 38v-20h70v56h40v-40h64v54l40-34 40 34v136z" />
    <path class="street-wall" d="M24 352V150h160v202zM196 352V142l90-76 90 76v210zM388 352V164l18-48h112l18 48v188z" />
    <path class="street-glass" d={frames(176, 40, 48, 46, 122) + frames(164, 34, 46, 218, 269, 320) + frames(186, 38, 42, 412, 474) + frames(302, 70, 50, 40) + frames(290, 88, 62, 212) + frames(302, 66, 50, 404) + 'M286 104a14 14 0 1 0 .1 0z'} />
    <path class="street-door" d={frames(296, 36, 56, 130) + frames(284, 40, 68, 318) + frames(298, 38, 54, 484)} />
    <path class="street-line" d="M16 150h176M24 246h160M196 142h180M196 226h180M380 164h164M388 244h148M0 352h560M286 104v28M272 118h28M158 324v6M350 318v6M514 326v6" />
    <path class="street-white" d={scallops(44, 262, 4) + scallops(216, 244, 4) + scallops(408, 262, 3)} />
    <path class="street-brand" d={scallops(24, 262, 4) + scallops(388, 262, 4)} />
    <path class="street-accent" d={scallops(196, 244, 5)} />
    <path class="street-line" d="M24 262h160M196 244h180M388 262h148" />
    <path class="street-accent" d="M104 138c-20-28-32-42-32-60a32 32 0 0 1 64 0c0 18-12 32-32 60z" />
    <path class="street-sign" d="M91 78l10 10 17-19" />
    <path class="street-signal" d="M462 96v.1M446 80a23 23 0 0 1 32 0M434 66a40 40 0 0 1 56 0" />
    <path class="street-brand" d="M172 352v-48a21 21 0 0 1 42 0v48z" />
    <path class="street-accent" d="M226 352v-54a21 21 0 0 1 42 0v54z" />
    <path class="street-wall" d="M181 352v-36h24v36zM193 258a13 13 0 1 0 .1 0zM247 252a13 13 0 1 0 .1 0zM208 302h30v20h-30z" />
    <path class="street-brand" d="M538 318a22 22 0 1 0 .1 0z" transform="translate(0 -52)" />
    <path class="street-line" d="M538 308v44" />
  </svg>
)
