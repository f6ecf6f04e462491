import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { attach } from "../../attachment/attach.ts";
import type { PersonContext } from "../../engine/context.ts";
import { textOfFile } from "../contents/text-of-file.ts";
import { doubtsAbout } from "../doubts.ts";
import { handInReport, type SentContent } from "../hand-in.ts";
import { reportsInForce } from "../store.ts";
import type { WorkReport } from "../work-report.ts";
import { furtherFiles, furtherPlace } from "./further-files.ts";
import { furtherFilePhrases as phrases } from "./phrases.ts";

/** Files of one report. */
const MOST_FILES = 5;

/**
 * Hands in a new version that holds the one in force and the file: a report that is split over several files.
 *
 * @returns `isUnread`: what one of the files says is not known
 * @throws {RefusalError} without a report, for a file that is in it already or names another district
 */
export async function joinFile(
  context: PersonContext,
  district: string,
  file: ReceivedFile,
): Promise<{ before: WorkReport; report: WorkReport; isUnread: boolean }> {
  const { tx, campaign, now } = context;
  const before = (await reportsInForce(tx, campaign.id)).get(district);
  if (!before) throw new RefusalError("work-report.nothing-to-join", phrases.none());
  const earlier = await furtherFiles(context, before);
  const isIn = before.content.kind === "file" && before.content.hash === file.hash;
  if (isIn || earlier.some(({ receivedHash }) => receivedHash === file.hash))
    throw new RefusalError("work-report.joined-before", phrases.same(file.name));
  if (earlier.length + 2 > MOST_FILES)
    throw new RefusalError("work-report.too-many-files", phrases.tooMany(MOST_FILES));
  const text = await textOfFile(context, file);
  for (const doubt of doubtsAbout(campaign.definition, { district, fileName: file.name, text }, now)) {
    if (doubt.kind === "otherDistrict")
      throw new RefusalError("work-report.other-district", phrases.otherDistrict(file.name, doubt.name));
  }
  const content = await joined(context, before, text);
  const report = await handInReport(context, { district, content, joins: true });
  const place = furtherPlace(report);
  for (const { receivedHash, keptHash, type, size, takenOn, looks } of earlier) {
    const same = {
      kind: "file" as const,
      name: phrases.fileName(district, before.version, 1),
      hash: receivedHash,
      size,
    };
    await attach(context, {
      ...{ place, district, file: same, accepts: [] },
      kept: { keptHash, type, size, takenOn, looks },
    });
  }
  await attach(context, { place, district, file, accepts: ["docx", "pdf", "picture"] });
  const isUnread = text === undefined || before.content.text === undefined;
  return { before, report, isUnread };
}

/** One after the other, as they came; of a file that cannot be read nothing. */
async function joined(
  { personal }: PersonContext,
  { content }: WorkReport,
  further: string | undefined,
): Promise<SentContent> {
  const own = content.text && (await personal.read([content.text])).get(content.text.personal);
  const text = [own, further].filter((one) => one !== undefined).join("\n");
  if (content.kind === "text") return { kind: "text", text };
  const { hash, name } = content;
  return { kind: "file", hash, name, ...(text === "" ? {} : { text }) };
}
