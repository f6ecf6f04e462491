import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { namesOne } from "./extension-points.ts";
import { matchCommand } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

const FEWEST = 2;
/** In characters. */
const LONGEST_NAME = 30;

/**
 * 意见 雅苑 …␤意见 名邸 …: the parts of a message, each begun by a command's words and something that is known by that
 * name, in a line of its own. Empty unless there are several, and nothing else stands before them.
 */
export async function partsOf(
  context: PersonContext,
  text: string,
  commands: readonly Command[],
): Promise<readonly string[]> {
  const lines = text.split("\n");
  const starts: number[] = [];
  for (const [at, line] of lines.entries()) if (await begins(context, line, commands)) starts.push(at);
  const before = lines.slice(0, starts[0]).join("").trim();
  if (starts.length < FEWEST || before !== "") return [];
  return starts.map((at, index) => lines.slice(at, starts[index + 1]).join("\n"));
}

async function begins(context: PersonContext, line: string, commands: readonly Command[]): Promise<boolean> {
  const matched = matchCommand(commands, line);
  const [name = ""] = (matched?.rest ?? "").split(/[\s:：，,]/u);
  if (!matched || matched.gap === "none" || name === "" || name.length > LONGEST_NAME) return false;
  return (await context.contributions(namesOne, { text: name, asker: context })).length > 0;
}

/**
 * Runs them in their order, all or none.
 * @throws {RefusalError} naming the part that was refused
 */
export async function runEach(parts: readonly string[], run: (part: string) => Promise<void>): Promise<void> {
  for (const part of parts)
    await run(part).catch((error: unknown) => {
      if (!(error instanceof RefusalError)) throw error;
      const [head = ""] = part.split("\n");
      throw new RefusalError(error.code, dispatchPhrases.partRefused(head.trim(), error.message, parts.length));
    });
}
