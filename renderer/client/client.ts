import type { Area, Contract, Input, Output } from "#core/contract/contract-schema.ts";
import type { World } from "#core/contract/wire.ts";
import { callCore } from "./link.ts";
import { currentWorld } from "./world.ts";

/** The contract as functions: `client.contacts.list({ query: "ana" })`. Refusals throw `CallFailed`. */
export type Client = {
  readonly [A in Area]: {
    readonly [N in keyof Contract[A]]: (input: Input<A, N>) => Promise<Output<A, N>>;
  };
};

/** Asks the world that is on screen at the time of the call. */
export const client: Client = makeClient((name, input) => callCore(currentWorld(), name, input));

/** Asks one world, whichever is on screen. */
export function clientFor(world: World): Client {
  return makeClient((name, input) => callCore(world, name, input));
}

function makeClient(call: (name: string, input: unknown) => Promise<unknown>): Client {
  return new Proxy({} as Client, {
    get: (_client, area) =>
      new Proxy(
        {},
        {
          get: (_area, name) => (input: unknown) => call(`${String(area)}.${String(name)}`, input),
        },
      ),
  });
}
