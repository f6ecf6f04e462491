import type { CurrentDialogue } from "../../platform/chat/dialogue.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { PersonContext } from "./context.ts";
import { extensionPoint } from "./extension-point.ts";
import type { CommandOutcome } from "./feature.ts";

/** Work that a person has begun and neither handed in nor dropped. */
export interface UnfinishedWork {
  /** As people say it: 雅苑的初评. */
  name: string;
  /** The dialogue in which it is answered. */
  dialogue: { kind: string; state: unknown };
  /** The district that it is done for. */
  district?: string;
  /** It is kept only while its question is open. */
  onlyOpen?: true;
  /** It is said where another question takes its place. */
  told?: true;
  /** Opens the dialogue and shows the question. */
  takeUp(context: PersonContext): Promise<CommandOutcome>;
}

/** Of one person, each part its own, the last changed first. */
export const unfinishedWork = extensionPoint<
  { person: StaffId; open: CurrentDialogue | undefined },
  readonly UnfinishedWork[]
>("dispatch.unfinished-work");

export const unfinishedOf = async (context: PersonContext): Promise<UnfinishedWork[]> => {
  const open = await context.dialogue.current();
  return (await context.contributions(unfinishedWork, { person: context.person.staffId, open })).flat();
};
