import { clientFor } from "../../client/client.ts";
import type { InputOf } from "../../client/call-name.ts";

export type Business = InputOf<"settings.saveBusiness">;

/**
 * Tells both worlds who the business is, so that practice mails carry the true footer; the real one last, for
 * saving there opens the app. Throws `CallFailed` in the words of the core.
 */
export async function saveBusiness(business: Business, beforeReal?: () => void): Promise<void> {
  await clientFor("practice").settings.saveBusiness(business);
  beforeReal?.();
  await clientFor("real").settings.saveBusiness(business);
}
