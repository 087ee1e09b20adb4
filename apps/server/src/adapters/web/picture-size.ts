type Size = { width: number; height: number }

const starts = (bytes: Buffer, text: string, at = 0) => bytes.subarray(at, at + text.length).toString('latin1') === text

const readPng = (bytes: Buffer): Size => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })
const readGif = (bytes: Buffer): Size => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) })

const readWebp = (bytes: Buffer): Size | null => {
  if (starts(bytes, 'VP8X', 12)) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (starts(bytes, 'VP8 ', 12)) return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  const packed = bytes.readUInt32LE(21)
  return starts(bytes, 'VP8L', 12) ? { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 } : null
}

/** Frames of a JPEG that carry its size: SOF0 to SOF15 without the tables among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const readJpeg = (bytes: Buffer): Size | null => {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (isFrame(marker)) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return null
}

const read = (bytes: Buffer): Size | null => {
  if (starts(bytes, '\x89PNG')) return readPng(bytes)
  if (starts(bytes, 'GIF8')) return readGif(bytes)
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return readWebp(bytes)
  return starts(bytes, '\xff\xd8') ? readJpeg(bytes) : null
}

/** Width and height a PNG, GIF, WebP or JPEG says of itself in its first bytes; null for anything else, broken or too short. */
export const readPictureSize = (bytes: Buffer): Size | null => {
  try {
    return read(bytes)
  } catch {
    return null
  }
}
