import type { Chat } from "../../platform/chat/ports.ts";
import { recorded } from "../../platform/journal/record.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { Refusal } from "../../shared/refusal.ts";
import { audienceOf } from "../directory/groups.ts";
import type { PersonTurn } from "../engine/feature.ts";
import type { Reach } from "../ranking/ranking.ts";
import { reachOf, within } from "../ranking/rules.ts";
import { scoredCompounds } from "../ranking/scored.ts";
import { rankingWorkbook } from "../ranking/workbook.ts";
import type { HandedIn } from "../stage/handed-in.ts";
import { type ExportedFile, listWorkbook } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { progressOf, progressWorkbook } from "./progress.ts";

export type What = "list" | "ranking" | "progress";

export interface ExportDeps {
  handedIn: readonly HandedIn[];
  isPublished(tx: Transaction, campaignId: string): Promise<boolean>;
}

/** What is wanted, and of which districts; none named: all that the person may see. */
export interface Wanted {
  what: What;
  districts: readonly string[];
}

/**
 * Makes the workbook, journals that it left, and sends it: into the group it was asked for in where all who read there
 * may have it, else to the person alone.
 *
 * @returns the file's name, and whether it went to the chat that was written in
 * @throws {Refusal} when the person may not have it, or there is nothing to put into it
 */
export async function exportFile(
  turn: PersonTurn,
  wanted: Wanted,
  deps: ExportDeps,
): Promise<{ name: string; here: boolean }> {
  const { tx, campaign, now, person } = turn;
  const districts = districtsWithin(turn, wanted);
  const { name, bytes } = await workbookOf(turn, { ...wanted, districts }, deps);
  const here = await mayStandHere(turn, wanted.what, deps);
  const chat: Chat = here ? turn.chat : { kind: "direct", person: person.staffId };
  const hash = await turn.files.put(bytes);
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "export.made", rows: [] };
  await recorded(tx, { ...act, reason: `${name} ${hash}` }, () =>
    turn.outbox.sendFile(tx, chat, { file: { name, hash } }),
  );
  return { name, here };
}

/** @throws {Refusal} when nothing, or not what was named, lies within the person's reach */
function districtsWithin(turn: PersonTurn, { what, districts }: Wanted): readonly string[] {
  const { definition } = turn.campaign;
  const reach = narrower(reachOf(definition, turn.person, "export.make"), scoreReach(turn, what));
  if (reach !== "all" && reach.length === 0) throw new Refusal("export.nothing-assigned", phrases.nothingAssigned());
  const all = definition.campaign.districts;
  const foreign = all.find(({ id }) => districts.includes(id) && !within(reach, id));
  if (foreign) throw new Refusal("export.not-own", phrases.notYours(foreign.name));
  return all
    .map(({ id }) => id)
    .filter((id) => within(reach, id) && (districts.length === 0 || districts.includes(id)));
}

/** Files with points ask for a look at points as well. */
function scoreReach({ campaign, person }: PersonTurn, what: What): Reach {
  return reachOf(campaign.definition, person, what === "progress" ? "progress.see" : "ranking.see");
}

function narrower(one: Reach, other: Reach): Reach {
  if (one === "all") return other;
  return other === "all" ? one : one.filter((district) => other.includes(district));
}

async function workbookOf(turn: PersonTurn, { what, districts }: Wanted, deps: ExportDeps): Promise<ExportedFile> {
  const isWhole = districts.length === turn.campaign.definition.campaign.districts.length;
  switch (what) {
    case "list":
      return listWorkbook(turn, districts);
    case "ranking": {
      const compounds = (await scoredCompounds(turn)).filter(({ district }) => districts.includes(district));
      if (compounds.length === 0) throw new Refusal("export.no-points", phrases.noPoints());
      return rankingWorkbook(turn, compounds, isWhole ? undefined : districts);
    }
    case "progress": {
      const progress = await progressOf(turn, deps.handedIn);
      return progressWorkbook(
        turn,
        progress.filter(({ district }) => districts.includes(district)),
      );
    }
  }
}

/** The city's group may have everything; the campaign group files with points only after publication. */
async function mayStandHere(turn: PersonTurn, what: What, { isPublished }: ExportDeps): Promise<boolean> {
  if (turn.place === "direct") return true;
  const audience = await audienceOf(turn.tx, turn.campaign.id, turn.chat);
  const organizes = reachOf(turn.campaign.definition, turn.person, "export.make") === "all";
  if (audience === "city") return organizes;
  return audience === "campaign" && organizes && what !== "progress" && isPublished(turn.tx, turn.campaign.id);
}
