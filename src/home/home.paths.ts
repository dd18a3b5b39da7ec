export const homePaths = {
  front: '/',
  news: '/home/news',
  story: '/home/news/:code',
  storyOf: (code: string) => `/home/news/${encodeURIComponent(code)}`,
} as const
