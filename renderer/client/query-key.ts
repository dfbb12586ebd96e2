import type { World } from "#core/contract/wire.ts";
import { areaOf, type CallName } from "./call-name.ts";

export type CallKey = readonly [world: World, area: string, name: CallName, input: unknown];

/** The world is part of the key, so practice and real data never mix on screen. */
export function callKey(world: World, name: CallName, input: unknown): CallKey {
  return [world, areaOf(name), name, input];
}
