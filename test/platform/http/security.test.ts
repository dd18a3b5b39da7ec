import { describe, expect, it } from 'vitest'
import { testOffice } from '../../support/app.ts'

const office = await testOffice({ env: { PUBLIC_URL: 'https://laas.example' } })

describe('headers', () => {
  it.each(['/login', '/css/app.css', '/nothing/here', '/healthz'])('%s may load, frame and post to nothing but ourselves, over https only', async (path) => {
    const { headers } = await office.visit().peek(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('cookies carry the host prefix, Secure, HttpOnly and SameSite=Lax; pages are kept by no cache', async () => {
    const { headers } = await office.visit().peek('/login')
    for (const cookie of headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Host-laas\.\w+=/)
      expect(cookie).toMatch(/Path=\/;/)
      expect(cookie).toContain('HttpOnly')
      expect(cookie).toContain('Secure')
      expect(cookie).toContain('SameSite=Lax')
    }
    expect(headers.getSetCookie()).toHaveLength(2)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('a very long address is logged short and costs the log no time', async () => {
    const begun = performance.now()
    for (let n = 0; n < 5; n += 1) await office.visit().peek(`/${'a'.repeat(15_000)}`)
    expect(office.log.at(-1)?.length).toBeLessThan(1000)
    const short = performance.now()
    for (let n = 0; n < 5; n += 1) await office.visit().peek('/a')
    expect((short - begun) / (performance.now() - short)).toBeLessThan(20)
  })
})
