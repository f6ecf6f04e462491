import type { View } from "../../../platform/chat/view.ts";
import type { Member } from "../../directory/member.ts";
import { extensionPoint } from "../extension-point.ts";

/**
 * Answer to words that neither an open question nor a command took. A later part that recognises them
 * answers, or proposes what was meant; it changes nothing.
 */
export const understood = extensionPoint<{ text: string; person: Member; place: "direct" | "group" }, View>(
  "dispatch.understood",
);
