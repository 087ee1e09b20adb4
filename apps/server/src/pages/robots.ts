/** What search engines may read: the public pages once a city is live, else nothing. */
export const renderRobots = (origin: string, indexable: boolean): string =>
  indexable
    ? `User-agent: *\nDisallow: /trpc\nDisallow: /pdf/\nDisallow: /files/\nDisallow: /upload/\nSitemap: ${origin}/sitemap.xml\n`
    : 'User-agent: *\nDisallow: /\n'
