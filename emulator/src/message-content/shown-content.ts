import type { Link } from "../contract/card.ts";
import type { MessageKind } from "../contract/control.ts";

/** The content of a robot's message, whatever call sent it. */
export interface ShownContent {
  kind: MessageKind;
  title?: string;
  text?: string;
  links?: Omit<Link, "linkId">[];
  /** The buttons of an actionCard stand side by side. */
  buttonsInRow?: true;
  fileId?: string;
}

/** A button of an actionCard; one without words or address is not drawn. */
export function buttonLinks(buttons: readonly { label: string; url: string }[]): Omit<Link, "linkId">[] {
  return buttons.filter(({ label, url }) => label !== "" && url !== "").map((one) => ({ ...one, look: "button" }));
}

/** A link message, or one entry of a feedCard: the whole of it is pressed. */
export const linkTile = (label: string, url: string): Omit<Link, "linkId"> => ({ label, url, look: "tile" });
