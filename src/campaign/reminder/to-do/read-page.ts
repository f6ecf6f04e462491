import type { Database } from "../../../platform/storage/database.ts";
import { inContext, type Services } from "../../engine/make-context.ts";
import { owedPageOf, pageAbout } from "./page.ts";

interface Deps {
  database: Database;
  services: Services;
  links: { open(token: string): unknown };
  /** Campaign time. */
  now: Date;
}

/** The page behind an address; undefined if it was not made here, has run out, or its person has no part any more. */
export async function readOwedPage({ database, services, links, now }: Deps, token: string) {
  const about = pageAbout.safeParse(links.open(token));
  if (!about.success || now >= new Date(about.data.until)) return undefined;
  return database.inTransaction(async (tx) => {
    await services.campaigns.sync(tx);
    const campaign = services.campaigns.byId(about.data.campaign);
    if (!campaign) return undefined;
    return inContext(tx, { campaign, now }, services, (context) => owedPageOf(context, about.data.person));
  });
}
