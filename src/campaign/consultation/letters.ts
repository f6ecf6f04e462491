import { writeZip } from "../../platform/documents/zip/write-zip.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { answerTexts } from "../application/answer-texts.ts";
import type { Application } from "../application/application.ts";
import { reportedCases } from "../application/opinions/visible.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import type { Department } from "./consultation.ts";
import { consultationChanged } from "./events.ts";
import { type LetterRow, letterDocument } from "./letter-document.ts";
import { letterPhrases } from "./letter-phrases.ts";
import { consultationRefusals as refusals } from "./phrases.ts";
import { lettersOf, letterTable } from "./store.ts";
import { replyWorkbook } from "./workbook/make.ts";

/**
 * 征求意见函 as drafts, each with its 回复表, to whoever asks: two files for one department, for all of them one zip. A
 * letter that names other cases than the one before takes its place.
 * @param only the department; left out: all of them
 * @returns how many departments and cases
 * @throws {RefusalError} if no case is recommended
 */
export async function makeLetters(
  context: PersonContext,
  only?: Department,
): Promise<{ departments: number; cases: number }> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  await lockCampaign(tx, campaign.id);
  const cases = await casesToName(context);
  if (cases.length === 0) throw new RefusalError("consultation.no-cases", refusals.noCases(nounsOf(definition)));
  const departments = only ? [only] : definition.campaign.departments;
  const rows = await rowsOf(context, cases);
  const files: { name: string; bytes: Buffer }[] = [];
  for (const department of departments) {
    await keepLetter(
      context,
      department,
      cases.map(({ id }) => id),
    );
    const bytes = await letterDocument(context, department, rows);
    files.push({ name: letterPhrases.fileName(department.name), bytes });
    files.push(await replyWorkbook(context, department, rows));
  }
  await send(context, files, only === undefined);
  return { departments: departments.length, cases: cases.length };
}

/** Recommended and taking part, district by district. */
async function casesToName(context: PersonContext): Promise<Application[]> {
  const reported = (await reportedCases(context)).filter(({ state }) => state === "submitted");
  const { districts } = context.campaign.definition.campaign;
  return districts.flatMap(({ id }) => reported.filter(({ district }) => district === id));
}

async function rowsOf(context: PersonContext, cases: readonly Application[]): Promise<LetterRow[]> {
  const enterprises = await answerTexts(context, cases, "enterprise");
  return cases.map(({ id, compoundName: name, district }) => ({
    ...{ caseId: id, name, district: districtName(context.campaign.definition, district) },
    enterprise: enterprises.get(id) ?? "",
  }));
}

/** A letter that names the same cases is the same letter, printed again. */
async function keepLetter(context: PersonContext, { id }: Department, cases: readonly string[]): Promise<void> {
  const { tx, campaign, now, person } = context;
  const last = (await lettersOf(tx, campaign.id)).findLast(({ department }) => department === id);
  if (last && last.cases.length === cases.length && cases.every((one) => last.cases.includes(one))) return;
  const number = (last?.number ?? 0) + 1;
  const rows = [letterTable.row({ campaign_id: campaign.id, department: id, number })];
  await context.withJournal({ action: "consultation.asked", rows }, () =>
    tx.consultationLetter.create({
      data: {
        ...{ campaignId: campaign.id, department: id, number, cases: [...cases] },
        ...{ madeBy: person.staffId, madeAt: now },
      },
    }),
  );
  context.emit(consultationChanged, { cases });
}

async function send(
  context: PersonContext,
  files: readonly { name: string; bytes: Buffer }[],
  together: boolean,
): Promise<void> {
  const named = together ? [await packed(context, files)] : files;
  for (const { name, bytes } of named) {
    const hash = await context.files.put(bytes);
    await context.withJournal({ action: "consultation.letters-made", reason: `${name} ${hash}` }, () =>
      context.outbox.sendFile(context.person.staffId, { name, hash }),
    );
  }
}

async function packed(context: PersonContext, files: readonly { name: string; bytes: Buffer }[]) {
  const pieces: Uint8Array[] = [];
  const contents = files.map(({ name, bytes }) => ({ name, content: async () => bytes }));
  for await (const piece of writeZip(contents, context.now)) pieces.push(piece);
  return { name: letterPhrases.packName(), bytes: Buffer.concat(pieces) };
}
