import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { otherPhrases } from "../../platform/conversation/other-phrases.ts";
import {
  type OtherKind,
  type OtherPart,
  partsOfOther,
  withoutAnswer,
} from "../../platform/conversation/parts-of-other.ts";
import { doubtOfReason } from "../../platform/conversation/reason-doubt.ts";
import { saidToProgram } from "../../platform/conversation/said-to-program.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { asText, saidAsText } from "../engine/dispatch/command-or-answer.ts";
import { surroundingsOf } from "./surroundings.ts";

export interface SaidReason {
  /** Name of the reason: 重新修改的理由. */
  what: string;
  own?: string;
  cases?: readonly string[];
  may?: readonly OtherKind[];
  /** How points are sent, where they are said beside the reason. */
  forPoints?: string;
  /** It tells in the first person, or says what somebody was told: only what stands behind it is for the program. */
  quotes?: true;
  /** What is sent for a text that is the reason all the same. */
  asIs(text: string): string;
}

/** 漏看照片 提交, 提交吧: an order that stands apart behind it, or alone. */
export function besideIn(text: string): { said: string; before: string } | undefined {
  const [behind, alone] = [text, `，${text}`].map(doubtOfReason);
  if (behind?.kind === "beside") return behind;
  return alone?.kind === "beside" && alone.before === "" ? alone : undefined;
}

const programIn = (text: string, { quotes }: SaidReason) =>
  (quotes ? undefined : saidToProgram(text)) ?? besideIn(text);

/** What of a reason is read elsewhere, or said to the program. */
function partsIn(context: PersonContext, text: string, said: SaidReason): OtherPart[] {
  const { what, own, cases = [], may = [], quotes } = said;
  const program = programIn(text, said);
  const talk: OtherPart[] = program ? [{ kind: "talk", said: program.said }] : [];
  // 3-7应为3分 corrects points, and no field.
  const corrects = readFormCommand(text)?.kind === "correct" ? (["command"] as const) : [];
  const parts = partsOfOther(text, surroundingsOf(context, { what, own, cases, may: [...may, ...corrects] }));
  // 我去物业反映多次: told by the other.
  const isTold = (part: OtherPart): boolean =>
    quotes === true && part.kind === "talk" && part.said === text && talkIn(text) === undefined;
  return [...parts.filter((part) => !isTold(part)), ...talk];
}

/** @throws {RefusalError} if a reason that is not said to be one holds what is read elsewhere: it is shown first */
export function requirePlainReason(context: PersonContext, text: string, said: SaidReason): void {
  const parts = partsIn(context, text, said);
  if (parts.length === 0) return;
  const own = programIn(text, said)?.before || withoutAnswer(text);
  if (besideIn(text)?.before === "" || talkIn(own))
    throw new RefusalError("reason.other", otherPhrases.onlyOther(text, said.what, parts));
  const asks = { typed: [said.asIs(own)], labels: [otherPhrases.record(said.what)] };
  const how = parts[0]?.kind === "points" ? (said.forPoints ?? "") : "";
  throw new RefusalError("reason.other", otherPhrases.asked(text, said.what, parts) + how, { asks });
}

/**
 * A text that stands behind a command: 内容：… as it stands.
 * @param said.asIs the command with the text
 * @throws {RefusalError} as {@link requirePlainReason}
 */
export function plainText(context: PersonContext, typed: string, said: SaidReason): string {
  const meant = saidAsText(typed);
  if (meant !== undefined || typed === "") return meant ?? typed;
  requirePlainReason(context, typed, { ...said, asIs: (text) => said.asIs(asText(text)) });
  return typed;
}
