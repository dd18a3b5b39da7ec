// Every limit of sign-in is a row of sign_in_settings (§1.8), so that an order changes data, not code.

export const settingNames = [
  'account_failures', 'account_failure_window', 'address_failures', 'address_failure_window', 'network_failures', 'network_failure_window',
  'first_password_alarm', 'citizen_id_tries', 'thaid_tries', 'thaid_window', 'thaid_wait', 'email_changes', 'mails_per_account',
  'mails_per_address', 'mail_window', 'otp_seconds', 'otp_resend', 'otp_tries', 'otp_codes', 'void_transactions', 'void_window', 'void_pause',
  'resets', 'reset_window', 'transaction_seconds', 'idle_seconds', 'idle_warning', 'session_seconds', 'one_session', 'known_browser_days',
  'absent_days', 'thaid_days', 'reproof_months', 'step_up_seconds', 'password_months', 'password_warning_days', 'password_history',
  'first_password_days', 'mailed_password_days', 'provisional_days', 'ticket_seconds', 'tickets_per_address',
] as const

export type SettingName = (typeof settingNames)[number]
export type Settings = Readonly<Record<SettingName, number>>

/** Minutes of waiting after the fifth, sixth … wrong password in a row; never a lasting lock by guessing alone. */
export const delayMinutes = [1, 2, 4, 8, 15] as const
