import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { figuresOf, type AskedBook, type BookFigures, type BookRow, type PaidShare } from './disbursement-book.ts'

/** Payments, and with the other sign what took one back. */
const book = `
  book AS (SELECT v.id, v.document_date, v.type, v.number, v.fiscal_year, v.description, v.total, CASE WHEN v.type IN ('PV', 'PN') OR o.event LIKE 'payment.bounced%' THEN 1 ELSE -1 END AS sign, coalesce(o.event, v.event) AS event,
      CASE coalesce(o.source_kind, v.source_kind) WHEN 'payment' THEN coalesce(o.source_id, v.source_id) END AS payment_id
    FROM vouchers v LEFT JOIN vouchers o ON o.organisation_id = v.organisation_id AND o.id = v.reverses_id
    WHERE v.organisation_id = :organisationId AND v.document_date >= :from AND v.document_date < :until
      AND (v.type IN ('PV', 'PN') OR o.type IN ('PV', 'PN') OR v.event LIKE 'payment.bounced%' OR o.event LIKE 'payment.bounced%')),
  money AS (SELECT l.voucher_id, coalesce(sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END) FILTER (WHERE l.account_code = :cashAccount), 0) AS cash,
      coalesce(sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END) FILTER (WHERE l.sub_kind = 'bank_account'), 0) AS bank, max(l.sub_key) FILTER (WHERE l.sub_kind = 'bank_account') AS bank_id
    FROM voucher_lines l JOIN book b ON b.id = l.voucher_id WHERE l.organisation_id = :organisationId AND (l.account_code = :cashAccount OR l.sub_kind = 'bank_account') GROUP BY 1),
  shares AS (SELECT b.id, a.account_group, a.sub_ledger, x.economic_code, x.source_code, sum(b.sign * l.amount) AS amount
    FROM book b JOIN payment_claims k ON k.organisation_id = :organisationId AND k.payment_id = b.payment_id
    JOIN claims c ON c.organisation_id = k.organisation_id AND c.id = k.claim_id AND (c.reopened_by IS NULL OR c.reopened_by >= k.payment_id)
    JOIN claim_lines l ON l.organisation_id = c.organisation_id AND l.claim_id = c.id JOIN accounts a ON a.code = l.account_code
    LEFT JOIN budget_lines x ON x.organisation_id = l.organisation_id AND x.id = l.budget_line_id
    WHERE b.event NOT LIKE 'payment.bounced%' GROUP BY 1, 2, 3, 4, 5)`

const shareOf = `jsonb_build_object('accountGroup', s.account_group, 'subLedger', s.sub_ledger, 'economicCode', s.economic_code, 'sourceCode', s.source_code, 'amount', s.amount::text)`

/** By day and number. */
export async function findBook(read: OfficerRead, asked: AskedBook): Promise<BookRow[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`WITH ${book}
    SELECT b.id, b.document_date, b.type, b.number, b.fiscal_year, b.description, b.sign * b.total AS total, coalesce(y.cash, 0) AS cash, coalesce(y.bank, 0) AS bank, coalesce(n.bank_name || ' ' || n.account_number, '') AS bank_name,
      coalesce((SELECT jsonb_agg(${shareOf}) FROM shares s WHERE s.id = b.id), '[]') AS shares,
      coalesce(p.claims, '[]') AS claims, coalesce(p.payees, '') AS payees, coalesce(q.number, '') AS cheque_number
    FROM book b LEFT JOIN money y ON y.voucher_id = b.id
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('number', c.number, 'fiscalYear', c.fiscal_year) ORDER BY c.id) AS claims, string_agg(DISTINCT coalesce(e.name, c.title), ', ') AS payees
      FROM payment_claims k JOIN claims c ON c.organisation_id = k.organisation_id AND c.id = k.claim_id LEFT JOIN payees e ON e.organisation_id = c.organisation_id AND e.id = c.payee_id
      WHERE k.organisation_id = :organisationId AND k.payment_id = b.payment_id) p ON true
    LEFT JOIN payments m ON m.organisation_id = :organisationId AND m.id = b.payment_id LEFT JOIN cheques q ON q.organisation_id = m.organisation_id AND q.id = m.cheque_id
    LEFT JOIN bank_accounts n ON n.organisation_id = :organisationId AND n.id::text = y.bank_id
    ORDER BY b.document_date, b.id`, bindingsOf(asked))
  return rows.map((row) => ({
    ...figuresIn(row), voucher: { id: row.id, type: row.type, number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }, date: calendarDate(row.document_date), description: row.description,
    claims: row.claims.map(({ number, fiscalYear: year }) => ({ number, fiscalYear: fiscalYear(year) })), payee: row.payees, chequeNumber: row.cheque_number, bankName: row.bank_name,
  }))
}

export async function sumBook(read: OfficerRead, asked: AskedBook): Promise<BookFigures> {
  const { rows: [row] } = await read.db.raw<{ rows: Sums[] }>(`WITH ${book}
    SELECT coalesce(sum(b.sign * b.total), 0)::numeric(18,2) AS total, coalesce(sum(y.cash), 0)::numeric(18,2) AS cash, coalesce(sum(y.bank), 0)::numeric(18,2) AS bank,
      coalesce((SELECT jsonb_agg(${shareOf}) FROM shares s), '[]') AS shares
    FROM book b LEFT JOIN money y ON y.voucher_id = b.id`, bindingsOf(asked))
  return figuresIn(row ?? { total: '0', cash: '0', bank: '0', shares: [] })
}

function bindingsOf({ organisationId, days, cashAccount }: AskedBook) {
  return { organisationId, from: days.from, until: days.until, cashAccount }
}

interface Sums {
  total: string
  cash: string
  bank: string
  shares: (Omit<PaidShare, 'amount'> & { amount: string })[]
}

interface Row extends Sums {
  id: string
  document_date: string
  type: string
  number: number
  fiscal_year: number
  description: string
  bank_name: string
  claims: { number: number; fiscalYear: number }[]
  payees: string
  cheque_number: string
}

function figuresIn({ total, cash, bank, shares }: Sums): BookFigures {
  return figuresOf({ total: fromNumeric(total), cash: fromNumeric(cash), bank: fromNumeric(bank), shares: shares.map((share) => ({ ...share, amount: fromNumeric(share.amount) })) })
}
