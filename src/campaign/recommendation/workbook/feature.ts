import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { textView, type View } from "../../../platform/chat/view.ts";
import { hasRecommendation } from "../../application/offered.ts";
import { ownDistricts } from "../../application/work-district.ts";
import { mayMember } from "../../directory/member.ts";
import { type FilePlace, filePlaces } from "../../engine/dispatch/file-places.ts";
import { type Command, extend, type Feature } from "../../engine/feature.ts";
import { copiesOver, forgetCopies, keepDropped } from "../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../engine/given-copy-phrases.ts";
import { DIALOGUE, LIST_CARD, type ListDraft } from "../draft.ts";
import { GIVEN } from "./given.ts";
import { listSheetBytes } from "./make.ts";
import { listWorkbookPhrases as phrases } from "./phrases.ts";
import { type ListPlan, listPlan } from "./plan.ts";
import { type ReadListSheet, readListWorkbook } from "./read.ts";
import { fingerprint, listOfSheet, RECEIVED, type ReceivedList, type RecommenderContext } from "./received.ts";
import { takeListWorkbook } from "./take.ts";
import { receivedListView, TAKE } from "./views.ts";

const CAPABILITY = "recommendation.submit";

/** 推荐表 dropped into the direct chat: known by its headers, its district by its 校验号. */
async function receive(context: RecommenderContext, file: ReceivedFile): Promise<FilePlace | undefined> {
  const { definition, closedAt } = context.campaign;
  if (file.opened?.kind !== "workbook" || closedAt || !hasRecommendation(definition)) return undefined;
  if (!mayMember(definition, context.person, CAPABILITY) || ownDistricts(context).length === 0) return undefined;
  const [read, ...more] = readListWorkbook(file.opened.workbook);
  if (!read) return undefined;
  const over = await copiesOver(context, file.name);
  if (over) return { recognised: over };
  const found = more.length > 0 ? phrases.problems.twoSheets() : await listOfSheet(context, read);
  if (typeof found === "string")
    return { recognised: textView(phrases.notRead(), phrases.refused(file.name, found), { tone: "near" }) };
  const { list, given } = found;
  const plan = listPlan(context, list, { read, given: given.values });
  if (plan.defects.length > 0) return { recognised: await sendBack(context, file, { list, read, plan }) };
  const received: ReceivedList = { file: { name: file.name, hash: file.hash }, read, shown: fingerprint(plan) };
  await keepDropped(context, RECEIVED, received);
  return { recognised: receivedListView(context, received, { list, plan }) };
}

/** Sends a copy with what is wrong in its cells. */
async function sendBack(
  context: RecommenderContext,
  file: ReceivedFile,
  { list, read, plan: { defects } }: { list: ListDraft; read: ReadListSheet; plan: ListPlan },
): Promise<View> {
  const name = givenCopyPhrases.correctedName(file.name);
  const hash = await context.files.put(
    await listSheetBytes(context, list, { number: read.number ?? "", read, defects }),
  );
  await context.outbox.sendFile(context.person.staffId, { name, hash });
  return {
    title: phrases.notRead(),
    tone: "near",
    body: [
      { kind: "text", text: givenCopyPhrases.problemsLead(file.name, name) },
      { kind: "list", items: [...new Set(defects.map(({ sentence }) => sentence))] },
    ],
    actions: [],
  };
}

const take: Command = {
  id: TAKE,
  words: [phrases.typedTake(), "采用推荐次序表"],
  capability: CAPABILITY,
  until: "publication",
  step: "recommendation",
  effect: "write",
  offeredWhen: hasRecommendation,
  onlyIn: "direct",
  help: { example: phrases.typedTake(), purpose: phrases.purpose(), step: "recommendation" },
  async handle(context, { words }) {
    const taken = await takeListWorkbook(context, words);
    if (taken.kind === "shown") {
      const { list, plan, why } = taken;
      return { reply: receivedListView(context, taken.received, { list, plan, before: [why] }) };
    }
    const { id: draftId } = taken.list.draft;
    await context.dialogue.open(DIALOGUE, { draftId });
    await context.cards.show(context.person.staffId, { kind: LIST_CARD, subject: draftId });
    return { toast: phrases.takenSaid() };
  },
};

/** 推荐表 as a workbook that comes back filled in. */
export const listWorkbookFeature: Feature = {
  commands: [take],
  listeners: forgetCopies(GIVEN, RECEIVED),
  extensions: [extend(filePlaces, async (context, { file, person }) => receive({ ...context, person }, file))],
};
