import type { View } from "../../../../platform/chat/view.ts";
import { mayUseCommand } from "../../../engine/command-listing.ts";
import type { PersonContext } from "../../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../../engine/dispatch/file-places.ts";
import { type Command, extend } from "../../../engine/feature.ts";
import { exportOffers } from "../../../export/extension-points.ts";
import { ADOPT, DECLINE, EXPORT, READ_WORKBOOK } from "../actions.ts";
import { rosterPhrases } from "../phrases.ts";
import { adoptRoster, declineRoster } from "./adopt.ts";
import { workbookPhrases as phrases } from "./phrases.ts";
import { proposeRoster } from "./propose.ts";
import { readRosterSheet } from "./roster-row.ts";
import { rosterWorkbook } from "./sheet.ts";

const common = { capability: "roster.edit", or: "role.assign", effect: "write", onlyIn: "direct" } as const;

const replied = (view: View | undefined) => (view ? { reply: view } : {});

const read: Command = {
  ...common,
  id: READ_WORKBOOK,
  words: [phrases.readLabel(), "更新人员名单"],
  async handle(context, { verbatim, subject }) {
    const view = await proposeRoster(context, subject ?? verbatim);
    if (subject === undefined) return replied(view);
    if (view) await context.reply(view);
    return {};
  },
};

const decided = (text: string) => ({
  reply: rosterPhrases.reply([text]),
  toast: text,
  changed: true,
});

const adopt: Command = {
  ...common,
  id: ADOPT,
  words: [phrases.adoptTyped()],
  handle: async (context, { subject = "" }) => decided(await adoptRoster(context, subject)),
};

const decline: Command = {
  ...common,
  id: DECLINE,
  words: [phrases.declineTyped()],
  handle: async (context, { subject = "" }) => decided(await declineRoster(context, subject)),
};

const exportRoster: Command = {
  ...common,
  id: EXPORT,
  words: [rosterPhrases.exportLabel(), phrases.exportTyped(), "导出 名册", "下载人员名单"],
  effect: "read",
  async handle(context) {
    await sendRoster(context);
    return { reply: phrases.exported(), toast: rosterPhrases.exportLabel() };
  },
};

/** To the person alone, also from a group: the file holds numbers. */
async function sendRoster(context: PersonContext): Promise<void> {
  const { name, bytes } = await rosterWorkbook(context);
  const hash = await context.files.put(bytes);
  await context.withJournal({ action: "roster.exported", reason: hash }, () =>
    context.outbox.sendFile(context.person.staffId, { name, hash }),
  );
}

/** A dropped workbook with the roster's columns is known by them. */
export const rosterPlace = extend(
  filePlaces,
  async ({ campaign }, { file, person }): Promise<FilePlace | undefined> => {
    if (file.opened?.kind !== "workbook" || !mayUseCommand(campaign.definition, person, common)) return undefined;
    if (readRosterSheet(file.opened.workbook).kind === "other") return undefined;
    const label = phrases.readLabel();
    const action = { id: READ_WORKBOOK, label, typed: label, look: "primary" as const, subject: file.hash };
    return { action, recognised: { ...phrases.recognised(file.name), actions: [action] } };
  },
);

/** 名册, offered beside what else can be exported. */
export const rosterOffer = extend(exportOffers, async ({ campaign, people }, { person }) => {
  if (!mayUseCommand(campaign.definition, person, common)) return undefined;
  const label = rosterPhrases.exportLabel();
  const action = { id: EXPORT, label, typed: phrases.exportTyped(), look: "default" as const };
  return [{ action, holds: phrases.holds(people.length) }];
});

export const workbookCommands: readonly Command[] = [read, adopt, decline, exportRoster];
