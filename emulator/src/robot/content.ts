import type { Link, MessageKind } from "../contract.ts";

/** What a robot's message shows, whatever call brought it. */
export interface ShownContent {
  kind: MessageKind;
  title?: string;
  text?: string;
  links?: Omit<Link, "linkId">[];
  fileId?: string;
}
