import { createHash } from "node:crypto";
import type { Action } from "../../../platform/chat/view.ts";
import type { FormState } from "../../../platform/conversation/form-state.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { answersAsForm } from "../../application/answers-as-form.ts";
import type { Application } from "../../application/application.ts";
import { DRAFT, draftOf } from "../../application/draft.ts";
import { applicationForm } from "../../application/form.ts";
import { hasApplications } from "../../application/offered.ts";
import { opinionLine } from "../../application/opinions/case-line.ts";
import { requirementPhrases } from "../../application/requirements/phrases.ts";
import { standingsOf } from "../../application/requirements/standing.ts";
import { annexWords } from "../../application/requirements/views.ts";
import { applicationsOf } from "../../application/store.ts";
import { wordsOf } from "../../application/words.ts";
import { ownDistricts } from "../../application/work-district.ts";
import { fieldFor } from "../../definition/purposes.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { proofOf } from "../../evidence/coverage.ts";
import { sheetBlocks, sheetDocument, sheetPicture } from "./faces.ts";
import { noticePhrases as phrases } from "./phrases.ts";
import { noticeSheet, postedNotice, type Sheet } from "./sheet.ts";

const offeredWhen = hasApplications;
const TOLD = "notice.person-told";

const notice: Command = {
  id: "notice.show",
  ofCase: true,
  words: [phrases.word()],
  capability: "application.fill",
  effect: "read",
  // It asks for what leads to a place on the list.
  until: "publication",
  offeredWhen,
  onlyIn: "direct",
  help: { example: phrases.word(), purpose: (definition) => phrases.purpose(wordsOf(definition)), step: "application" },
  async handle(context, { words }) {
    const name = words.trim();
    if (name === "") throw new RefusalError("notice.which", phrases.which(wordsOf(context.campaign.definition)));
    if (name === phrases.posted().at(0)) return give(context, postedNotice(context), []);
    const found = await caseNamed(context, name);
    const told: Action[] = found
      ? [{ id: "notice.told", label: phrases.told(), typed: `${phrases.told()} ${name}`, look: "default" }]
      : [];
    const beyond = found ? await missingBeyond(context, found.application) : [];
    return give(context, noticeSheet(context, name, { state: found?.state, beyond }), told);
  },
};

async function give(context: PersonContext, sheet: Sheet, actions: Action[]) {
  const picture = await sheetPicture(sheet);
  const files = [
    ...(picture ? [{ name: phrases.pictureName(sheet.title), bytes: Buffer.from(picture) }] : []),
    { name: phrases.wordName(sheet.title), bytes: await sheetDocument(context, sheet) },
  ];
  const footnote = picture ? phrases.footnote() : phrases.footnoteWithoutPicture();
  await context.reply({ title: sheet.title, tone: "running", body: sheetBlocks(sheet), actions, footnote });
  for (const { name, bytes } of files) {
    await context.outbox.sendFile(context.person.staffId, { name, hash: await context.files.put(bytes) });
  }
  return {};
}

/** 公告: for a compound to post. */
const posted: Command = {
  id: "notice.post",
  words: phrases.posted(),
  capability: "application.fill",
  effect: "read",
  until: "publication",
  offeredWhen,
  onlyIn: "direct",
  handle: (context) => give(context, postedNotice(context), []),
};

/** Ticked once for a case; who did it and when stands in the journal. */
const told: Command = {
  id: "notice.told",
  words: [phrases.told()],
  capability: "application.fill",
  effect: "write",
  offeredWhen,
  onlyIn: "direct",
  async handle(context, { words }) {
    const name = words.trim();
    const found = await caseNamed(context, name);
    if (!found) throw new RefusalError("notice.unknown", phrases.toldNone(name, wordsOf(context.campaign.definition)));
    const reason = createHash("sha256")
      .update(`${found.district}\n${plainAnswer(name)}`)
      .digest("hex");
    const before = await context.tx.$queryRaw<unknown[]>`
      select 1 from journal_entry
      where campaign_id = ${context.campaign.id} and action = ${TOLD} and reason = ${reason} limit 1`;
    if (before.length > 0) return { reply: said(phrases.toldBefore(name)), toast: phrases.toldBefore(name) };
    await context.withJournal({ action: TOLD, reason, caseId: found.id }, async () => undefined);
    return { reply: said(phrases.toldDone(name)), toast: phrases.toldDone(name) };
  },
};

const said = (text: string) => ({
  title: phrases.told(),
  tone: "done" as const,
  body: [{ kind: "text" as const, text }],
  actions: [],
});

/** What a submitted case still lacks besides its form: clauses of the requirements, opinions, proof. */
async function missingBeyond(context: PersonContext, application: Application | undefined): Promise<string[]> {
  if (!application) return [];
  const standing = (await standingsOf(context, [application])).get(application.id);
  const annex = annexWords(context);
  const words = standing?.sheet ? requirementPhrases.short(standing.gate, nounsOf(context.campaign.definition)) : "";
  const line = await opinionLine(context, application);
  const proof = await proofOf(context, application.id);
  return [
    ...(standing && !standing.sheet ? [phrases.requirementsOpen(annex)] : []),
    ...(words === "" ? [] : [phrases.requirementsShort(words)]),
    ...(line === undefined ? [] : [line]),
    ...(proof.missing.length === 0 ? [] : [phrases.proofOpen(proof)]),
  ];
}

/**
 * The case in the person's districts, being filled in or submitted.
 * @throws {RefusalError} where it was withdrawn
 */
async function caseNamed(
  context: PersonContext,
  name: string,
): Promise<{ id: string | undefined; district: string; state: FormState; application?: Application } | undefined> {
  const key = fieldFor(applicationForm(context), "name")?.key ?? "";
  const is = (other: unknown) => typeof other === "string" && plainAnswer(other) === plainAnswer(name);
  const districts = ownDistricts(context);
  for (const district of districts) {
    for (const draft of await context.drafts.unfinished({ kind: DRAFT, district })) {
      const { state } = draftOf(context, draft, context.person.staffId);
      if (is(state.answers[key])) return { id: draft.subject, district, state };
    }
  }
  const all = (await applicationsOf(context.tx, context.campaign.id)).filter(
    ({ district, compoundName }) => districts.includes(district) && is(compoundName),
  );
  const application = all.find(({ state }) => state !== "withdrawn");
  if (!application && all.length > 0) throw new RefusalError("notice.withdrawn", phrases.withdrawn(name));
  return (
    application && {
      id: application.id,
      district: application.district,
      application,
      state: await answersAsForm(context, application),
    }
  );
}

/** 告知单 and 已告知本人. */
export const noticeFeature: Feature = { commands: [notice, posted, told] };
