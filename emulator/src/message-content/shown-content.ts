import type { Link } from "../contract/card.ts";
import type { MessageKind } from "../contract/control.ts";

/** The content of a robot's message, whatever call sent it. */
export interface ShownContent {
  kind: MessageKind;
  title?: string;
  text?: string;
  links?: Omit<Link, "linkId">[];
  fileId?: string;
}
