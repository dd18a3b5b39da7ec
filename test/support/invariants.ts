// What must be true of every office at every moment (REL-1), asked as the owner of the tables, past all fences. For races and the simulation.
import { compareBudgetBalances } from '../../src/budget/index.ts'
import { verifyBook, verificationText } from '../../src/ledger/index.ts'
import { ownOrigin, system } from '../../src/platform/database/work.ts'
import { type TestDatabase } from './database.ts'

/** Every figure and document that does not stand, in words; empty when all is well. */
export async function findBroken(db: TestDatabase, organisationId: string): Promise<string[]> {
  const { faults } = await db.database.read(system, ownOrigin, (read) => verifyBook(read, organisationId))
  const budget = await compareBudget(db, organisationId)
  const broken = [...faults.map(({ check, what }) => `${verificationText.checks[check]}: ${what}`), ...budget]
  for (const [sentence, query] of Object.entries(questions)) {
    const { rows } = await db.owner.raw<{ rows: { what: string }[] }>(query, { organisation: organisationId })
    broken.push(...rows.map(({ what }) => `${sentence}: ${what}`))
  }
  return [...broken, ...await findGaps(db, organisationId)]
}

async function compareBudget({ owner }: TestDatabase, organisationId: string): Promise<string[]> {
  const read = { db: owner } as unknown as Parameters<typeof compareBudgetBalances>[0]
  return (await compareBudgetBalances(read, organisationId)).map(({ lineId, figure, kept, rebuilt }) => `kept budget is not its entries: ${lineId} ${figure} ${kept} / ${rebuilt}`)
}

const live = "('submitted', 'endorsed', 'checked', 'approved', 'paying')"

const questions: Readonly<Record<string, string>> = {
  'available below zero': `
    SELECT concat(line_id, ' ', available) AS what FROM budget_balances WHERE organisation_id = :organisation AND available < 0`,
  'what a claim holds of the budget is what it asks for': `
    SELECT concat('claim ', c.id, ' ', c.state, ' asks ', c.asked, ' holds ', coalesce(h.held, 0)) AS what
    FROM (SELECT c.id, c.state, sum(CASE WHEN c.state IN ${live} AND c.reopened_by IS NULL THEN l.amount ELSE 0 END) AS asked FROM claims c JOIN claim_lines l ON l.organisation_id = c.organisation_id AND l.claim_id = c.id
      WHERE c.organisation_id = :organisation AND l.budget_line_id IS NOT NULL GROUP BY c.id, c.state) c
    LEFT JOIN (SELECT holder_id, sum(amount) AS held FROM budget_holds WHERE organisation_id = :organisation AND stage = 'claimed' AND holder_kind = 'claim' GROUP BY holder_id) h ON h.holder_id = c.id
    WHERE c.asked <> coalesce(h.held, 0)`,
  'a claim is paid by one payment, and no other claim is': `
    SELECT concat('claim ', c.id, ' ', c.state, ' payments ', count(p.id)) AS what FROM claims c
    LEFT JOIN payment_claims m ON m.organisation_id = c.organisation_id AND m.claim_id = c.id
    LEFT JOIN payments p ON p.organisation_id = m.organisation_id AND p.id = m.payment_id AND p.state = 'posted'
    WHERE c.organisation_id = :organisation AND (c.reopened_by IS NULL OR NOT EXISTS (SELECT FROM claim_waivers w WHERE w.organisation_id = c.organisation_id AND w.claim_id = c.id AND w.state = 'posted'))
    GROUP BY c.id, c.state HAVING (c.state = 'paid') <> (count(p.id) = 1) OR count(p.id) > 1`,
  'a claim given up whole owes nothing and is paid by nobody': `
    SELECT concat('claim ', c.id, ' ', c.state) AS what FROM claims c JOIN claim_waivers w ON w.organisation_id = c.organisation_id AND w.claim_id = c.id AND w.state = 'posted' AND w.amount = c.net
    WHERE c.organisation_id = :organisation AND (c.state <> 'paid' OR EXISTS (SELECT FROM payment_claims m JOIN payments p ON p.organisation_id = m.organisation_id AND p.id = m.payment_id AND p.state = 'posted'
      WHERE m.organisation_id = c.organisation_id AND m.claim_id = c.id))`,
  'a payment in the books has its voucher, and no other has one that stands': `
    SELECT concat('payment ', p.id, ' ', p.state) AS what FROM payments p
    LEFT JOIN vouchers v ON v.organisation_id = p.organisation_id AND v.id = p.voucher_id
    LEFT JOIN vouchers r ON r.organisation_id = v.organisation_id AND r.reverses_id = v.id
    WHERE p.organisation_id = :organisation AND (p.state IN ('posted', 'bounced')) <> (v.id IS NOT NULL AND r.id IS NULL)`,
  'an approved debt stands once': `
    SELECT concat('claim ', c.id, ' ', c.state) AS what FROM claims c JOIN vouchers v ON v.organisation_id = c.organisation_id AND v.source_kind = 'claim' AND v.source_id = c.id AND v.type = 'AP'
    LEFT JOIN vouchers r ON r.organisation_id = v.organisation_id AND r.reverses_id = v.id
    WHERE c.organisation_id = :organisation GROUP BY c.id, c.state HAVING count(*) FILTER (WHERE r.id IS NULL) <> CASE WHEN c.state IN ('approved', 'paying', 'paid') THEN 1 ELSE 0 END`,
  'a confirmed summary has its voucher': `
    SELECT concat('summary ', s.id, ' ', s.state) AS what FROM remittance_summaries s
    LEFT JOIN vouchers v ON v.organisation_id = s.organisation_id AND v.source_kind = 'remittance-summary' AND v.source_id = s.id AND v.type = 'RV'
    LEFT JOIN vouchers r ON r.organisation_id = v.organisation_id AND r.reverses_id = v.id
    WHERE s.organisation_id = :organisation AND (s.state = 'confirmed') <> (v.id IS NOT NULL AND r.id IS NULL)`,
  'what was collected is what was summed up': `
    SELECT concat('summary ', s.id, ' receipts ', sum(r.total), ' voucher ', v.total) AS what FROM remittance_summaries s
    JOIN remittances m ON m.organisation_id = s.organisation_id AND m.summary_id = s.id
    JOIN receipts r ON r.organisation_id = m.organisation_id AND r.remittance_id = m.id AND r.state <> 'cancelled'
    JOIN vouchers v ON v.organisation_id = s.organisation_id AND v.source_kind = 'remittance-summary' AND v.source_id = s.id AND v.type = 'RV'
    WHERE s.organisation_id = :organisation AND s.state = 'confirmed' GROUP BY s.id, v.total HAVING sum(r.total) <> v.total`,
  'money below nothing': `
    SELECT concat(account_code, ' ', sub_key, ' ', debit - credit) AS what FROM sub_ledger_balances
    WHERE organisation_id = :organisation AND sub_kind IN ('bank_account', 'cashbox') AND debit < credit`,
  'a register turned over': `
    SELECT concat(b.account_code, ' ', b.sub_key, ' ', b.debit - b.credit) AS what FROM sub_ledger_balances b JOIN accounts a ON a.code = b.account_code
    WHERE b.organisation_id = :organisation AND b.sub_kind IN ('payee', 'contract', 'deposit', 'loan_contract') AND (CASE WHEN a.code LIKE '1%' THEN b.debit - b.credit ELSE b.credit - b.debit END) < 0`,
  'a certificate stands with its payment, or another in its place': `
    SELECT concat('withholding ', w.id, ' ', w.state) AS what FROM withholdings w JOIN payments p ON p.organisation_id = w.organisation_id AND p.id = w.payment_id
    WHERE w.organisation_id = :organisation AND (w.state = 'issued')
      <> (p.state IN ('posted', 'bounced') AND NOT EXISTS (SELECT FROM withholdings n WHERE n.organisation_id = w.organisation_id AND n.replaces_id = w.id))`,
}

/** Running numbers of documents, 1 to n in each year and series: every table with a unique number of an office and year. Vouchers are asked by the proof. */
async function findGaps({ owner }: TestDatabase, organisationId: string): Promise<string[]> {
  const { rows: tables } = await owner.raw<{ rows: { name: string; columns: string[] }[] }>(`
    SELECT i.indrelid::regclass::text AS name, array_agg(a.attname::text) FILTER (WHERE a.attname <> 'number') AS columns FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indisunique AND i.indexprs IS NULL AND i.indrelid <> 'vouchers'::regclass
    GROUP BY i.indexrelid, i.indrelid
    HAVING array_agg(a.attname::text) @> '{organisation_id,fiscal_year,number}' AND array_agg(a.attname::text) <@ '{organisation_id,fiscal_year,number,series,type,kind}' ORDER BY 1`)
  const gaps: string[] = []
  for (const { name, columns } of tables) {
    const { rows } = await owner.raw<{ rows: { n: string; last: string }[] }>(
      `SELECT count(DISTINCT number) AS n, max(number) AS last FROM ${name} WHERE organisation_id = ? AND number IS NOT NULL GROUP BY ${columns.join(', ')} HAVING count(DISTINCT number) <> max(number)`, [organisationId])
    gaps.push(...rows.map(({ n, last }) => `numbers with a gap: ${name} has ${n}, the last is ${last}`))
  }
  return gaps
}
