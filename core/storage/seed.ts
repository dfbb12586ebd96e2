import type { Instant, Random } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import type { WritableDb } from "./db.ts";
import { getMeta, saveMeta } from "./meta.ts";

const STAGES = ["Stranger", "Visitor", "Lead", "Customer", "Promoter"];
const GOALS = ["Learn what we do", "Book a call", "First purchase", "Buy again", "Recommend us"];

/** What a new Dripline begins with: a customer journey, a segment for each stage of it, and goals. */
export function seedDefaults(db: WritableDb, random: Random, now: Instant): void {
  if (getMeta(db, "seeded") !== undefined) return;
  db.transaction(() => {
    for (const [position, name] of STAGES.entries()) {
      const id = name.toLowerCase();
      db.run("INSERT INTO stage (id, name, position) VALUES (?, ?, ?)", [id, name, position]);
      const rule = JSON.stringify({ kind: "stage", test: "is", stageIds: [id] });
      db.run(
        "INSERT INTO segment (id, name, rule, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
        [`${id}s`, `${name}s`, rule, now + position, now],
      );
    }
    for (const [position, name] of GOALS.entries()) {
      const rule =
        name === "First purchase"
          ? JSON.stringify({ kind: "stage", test: "is", stageIds: ["customer", "promoter"] })
          : null;
      db.run("INSERT INTO goal (id, name, rule, position) VALUES (?, ?, ?, ?)", [
        makeId(random),
        name,
        rule,
        position,
      ]);
    }
    saveMeta(db, "seeded", "1");
  });
}
