import type { Definition } from "../definition/definition.ts";
import { offers } from "../definition/purposes.ts";
import type { Step } from "../definition/schema/purposes.ts";
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
  /** The step, or one of the steps, that the campaign must have; left out: those of its help. See {@link isOffered}. */
  step?: Step | readonly Step[];
  /** What else the definition must have; false: the part is not in this campaign, and its words are refused. */
  offeredWhen?(definition: Definition): boolean;
  /** Also where the campaign is closed, though it does something. */
  whenClosed?: boolean;
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
  /** What to copy: a line that this definition has. */
  example: HelpWords;
  purpose: HelpWords;
  /** Listed in the stages that have this step, or one of these; left out: always. */
  step?: Step | readonly Step[];
}

/** Words that may depend on what the campaign calls things. */
export type HelpWords = string | ((definition: Definition) => string);

export const helpWords = (words: HelpWords, definition: Definition): string =>
  typeof words === "string" ? words : words(definition);

/** Whether the campaign has what the command is for; where not, nobody is offered it and its words are refused. */
export function isOffered(
  definition: Definition,
  { step, help, offeredWhen }: Pick<CommandListing, "step" | "help" | "offeredWhen">,
): boolean {
  const steps = [step ?? help?.step ?? []].flat();
  const hasStep = steps.length === 0 || steps.some((one) => offers(definition, one));
  return hasStep && (offeredWhen?.(definition) ?? true);
}
