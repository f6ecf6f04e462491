import type { Action, Tone, View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Application } from "../application/application.ts";
import { namedCases, seeCase } from "../application/see-case.ts";
import { annexFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import type { Context } from "../engine/context.ts";
import { countOf } from "../receipt/count-words.ts";
import { type CaseReturn, type ReturnState, stateOf } from "./case-return.ts";
import { besideCorrection } from "./extension-points.ts";
import { fingerprints, partName } from "./parts.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import { itemState } from "./rules.ts";

export const CASE_CARD = "correction.case";
export const SUBMIT = "correction.submit";
export const REVOKE = "correction.revoke";

/** Of the receipts of who was told of a return. */
export const returnMessage = ({ caseId, number }: Pick<CaseReturn, "caseId" | "number">): string =>
  `return/${caseId}/${number}`;

/** The case of such a message; undefined for any other. */
export const caseOfMessage = (message: string): string | undefined => /^return\/([^/]+)\/\d+$/.exec(message)?.[1];

/** The defects of a return, each with what has become of it. */
export async function itemLines(context: Context, application: Application, found: CaseReturn): Promise<string[]> {
  const now = await fingerprints(context, application);
  const texts = await context.personal.read(found.items.flatMap(({ defect, explanation }) => [defect, explanation]));
  return found.items.map((item) =>
    phrases.item(
      partName(context, application, item.part),
      texts.get(item.defect.personal) ?? "",
      itemState(item, now),
      item.explanation && texts.get(item.explanation.personal),
    ),
  );
}

/** A return as a list to tick off; for who returned it without the ways to correct, and with who has read it. */
export async function returnView(
  context: Context,
  application: Application,
  { found, viewer }: { found: CaseReturn; viewer: "district" | "city" },
): Promise<View> {
  const { compoundName: name, id } = application;
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const state = stateOf(found);
  const lateReason =
    found.lateReason && (await context.personal.read([found.lateReason])).get(found.lateReason.personal);
  const text = (words: string) => ({ kind: "text" as const, text: words });
  const isOpen = state === "open" && !context.campaign.closedAt && !(await isAcceptanceOver(context));
  const asked = viewer === "city" ? phrases.leadCity(found.dueOn) : phrases.lead(found.dueOn, nouns);
  const count = viewer === "city" ? await countOf(context, returnMessage(found)) : undefined;
  const body: View["body"] = [
    ...(state === "open" ? [text(isOpen ? asked : phrases.ended())] : []),
    ...(state === "corrected" && found.correctedAt
      ? [text(phrases.caseDone(dayOf(found.correctedAt), lateReason ?? undefined))]
      : []),
    ...(state === "revoked" ? [text(phrases.caseRevoked(nouns))] : []),
    { kind: "list", ordered: true, items: await itemLines(context, application, found) },
    ...(count ? [{ kind: "facts" as const, facts: [count] }] : []),
    ...(isOpen && viewer === "district" ? [text(phrases.ways(name, annexFor(definition, "requirements")?.name))] : []),
  ];
  return {
    title: phrases.title(name),
    tone: toneOf(state, isOpen),
    status: state === "open" && !isOpen ? phrases.status.ended : phrases.status[state],
    body,
    actions: [
      ...(isOpen ? [viewer === "district" ? submitAction(name, id) : revokeAction(name, id)] : []),
      ...(isOpen && viewer === "district" ? await context.contributions(besideCorrection, { found, name }) : []),
      ...namedCases([application]).map(seeCase),
    ],
  };
}

const toneOf = (state: ReturnState, isOpen: boolean): Tone => {
  if (state === "corrected") return "done";
  return isOpen ? "near" : "closed";
};

export const submitAction = (name: string, subject: string): Action => ({
  ...{ id: SUBMIT, label: phrases.submitWord(), typed: `${phrases.submitWord()} ${name}`, look: "primary", subject },
});

const revokeAction = (name: string, subject: string): Action => ({
  ...{ id: REVOKE, label: phrases.revoke(), typed: `${phrases.revoke()} ${name}`, look: "default", subject },
});
