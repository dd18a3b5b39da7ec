// Words of ฎีกา: kinds, states, refusals.
export const claimText = {
  errors: {
    negative: 'รายการหักรวมกันเกินจำนวนเงินที่ขอเบิก',
  },
} as const
