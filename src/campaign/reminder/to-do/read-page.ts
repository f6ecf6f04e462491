import type { Database } from "../../../platform/storage/database.ts";
import { inContext, type Services } from "../../engine/make-context.ts";
import { owedPageOf, readableAbout } from "./page.ts";

interface Deps {
  database: Database;
  services: Services;
  links: { open(token: string): unknown };
  /** Campaign time. */
  now: Date;
}

/** The page behind an address; undefined if it was not made here, has run out, or its person has no part any more. */
export async function readOwedPage({ database, services, links, now }: Deps, token: string) {
  const about = readableAbout(links.open(token), now);
  if (!about) return undefined;
  return database.inTransaction(async (tx) => {
    await services.campaigns.sync(tx);
    const campaign = services.campaigns.byId(about.campaign);
    if (!campaign) return undefined;
    return inContext(tx, { campaign, now }, services, (context) => owedPageOf(context, about.person));
  });
}
