import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type MergeValue, mergeTemplate, templateFault } from "../../platform/documents/word/merge-template.ts";
import { titleLines } from "../../platform/documents/word/title-lines.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { bureauName } from "../definition/bureau-name.ts";
import type { Definition } from "../definition/definition.ts";
import type { Context } from "../engine/context.ts";
import { sectionsOf } from "./layout.ts";
import { officialPhrases as phrases } from "./phrases.ts";
import { fieldsOf, layoutOf, type OfficialTemplate } from "./template.ts";

/** In which what the template says nothing of is written. */
const FONT = "仿宋_GB2312";

export interface OfficialText {
  title: string;
  /** 主送 */
  to?: string;
  /** Names of the annexes. */
  annexes?: readonly string[];
  /** The journal's head as of what the document lists; below its date. */
  journal?: readonly string[];
  /** Whose document it is, where it is not the bureau's. */
  signature?: string;
  /** What the document says, by field and list. */
  values: Readonly<Record<string, MergeValue>>;
}

/**
 * An official document as a draft in Word: the campaign folder's template, or ours, with its fields filled. 文号, 签发人 and
 * 成文日期 stay blank.
 *
 * @throws {RefusalError} if the folder's template is broken, or has a field that nothing fills
 */
export async function officialDocument(
  context: Context,
  template: OfficialTemplate,
  text: OfficialText,
): Promise<Buffer> {
  const { definition } = context.campaign;
  const file = await readTemplate(context, template);
  const fault = file && (await templateProblem(template, file, definition));
  if (fault !== undefined) throw new RefusalError("official-document.broken-template", phrases.notMade(fault));
  const signature = text.signature ?? bureauName(definition);
  const bytes = file ?? (await ownTemplate(template, definition, { signature, at: context.now }));
  const { common } = phrases;
  const { contact } = definition.campaign;
  const values = {
    ...text.values,
    [common.title]: titleLines(text.title),
    [common.number]: phrases.blankNumber(),
    [common.signer]: phrases.blankSigner(),
    [common.recipient]: text.to ?? "",
    [common.signature]: signature,
    [common.date]: phrases.blankDate(),
    [common.contact]: contact.name,
    [common.phone]: contact.phone,
    [common.campaign]: definition.campaign.name,
    [common.plan]: definition.campaign.planTitle,
    [common.city]: definition.campaign.city.name,
    [common.year]: String(definition.campaign.year.value),
    [common.bureau]: bureauName(definition),
    [phrases.lists.annexes]: phrases.annexes(text.annexes ?? []),
    [phrases.lists.journal]: text.journal ?? [],
  };
  return mergeTemplate(bytes, values, { at: context.now, font: FONT });
}

/** Ours, as a template to be edited. */
export function ownTemplate(
  template: OfficialTemplate,
  definition: Definition,
  { signature = bureauName(definition), at }: { signature?: string; at: Date },
): Promise<Buffer> {
  const layout = layoutOf(template, definition);
  return writeWord({
    author: definition.campaign.city.bureau,
    at,
    isOfficial: true,
    sections: sectionsOf(layout, signature),
  });
}

export async function readTemplate(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  { name }: OfficialTemplate,
): Promise<Buffer | undefined> {
  const row = await tx.campaign.findUnique({ where: { id: campaign.id }, select: { folder: true } });
  return row ? readFile(join(row.folder, phrases.file(name))).catch(() => undefined) : undefined;
}

/** What is wrong with a template, in one sentence; undefined for a sound one. */
export async function templateProblem(
  template: OfficialTemplate,
  bytes: Uint8Array,
  definition: Definition,
): Promise<string | undefined> {
  const fault = await templateFault(bytes, fieldsOf(layoutOf(template, definition)));
  if (!fault) return undefined;
  const file = phrases.file(template.name);
  return fault.kind === "fields" ? phrases.unknown(file, fault.names) : phrases[fault.kind](file);
}
