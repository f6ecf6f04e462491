import { districtName } from "../../definition/districts.ts";
import { membersWith } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { tell } from "../tell.ts";
import { latenessPhrases as phrases } from "./phrases.ts";

/** The city learns that an application is late, and why. */
export async function tellLate(context: Context, application: Application, reason: string): Promise<void> {
  const to = membersWith(context.people, "organizer").map(({ staffId }) => staffId);
  const district = districtName(context.campaign.definition, application.district);
  await tell(context, to, phrases.told(district, application.compoundName, reason));
}
