import { requirementPhrases } from "../application/requirements/phrases.ts";
import { applicationsOf } from "../application/store.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { districtName } from "../definition/districts.ts";
import { momentWords } from "../definition/wording.ts";
import { signedName } from "../directory/signed-name.ts";
import type { Context } from "../engine/context.ts";
import type { Reply } from "./consultation.ts";
import { declaredOf } from "./declared.ts";
import { concernNames, concernOf } from "./departments.ts";
import { consultationPhrases as phrases } from "./phrases.ts";
import { textsOf } from "./texts.ts";

/** A reply in words. */
export interface ReplyWords {
  reply: Reply;
  caseName: string;
  district: string;
  /** Name of the department. */
  department: string;
  /** What it says, beside what was declared. */
  line: string;
  /** What was decided, by whom; undefined before. */
  decision: string | undefined;
}

/** Each in words, for who may read replies. */
export async function wordsOf(context: Context, replies: readonly Reply[]): Promise<ReplyWords[]> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  if (replies.length === 0) return [];
  const ids = new Set(replies.map(({ caseId }) => caseId));
  const cases = (await applicationsOf(tx, campaign.id)).filter(({ id }) => ids.has(id));
  const declared = await declaredOf(context, cases);
  const texts = await textsOf(context, replies);
  return Promise.all(
    replies.map(async (reply): Promise<ReplyWords> => {
      const application = cases.find(({ id }) => id === reply.caseId);
      const department = definition.campaign.departments.find(({ id }) => id === reply.department);
      const { words = "", repliedBy = "" } = texts.get(reply) ?? {};
      const concerns = reply.concerns.map((id) => {
        const standing = declared.get(reply.caseId)?.get(id);
        const concern = concernOf(definition, id);
        const words = concern?.isClause === false ? phrases.declarations : requirementPhrases.standings;
        return phrases.beside(concern?.label ?? id, standing && words[standing]);
      });
      return {
        reply,
        caseName: application?.compoundName ?? "",
        district: application ? districtName(definition, application.district) : "",
        department: department?.name ?? reply.department,
        line: phrases.replyLine(reply, {
          words,
          repliedBy,
          concerns,
          reopened: concernNames(definition, reply.against),
        }),
        decision: await decisionOf(context, reply, texts.get(reply)?.opinion),
      };
    }),
  );
}

async function decisionOf(context: Context, reply: Reply, opinion = ""): Promise<string | undefined> {
  const { decidedBy, decidedAt, state, authority } = reply;
  if (!decidedBy || !decidedAt || (state !== "upheld" && state !== "dismissed")) return undefined;
  const signer = { staffId: decidedBy, role: "approver" as const, at: decidedAt };
  const by = await signedName(context.tx, context.campaign.id, signer);
  const later = state === "upheld" ? authorityPhrases.toBeRegistered() : undefined;
  const rests = authority ? authorityPhrases.words(authority, context.now) : later;
  return phrases.decision(state, { by, at: momentWords(decidedAt), opinion, authority: rests });
}
