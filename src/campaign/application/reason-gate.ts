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
import { surroundingsOf } from "./surroundings.ts";

export interface SaidReason {
  /** Name of the reason: 重新修改的理由. */
  what: string;
  own?: string;
  cases?: readonly string[];
  may?: readonly OtherKind[];
  /** How points are sent, where they are said beside the reason. */
  forPoints?: string;
  /** What is sent for a text that is the reason all the same. */
  asIs(text: string): string;
}

/** 漏看照片 提交: an order that stands apart behind it. */
function besideIn(text: string): { said: string; before: string } | undefined {
  const doubt = doubtOfReason(text);
  return doubt?.kind === "beside" ? doubt : undefined;
}

/** What of a reason is read elsewhere, or said to the program. */
function partsIn(context: PersonContext, text: string, { what, own, cases = [], may = [] }: SaidReason): OtherPart[] {
  const program = saidToProgram(text) ?? besideIn(text);
  const talk: OtherPart[] = program ? [{ kind: "talk", said: program.said }] : [];
  // 3-7应为3分 corrects points, and no field.
  const corrects = readFormCommand(text)?.kind === "correct" ? (["command"] as const) : [];
  return [...partsOfOther(text, surroundingsOf(context, { what, own, cases, may: [...may, ...corrects] })), ...talk];
}

/** @throws {RefusalError} if a reason that is not said to be one holds what is read elsewhere: it is shown first */
export function requirePlainReason(context: PersonContext, text: string, said: SaidReason): void {
  const parts = partsIn(context, text, said);
  if (parts.length === 0) return;
  const typed = said.asIs((saidToProgram(text) ?? besideIn(text))?.before || withoutAnswer(text));
  const asks = { typed: [typed], labels: [otherPhrases.record(said.what)] };
  const how = parts[0]?.kind === "points" ? (said.forPoints ?? "") : "";
  throw new RefusalError("reason.other", otherPhrases.asked(text, said.what, parts) + how, { asks });
}
