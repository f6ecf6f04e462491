import { expect, test } from "vitest";
import { caseMatrix } from "./case-matrix.ts";
import { RULES } from "./case-rules.ts";
import { STATES } from "./case-states.ts";

/** The short form asks one or two people for each thing, in turn about the states; `npm run simulate` everybody in every state. */
test("whatever is pressed, looked at or sent for, in any state of a case, nobody learns or changes what they may not", async () => {
  const { breaches, failed, control, sent, commands } = await caseMatrix({
    takes: ({ command, viewer, state }) =>
      (command + viewer) % STATES.length === state && (5 * command + viewer) % 18 === 0,
    both: false,
    opens: ({ viewer, state }) => viewer === state % 8,
  });
  const known: readonly string[] = Object.values(RULES).flat();

  expect(breaches).toEqual([]);
  expect(failed).toEqual([]);
  expect(control).toEqual({ ...Object.fromEntries(STATES.map((one) => [one, true])), none: false });
  expect(Object.values(sent)).not.toContain(false);
  expect(
    commands.filter((id) => !known.includes(id)),
    "new commands: say in case-rules.ts what they are about",
  ).toEqual([]);
}, 480_000);
