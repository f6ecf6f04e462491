import { applicationsOf } from "../../application/store.ts";
import { districtName } from "../../definition/districts.ts";
import { momentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { namesOf } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import { teamMembers } from "../store.ts";
import type { Recusal } from "../team.ts";
import { recusalPhrases as phrases } from "./phrases.ts";

/** A recusal in words. */
export interface RecusalWords {
  recusal: Recusal;
  /** 翠苑三区（柯桥区）　张三：亲属在物业服务企业任职 */
  line: string;
  caseName: string;
  member: string;
  /** The facts, and who raised it when. */
  facts: string;
  by: string;
  /** Of the decision; undefined before. */
  reason: string | undefined;
  /** Why it was taken back; undefined if it was not. */
  reversedWhy: string | undefined;
}

/** Each in words, for who may know the facts and reasons. */
export async function wordsOf(context: Context, recusals: readonly Recusal[]): Promise<RecusalWords[]> {
  const { tx, campaign, personal } = context;
  if (recusals.length === 0) return [];
  const members = await teamMembers(context);
  const cases = new Map((await applicationsOf(tx, campaign.id)).map((one) => [one.id, one]));
  const names = await namesOf(
    tx,
    recusals.map(({ raisedBy }) => raisedBy),
  );
  const texts = await personal.read(recusals.flatMap(({ facts, reason, reversed }) => [facts, reason, reversed?.why]));
  return recusals.map((recusal) => {
    const { caseId, memberId, ground, raisedBy, raisedAt } = recusal;
    const of = cases.get(caseId);
    const [caseName, member] = [of?.compoundName ?? "", members.get(memberId)?.name ?? memberId];
    const district = of ? districtName(campaign.definition, of.district) : "";
    const by = raisedBy === "system" ? phrases.system() : (names.get(raisedBy) ?? raisedBy);
    return {
      ...{ recusal, caseName, member },
      line: phrases.line({
        name: caseName,
        district,
        member,
        ground: phrases.ground(ground, nounsOf(campaign.definition)),
      }),
      facts: texts.get(recusal.facts?.personal ?? "") ?? phrases.erased(),
      by: phrases.by(by, momentWords(raisedAt)),
      reason: recusal.reason && (texts.get(recusal.reason.personal) ?? phrases.erased()),
      reversedWhy: recusal.reversed && (texts.get(recusal.reversed.why?.personal ?? "") ?? phrases.erased()),
    };
  });
}
