import { notReached, refusal } from "../engine/fake-server.ts";
import type { SendOutcome } from "../mail/mailer.ts";
import type { Dice } from "./dice.ts";
import type { Tally } from "./tally.ts";

/** One of the many ways in which a server says no. */
export function refuse(dice: Dice, tally: Tally): SendOutcome {
  const [code, scope] = dice.pick([
    [450, "recipient-soft"],
    [452, "recipient-soft"],
    [550, "recipient-soft"],
    [550, "recipient-hard"],
    [554, "content"],
    [421, "account-rate"],
    [550, "account-quota"],
    [535, "account-auth"],
    [0, "connection"],
  ] as const);
  tally.add(`server: ${scope}`);
  return scope === "connection" ? notReached : refusal(code, scope);
}
