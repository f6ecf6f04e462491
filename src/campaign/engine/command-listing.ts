import type { Capability } from "../definition/schema/roles.ts";

/** What is known of a command without running it: what 帮助, suggestions and the dispatcher read. */
export interface CommandListing {
  /** `<part>.<verb>`; also the id of the button's action. */
  id: string;
  /** What people type, the usual word first; left out: only a button. */
  words?: readonly string[];
  capability: Capability;
  /** `write`: a press must stand on the card's newest version. */
  effect: "read" | "write";
  /** Its line in 帮助; left out: not listed. */
  help?: CommandHelp;
  /** Its words are always followed by an object, and no blank need stand between: 依据要求8. */
  joined?: boolean;
  /** The same in every campaign: nobody with roles in several is asked which. */
  anyCampaign?: boolean;
  /** Left out: works everywhere. Elsewhere the dispatcher refuses it and says where it works. */
  onlyIn?: "direct" | "group";
  /** Earlier parts whose cards carry its button. */
  offeredBy?: readonly string[];
}

export interface CommandHelp {
  /** What to copy. */
  example: string;
  purpose: string;
  /** Stages in which it is offered; left out: always. */
  stages?: readonly string[];
}
