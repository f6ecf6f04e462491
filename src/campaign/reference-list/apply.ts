import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { fileKind } from "../../platform/documents/file-kind.ts";
import { openInWorker } from "../../platform/documents/open/open-in-worker.ts";
import type { WorkbookContent } from "../../platform/documents/read-workbook.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { referenceListApplied } from "./events.ts";
import { referencePhrases as phrases } from "./phrases.ts";
import { readReferenceRows } from "./read-workbook.ts";
import type { ReferenceList } from "./reference-list.ts";
import type { ReferenceRule } from "./rule.ts";
import { listsInForce, referenceListTable } from "./store.ts";

/**
 * Takes a workbook as the newest version of a list of the city: whole or not at all.
 * @throws {RefusalError} naming every row that cannot be read
 */
export async function applyReferenceList(
  context: PersonContext,
  { purpose }: ReferenceRule,
  file: ReceivedFile,
): Promise<ReferenceList> {
  const { tx, campaign, now, person } = context;
  const { metric, rows, problems } = readReferenceRows(await workbookIn(context, file), {
    noun: nounsOf(campaign.definition).case,
    districts: campaign.definition.campaign.districts,
  });
  if (problems.length > 0) {
    throw new RefusalError("reference-list.unreadable", phrases.unreadable(file.name, problems));
  }
  await lockCampaign(tx, campaign.id);
  const version = ((await listsInForce(tx, campaign.id)).get(purpose)?.version ?? 0) + 1;
  const list: ReferenceList = {
    ...{ purpose, version, metric, rows },
    ...{ fileHash: file.hash, fileName: phrases.keptName(purpose, version), appliedBy: person.staffId, appliedAt: now },
  };
  const journaled = [referenceListTable.row({ campaign_id: campaign.id, purpose, version })];
  await context.withJournal({ action: "reference-list.applied", rows: journaled }, () =>
    tx.referenceList.create({
      data: { campaignId: campaign.id, ...list, rows: rows.map((row) => ({ ...row })) },
    }),
  );
  context.emit(referenceListApplied, { purpose });
  return list;
}

async function workbookIn({ files }: Pick<Context, "files">, file: ReceivedFile): Promise<WorkbookContent> {
  const bytes = await files.get(file.hash);
  const kind = fileKind(bytes, file.name);
  if (kind.kind === "other") throw new RefusalError("reference-list.other-kind", kind.sentence);
  const opened = await openInWorker({ kind: "workbook", bytes });
  if (opened.kind !== "workbook") throw new Error("a workbook was opened as something else");
  return opened.workbook;
}

/** The rule that the file's name points to; undefined if it points to none, or to several. */
export function ruleNamed(rules: readonly ReferenceRule[], name: string): ReferenceRule | undefined {
  const [only, other] = rules.filter(({ purpose }) => phrases.topic[purpose].test(name));
  return other ? undefined : only;
}
