declare module '*.css' {}
declare module '*.svg?no-inline' {
  const href: string
  export default href
}
