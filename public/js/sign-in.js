// The password's five rules while typing, and the clock of the one-time code.

const rules = {
  length: (text) => [...text].length >= 8,
  upper: (text) => /[A-Z]/.test(text),
  lower: (text) => /[a-z]/.test(text),
  digit: (text) => /[0-9]/.test(text),
  special: (text) => /[^A-Za-z0-9\s]/.test(text),
}

for (const list of document.querySelectorAll('[data-password-rules]')) {
  const input = document.getElementById(list.dataset.passwordRules)
  input?.addEventListener('input', () => {
    for (const item of list.querySelectorAll('[data-rule]')) {
      const isMet = rules[item.dataset.rule](input.value)
      const verdict = item.querySelector('[data-verdict]')
      const words = isMet ? 'ผ่านแล้ว' : 'ยังไม่ผ่าน'
      item.classList.toggle('is-met', isMet)
      if (verdict.textContent !== words) verdict.textContent = words
    }
  })
}

for (const clock of document.querySelectorAll('[data-countdown]')) {
  const part = (name) => clock.querySelector(`[data-${name}]`)
  const resend = document.querySelector('[data-reveal-at]')
  const end = performance.now() + Number(clock.dataset.countdown) * 1000
  const timer = setInterval(tick, 250)
  let shown = Number(clock.dataset.countdown)
  tick()

  function tick() {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000))
    if (left === shown && left > 0) return
    announce(shown, left)
    shown = left
    part('time').textContent = `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`
    if (resend && left <= Number(resend.dataset.revealAt)) resend.hidden = false
    if (left > 0) return
    clearInterval(timer)
    part('running').hidden = true
    part('expired').hidden = false
    part('spoken').textContent = part('expired').textContent
  }

  // Spoken three times only; a second-by-second voice would drown everything else.
  function announce(before, left) {
    const mark = [60, 30, 10].find((each) => before > each && left <= each)
    if (mark) part('spoken').textContent = `เหลือเวลา ${mark} วินาที`
  }
}
