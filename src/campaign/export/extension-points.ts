import type { Action } from "../../platform/chat/view.ts";
import type { Member } from "../directory/member.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** A file that the person may have, and what it would hold now. */
export interface ExportOffer {
  action: Action;
  /** 名单　11个小区 */
  holds: string;
}

/** Files of other parts, offered beside those of 导出. */
export const exportOffers = extensionPoint<{ person: Member }, readonly ExportOffer[]>("export.offers");
