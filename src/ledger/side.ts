/** เดบิต or เครดิต. */
export type Side = 'D' | 'C'
