import type { AreaHandlers, ParsedInput } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { parseAddress } from "../../domain/contact.ts";
import { checkAccount } from "../../mail/check-account.ts";
import { DAY } from "../../shared/clock.ts";
import { makeId } from "../../shared/id.ts";
import {
  clearAccountProblem,
  getAccount,
  listAccounts,
  removeAccount,
  saveAccount,
} from "../../storage/accounts.ts";
import { countAccountIntents } from "../../storage/messages.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

type AccountInput = ParsedInput<"accounts", "save">;

/** Sent mails counted for "today" at most. */
const COUNTED = 100_000;

export function accountsHandlers(parts: AppParts): AreaHandlers<"accounts"> {
  const { db, clock, secrets, changes, engine } = parts;

  async function passwordOf({ id, password }: AccountInput): Promise<string | null> {
    if (password !== null) return password;
    const sealed = id === null ? null : (getAccount(db, id)?.sealedPassword ?? null);
    return sealed === null ? null : secrets.open(sealed);
  }

  function clean(input: AccountInput): AccountInput {
    const from = parseAddress(input.fromAddress);
    if ("problem" in from)
      throw new CallFailed({ code: "invalid", message: `The sender's address: ${from.problem}` });
    const reply =
      input.replyTo === null || input.replyTo.trim() === "" ? null : parseAddress(input.replyTo);
    if (reply && "problem" in reply)
      throw new CallFailed({ code: "invalid", message: `The reply address: ${reply.problem}` });
    return {
      ...input,
      fromAddress: from.address,
      replyTo: reply?.address ?? null,
      user: input.user?.trim() || null,
    };
  }

  return {
    list: () =>
      listAccounts(db).map(({ sealedPassword, isTracking, failures: _failures, ...account }) => ({
        ...account,
        hasPassword: sealedPassword !== null,
        isTracking: isTracking === 1,
        sentToday: countAccountIntents(db, account.id, clock.wall() - DAY, COUNTED).count,
      })),
    async save(input) {
      const account = clean(input);
      const id = account.id ?? makeId(parts.random);
      const password = await passwordOf(account);
      const sealedPassword = password === null ? null : await secrets.seal(password);
      saveAccount(
        db,
        { ...account, id, sealedPassword, isTracking: account.isTracking ? 1 : 0 },
        clock.wall(),
      );
      changes.tell("accounts", "campaigns");
      engine.kick();
      return { id };
    },
    remove({ id }) {
      removeAccount(db, id);
      changes.tell("accounts", "campaigns");
      return done;
    },
    async check(input) {
      const account = clean(input);
      return checkAccount({ ...account, password: await passwordOf(account) });
    },
    clearProblem({ id }) {
      clearAccountProblem(db, id);
      changes.tell("accounts");
      engine.kick();
      return done;
    },
  };
}
