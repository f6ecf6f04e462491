import type { StaffId } from "../../../shared/brand.ts";
import type { DeliveryOutcome } from "../../chat/ports.ts";
import type { Api } from "../api/call.ts";
import { sendDing } from "../api/ding.ts";
import { orNotPermitted } from "./not-permitted.ts";

/** DING in the app to one person. */
export async function dingPerson(
  api: Api,
  { robotCode, person, text }: { robotCode: string; person: StaffId; text: string },
): Promise<DeliveryOutcome> {
  try {
    const { failed } = await sendDing(api, { robotCode, to: [person], content: text });
    return failed.includes(person) ? { kind: "refused", reason: "not delivered" } : { kind: "sent" };
  } catch (error) {
    return orNotPermitted(error);
  }
}
