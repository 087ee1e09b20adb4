import sharp from 'sharp'

const [width, height] = [960, 640]

type Box = { left: number; top: number; wide: number; high: number; colour: string }

const box = ({ left, top, wide, high, colour }: Box) => ({ input: { create: { width: wide, height: high, channels: 3 as const, background: colour } }, left, top })

/** A shop front of a few plain shapes: enough to see where a photo goes, and no photo of anybody. */
export const drawFront = (wall: string, awning: string): Promise<Buffer> => {
  const stripes = Array.from({ length: 8 }, (_, i) => box({ left: 120 + i * 90, top: 220, wide: 45, high: 70, colour: '#ffffff' }))
  return sharp({ create: { width, height, channels: 3, background: '#cfe3ee' } })
    .composite([
      box({ left: 0, top: 560, wide: width, high: 80, colour: '#9aa0a6' }),
      box({ left: 90, top: 60, wide: 780, high: 510, colour: wall }),
      box({ left: 120, top: 220, wide: 720, high: 70, colour: awning }),
      ...stripes,
      box({ left: 140, top: 310, wide: 420, high: 210, colour: '#f4f9fb' }),
      box({ left: 620, top: 310, wide: 160, high: 260, colour: awning }),
      box({ left: 750, top: 440, wide: 14, high: 14, colour: '#f4f1de' }),
      box({ left: 220, top: 100, wide: 520, high: 70, colour: awning }),
    ])
    .png()
    .toBuffer()
}
