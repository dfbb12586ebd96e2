import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { giveUp } from "./say.js";

const USAGE = "npm start -- [--headless] [--data DIR] [--port N] [--no-open]";

/** The flags of `npm start`; a wrong one is one sentence. Folders are meant from where the person stands. */
export function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        headless: { type: "boolean", default: false },
        data: { type: "string" },
        port: { type: "string" },
        "no-open": { type: "boolean", default: false },
      },
    });
    const { headless, data, port } = values;
    /** @type {string[]} */
    const passedOn = [];
    if (data !== undefined) passedOn.push("--data", resolve(process.env["INIT_CWD"] ?? "", data));
    if (port !== undefined) passedOn.push("--port", port);
    if (values["no-open"]) passedOn.push("--no-open");
    // A chosen port or "do not open" only make sense in the browser.
    return { isHeadless: headless || port !== undefined || values["no-open"], passedOn };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    giveUp(`${reason}. Usage: ${USAGE}`);
  }
}
