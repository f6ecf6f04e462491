import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandOutcome, CommandRequest } from "../engine/feature.ts";
import { applicationDialogue } from "./dialogue.ts";
import { DIALOGUE } from "./draft.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

/** Words for a form that may not be the name of a case. */
const CONTROLS: ReadonlySet<string> = new Set(["submit", "back", "skip", "leave", "show", "accept"]);

/**
 * 代填 越城区 提交, 申报 保存退出: a word for the open form is said to it, and names no case.
 * @returns undefined if the words are none
 * @throws {RefusalError} if no form of the district is open
 */
export async function saidToForm(
  context: PersonContext,
  { words, subject }: CommandRequest,
): Promise<CommandOutcome | undefined> {
  const text = words.trim();
  if (subject !== undefined || !CONTROLS.has(readFormCommand(text)?.kind ?? "")) return undefined;
  const open = await context.dialogue.current();
  const isOfDistrict = open?.kind === DIALOGUE && open.actsFor === context.onBehalf?.district;
  const state = isOfDistrict ? applicationDialogue.state.safeParse(open.state) : undefined;
  const isTaken = state?.success && (await applicationDialogue.handle(context, { state: state.data, text, files: [] }));
  if (!isTaken) throw new RefusalError("application.no-open-form", phrases.noOpenForm(text));
  return {};
}
