import type { View } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { districtOfficers, membersWith } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import type { Consequence } from "./consequences.ts";

/** The people of the roles, without who acts: officers of that district, organizers, approvers. */
export function peopleTold(
  { people, actor }: Pick<Context, "people" | "actor">,
  { told }: Pick<Consequence, "told">,
  district: string,
): StaffId[] {
  const ids = told.flatMap((role) =>
    role === "districtOfficer"
      ? districtOfficers(people, district).map(({ member }) => member.staffId)
      : membersWith(people, role).map(({ staffId }) => staffId),
  );
  return [...new Set(ids)].filter((id) => id !== actor);
}

/** Sends the view to everybody whom a change concerns, at once. */
export async function tell(context: Context, to: readonly StaffId[], view: View): Promise<void> {
  for (const staffId of to) await context.outbox.say(staffId, view);
}
