import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { contract } from "./contract-schema.ts";
import type { Procedure } from "./procedure-schema.ts";
import { contractVersion } from "./version.ts";

function shapeOf(schema: z.ZodType, io: "input" | "output"): unknown {
  return z.toJSONSchema(schema, { io, unrepresentable: "any" });
}

test("the contract's version is changed with its shape", () => {
  const shapes = Object.entries(contract).map(([area, procedures]) => [
    area,
    Object.entries<Procedure>(procedures).map(([name, { input, output }]) => [
      name,
      shapeOf(input, "input"),
      shapeOf(output, "output"),
    ]),
  ]);
  const hash = createHash("sha256").update(JSON.stringify(shapes)).digest("hex").slice(0, 12);
  expect(contractVersion).toBe(hash);
});
