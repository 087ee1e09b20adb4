declare module 'fontkit' {
  export type Font = { characterSet: number[] }
  export const create: (data: Uint8Array) => Font
}
