import type { Link } from "../contract/card.ts";
import type { MessageKind } from "../contract/control.ts";

/** What a robot's message shows, whatever call brought it. */
export interface ShownContent {
  kind: MessageKind;
  title?: string;
  text?: string;
  links?: Omit<Link, "linkId">[];
  fileId?: string;
}
