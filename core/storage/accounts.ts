import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string | null;
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly user: string | null;
  readonly sealedPassword: string | null;
  readonly maxConnections: number;
  readonly perSecond: number | null;
  readonly perMinute: number | null;
  readonly perHour: number | null;
  readonly perDay: number | null;
  readonly isTracking: 0 | 1;
  readonly blockedUntil: Instant | null;
  readonly problem: string | null;
  /** Connection failures in a row. */
  readonly failures: number;
}

const COLUMNS = `id, name, from_name AS fromName, from_address AS fromAddress, reply_to AS replyTo, host, port, security,
  user, sealed_password AS sealedPassword, max_connections AS maxConnections, per_second AS perSecond,
  per_minute AS perMinute, per_hour AS perHour, per_day AS perDay, is_tracking AS isTracking,
  blocked_until AS blockedUntil, problem, failures`;

export function listAccounts(db: ReadableDb): AccountRow[] {
  return db.all<AccountRow>(`SELECT ${COLUMNS} FROM account ORDER BY created_at, id`);
}

export function getAccount(db: ReadableDb, id: string): AccountRow | undefined {
  return db.get<AccountRow>(`SELECT ${COLUMNS} FROM account WHERE id = ?`, [id]);
}

/** The account campaigns send through: the oldest one. */
export function getDefaultAccount(db: ReadableDb): AccountRow | undefined {
  return db.get<AccountRow>(`SELECT ${COLUMNS} FROM account ORDER BY created_at, id LIMIT 1`);
}

export type AccountSettings = Omit<AccountRow, "blockedUntil" | "problem" | "failures">;

/** Adds or changes an account; changing it also lets it try again at once. */
export function saveAccount(db: WritableDb, account: AccountSettings, at: Instant): void {
  db.run(
    `INSERT INTO account (id, name, from_name, from_address, reply_to, host, port, security, user, sealed_password,
       max_connections, per_second, per_minute, per_hour, per_day, is_tracking, created_at)
     VALUES (:id, :name, :fromName, :fromAddress, :replyTo, :host, :port, :security, :user, :sealedPassword,
       :maxConnections, :perSecond, :perMinute, :perHour, :perDay, :isTracking, :at)
     ON CONFLICT (id) DO UPDATE SET name = :name, from_name = :fromName, from_address = :fromAddress,
       reply_to = :replyTo, host = :host, port = :port, security = :security, user = :user,
       sealed_password = :sealedPassword, max_connections = :maxConnections, per_second = :perSecond,
       per_minute = :perMinute, per_hour = :perHour, per_day = :perDay, is_tracking = :isTracking,
       blocked_until = NULL, problem = NULL, failures = 0`,
    { ...account, at },
  );
}

export function removeAccount(db: WritableDb, id: string): void {
  db.run("DELETE FROM account WHERE id = ?", [id]);
}

/** Nothing is sent through the account before `until`; null waits for the owner. */
export function blockAccount(
  db: WritableDb,
  id: string,
  block: { readonly until: Instant; readonly problem: string; readonly failures: number },
): void {
  db.run("UPDATE account SET blocked_until = ?, problem = ?, failures = ? WHERE id = ?", [
    block.until,
    block.problem,
    block.failures,
    id,
  ]);
}

export function clearAccountProblem(db: WritableDb, id: string): void {
  db.run(
    "UPDATE account SET blocked_until = NULL, problem = NULL, failures = 0 WHERE id = ? AND (failures > 0 OR problem IS NOT NULL OR blocked_until IS NOT NULL)",
    [id],
  );
}
