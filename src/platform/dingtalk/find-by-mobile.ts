import type { Log } from "../../shared/log.ts";
import { DeliveryError, type FindByMobile, type FoundByMobile } from "../chat/ports.ts";
import { type Api, ApiRefusedError } from "./api/call.ts";
import { findPersonByMobile } from "./api/find-person.ts";

/** Answers are kept this long, so that a corrected workbook asks only for the corrected rows. Machine time. */
const KEPT_MS = 60 * 60_000;
const MOST_KEPT = 5_000;
/** 40104: not a mobile number. */
const NO_NUMBER = "40104";

/** Asks the contact directory, each number once an hour. A number that nobody has yet is asked for again each time. */
export function makeFindByMobile({ api, log }: { api: Api; log: Log }): FindByMobile {
  const kept = new Map<string, { found: FoundByMobile; until: number }>();
  return async (mobile) => {
    const known = kept.get(mobile);
    if (known && known.until > Date.now()) return known.found;
    const found = await ask(api, log, mobile);
    if (found.kind !== "found") return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(mobile, { found, until: Date.now() + KEPT_MS });
    return found;
  };
}

async function ask(api: Api, log: Log, mobile: string): Promise<FoundByMobile> {
  try {
    const person = await findPersonByMobile(api, mobile);
    return person === undefined ? { kind: "nobody" } : { kind: "found", person };
  } catch (error) {
    const reason = error instanceof ApiRefusedError ? error.reason : undefined;
    if (reason?.startsWith(NO_NUMBER)) return { kind: "nobody" };
    if (reason === undefined && !(error instanceof DeliveryError)) throw error;
    // The number itself stays out of the log.
    log.warn({ reason: reason ?? String(error) }, "the contact directory could not be asked for a mobile number");
    return { kind: "unavailable" };
  }
}
