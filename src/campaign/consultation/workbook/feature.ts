import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { type Block, textView, type View } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../engine/dispatch/file-places.ts";
import { type Command, extend, type Feature } from "../../engine/feature.ts";
import { copiesOver, countingCopy, forgetCopies, keepDropped, takeActions } from "../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../engine/given-copy-phrases.ts";
import { TAKE_REPLIES } from "../actions.ts";
import { asksDepartments } from "../consultation.ts";
import { consultationPhrases } from "../phrases.ts";
import { recordReplies } from "../record.ts";
import { GIVEN } from "./given.ts";
import { replySheetPhrases as phrases } from "./phrases.ts";
import { readReplyWorkbook } from "./read.ts";
import { fingerprint, planOf, RECEIVED, type ReceivedReplies, type ReplyPlan, receivedReplies } from "./received.ts";

const CAPABILITY = "consultation.record";

/** 回复表 dropped into the direct chat: known by its title, its department by its 校验号. */
async function receive(
  context: Context & Pick<PersonContext, "person">,
  file: ReceivedFile,
): Promise<FilePlace | undefined> {
  const { definition, closedAt } = context.campaign;
  if (file.opened?.kind !== "workbook" || closedAt || !asksDepartments(definition)) return undefined;
  if (!mayMember(definition, context.person, CAPABILITY)) return undefined;
  const [read, ...more] = readReplyWorkbook(file.opened.workbook);
  if (!read) return undefined;
  const over = await copiesOver(context, file.name);
  if (over) return { recognised: over };
  const plan = more.length > 0 ? phrases.problems.twoSheets() : await planOf(context, read);
  if (typeof plan === "string")
    return { recognised: textView(phrases.notRead(), phrases.refused(file.name, plan), { tone: "near" }) };
  if (plan.defects.length > 0) return { recognised: defective(file.name, plan) };
  const received: ReceivedReplies = { file: { name: file.name, hash: file.hash }, read, shown: fingerprint(plan) };
  await keepDropped(context, RECEIVED, received);
  return { recognised: receivedView(context, received, { plan }) };
}

const defective = (name: string, { defects }: ReplyPlan): View => ({
  ...textView(phrases.notRead(), phrases.problemsLead(name), { tone: "near" }),
  body: [
    { kind: "text", text: phrases.problemsLead(name) },
    { kind: "list", items: [...new Set(defects)] },
  ],
});

const text = (words: string): Block => ({ kind: "text", text: words });

/** What a dropped 回复表 would record. Nothing is written before 采用. @param before said above it */
function receivedView(
  { campaign: { definition } }: Context,
  { file, read }: Pick<ReceivedReplies, "file" | "read">,
  { plan, before = [] }: { plan: ReplyPlan; before?: readonly string[] },
): View {
  const { changes, kept, emptied, left } = plan;
  const cells = ({ finding = "", concerns = "", words = "", on = "", by = "" }: ReplyPlan["changes"][number]["now"]) =>
    phrases.cells({ finding, concerns, words, on, by });
  const items = (kind: "changed" | "conflict") =>
    changes
      .filter((one) => one.kind === kind)
      .map(({ name, now, back }) => phrases.change(name, cells(now), cells(back)));
  const [own, conflicts] = [items("changed"), items("conflict")];
  const also = [
    ...(kept.length > 0 ? [givenCopyPhrases.kept(kept)] : []),
    ...(emptied.length > 0 ? [phrases.emptied(emptied)] : []),
    ...(left.length > 0 ? [phrases.left(left, nounsOf(definition))] : []),
    ...(read.formulas > 0 ? [phrases.formulas(read.formulas)] : []),
  ];
  return {
    title: phrases.readTitle(plan.consultation.department.name),
    tone: "running",
    ...(changes.length > 0 ? { status: phrases.status() } : {}),
    body: [
      ...before.map(text),
      text(changes.length > 0 ? phrases.lead(file.name) : phrases.nothingNew(file.name)),
      ...(own.length > 0 ? [{ kind: "list" as const, items: own }] : []),
      ...(conflicts.length === 0
        ? []
        : [
            text(givenCopyPhrases.conflictLead(phrases.typedTake(), conflicts.length)),
            { kind: "list" as const, ordered: true, items: conflicts },
          ]),
      ...also.map(text),
    ],
    actions: changes.length === 0 ? [] : takeActions(TAKE_REPLIES, phrases.typedTake(), conflicts.length > 0),
  };
}

/** Records all that the sheet changes, or nothing. */
const take: Command = {
  id: TAKE_REPLIES,
  words: [phrases.typedTake()],
  capability: CAPABILITY,
  effect: "write",
  until: "publication",
  step: "verification",
  offeredWhen: asksDepartments,
  onlyIn: "direct",
  help: { example: phrases.typedTake(), purpose: phrases.takePurpose(), step: "verification" },
  async handle(context, { words }) {
    const [draft] = await context.drafts.unfinished({ kind: RECEIVED, subject: context.person.staffId });
    const parsed = receivedReplies.safeParse(draft?.body);
    if (!draft || !parsed.success) throw new RefusalError("consultation.no-workbook", phrases.nothingKept());
    const received = parsed.data;
    const plan = await planOf(context, received.read);
    if (typeof plan === "string")
      throw new RefusalError("consultation.workbook-unfit", phrases.refused(received.file.name, plan));
    const [defect] = plan.defects;
    if (defect !== undefined) throw new RefusalError("consultation.workbook-unfit", defect);
    const shown = fingerprint(plan);
    const again = (why: string) => ({ reply: receivedView(context, received, { plan, before: [why] }) });
    if (shown !== received.shown) {
      await context.drafts.save(draft, { body: { ...received, shown } });
      return again(givenCopyPhrases.changedSince());
    }
    const conflicts = plan.changes.filter(({ kind }) => kind === "conflict");
    const counting = countingCopy(phrases.typedTake(), words, conflicts.length);
    if (typeof counting === "string") return again(counting);
    const dropped = conflicts.filter((_, at) => !counting.has(at + 1));
    const chosen = plan.changes.filter((change) => !dropped.includes(change));
    const { id, name } = plan.consultation.department;
    const { stored, same, pending } = await recordReplies(
      context,
      id,
      chosen.map(({ record }) => record),
    );
    await context.withJournal({ action: "consultation.workbook-taken", reason: received.file.hash }, () =>
      context.drafts.save(draft, { state: "done", body: {} }),
    );
    const counts = { stored: stored.length, same: same.length, pending: pending.length };
    const said = consultationPhrases.saved(name, counts, nounsOf(context.campaign.definition));
    return { reply: textView(phrases.readTitle(name), said, { tone: "done" }), toast: said, changed: true };
  },
};

/** 回复表 as a workbook that comes back filled in. */
export const replyWorkbookFeature: Feature = {
  commands: [take],
  listeners: forgetCopies(GIVEN, RECEIVED),
  extensions: [extend(filePlaces, async (context, { file, person }) => receive({ ...context, person }, file))],
};
