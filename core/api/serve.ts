import { z } from "zod";
import type { Worlds } from "../app.ts";
import { contract, type Area } from "../contract/contract-schema.ts";
import { CallFailed, type Failure } from "../contract/failure.ts";
import type { Procedure } from "../contract/procedure-schema.ts";
import { contractVersion } from "../contract/version.ts";
import type { Hello, Pipe, Push, Reply } from "../contract/wire.ts";

const requestSchema = z.object({
  kind: z.literal("call"),
  id: z.number().int(),
  world: z.enum(["real", "practice"]),
  name: z.string().max(80),
  input: z.unknown(),
});

type Handler = (input: unknown) => unknown;

/** Answers one page over `pipe` until it closes: parses, calls, maps errors, and passes pushes on. */
export function serve(worlds: Worlds, pipe: Pipe): void {
  const hello: Hello = { kind: "hello", contractVersion };
  const stopPushes = worlds.onPush((world, topic) => {
    const push: Push = { kind: "push", world, topic };
    pipe.post(push);
  });
  pipe.onClose(stopPushes);
  pipe.onMessage((raw) => {
    const request = requestSchema.safeParse(raw);
    if (!request.success) return;
    void answer(worlds, request.data).then((reply) => pipe.post(reply));
  });
  pipe.post(hello);
}

async function answer(worlds: Worlds, request: z.output<typeof requestSchema>): Promise<Reply> {
  const { id, world, name } = request;
  try {
    const [area = "", method = ""] = name.split(".");
    const procedure = findProcedure(area, method);
    if (!procedure)
      return failed(id, { code: "not-found", message: `Dripline does not know “${name}”.` });
    const input = procedure.input.safeParse(request.input);
    if (!input.success) return failed(id, { code: "invalid", message: firstProblem(input.error) });
    const app = await worlds.get(world);
    const handlers = app.handlers[area as Area] as unknown as Record<string, Handler>;
    const output = await handlers[method]?.(input.data);
    return { kind: "result", id, output: procedure.output.parse(output) };
  } catch (error) {
    if (error instanceof CallFailed)
      return failed(id, { code: error.code, message: error.message });
    return failed(id, worlds.explain(error, name));
  }
}

function findProcedure(area: string, method: string): Procedure | undefined {
  if (!Object.hasOwn(contract, area)) return undefined;
  const procedures = contract[area as Area] as Readonly<Record<string, Procedure>>;
  return Object.hasOwn(procedures, method) ? procedures[method] : undefined;
}

function failed(id: number, failure: Failure): Reply {
  return { kind: "failed", id, failure };
}

/** Our own schemas carry sentences; zod's stock messages get the field's name before them. */
function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return "That could not be understood.";
  const isOurs = /[.!?]$/.test(issue.message);
  return isOurs ? issue.message : `${issue.path.join(".") || "The input"}: ${issue.message}.`;
}
