import { z } from "zod";
import type { Action, View } from "../../platform/chat/view.ts";
import { Refusal } from "../../shared/refusal.ts";
import { audienceOf } from "../directory/groups.ts";
import type { Asked, Command, Feature, PersonTurn } from "../engine/feature.ts";
import { type ExportDeps, exportFile, type Wanted, type What } from "./make.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { progressCounts, progressOf } from "./progress.ts";
import { weeklySummary } from "./weekly.ts";

const WORDS: readonly (readonly [What, RegExp])[] = [
  ["list", /附件\s*4|附件四|推荐名单/u],
  ["ranking", /排名/u],
  ["progress", /进度/u],
];

const page = z.object({ what: z.string().default(""), district: z.string().default("") });

/** 导出: workbooks for whoever may have them, and the weekly counts. */
export const exportFeature = (deps: ExportDeps): Feature => ({
  commands: [exportCommand(deps)],
  dueKinds: [weeklySummary(deps.handedIn)],
});

const exportCommand = (deps: ExportDeps): Command => ({
  id: "export.make",
  words: ["导出", "export"],
  capability: "export.make",
  effect: "look",
  example: "导出 附件4",
  purpose: "导出推荐名单（附件4）、排名汇总或办理进度的表格",
  stages: ["implementation", "verification", "conclusion"],
  async run(turn, asked) {
    const wanted = wantedIn(turn, asked);
    if (!wanted) {
      await turn.reply(whichView());
      return {};
    }
    const counts = await countsHere(turn, wanted, deps);
    if (counts) {
      await turn.reply(counts);
      return {};
    }
    const { name, here } = await exportFile(turn, wanted, deps);
    if (asked.by === "press") return { toast: phrases.toast(name) };
    if (!here) await turn.reply(phrases.sentDirect(name));
    return {};
  },
});

/** In the campaign group progress is told as counts: no file that names a district's gaps. */
async function countsHere(turn: PersonTurn, { what }: Wanted, deps: ExportDeps): Promise<View | undefined> {
  if (what !== "progress" || turn.place === "direct") return undefined;
  if ((await audienceOf(turn.tx, turn.campaign.id, turn.chat)) === "city") return undefined;
  return progressCounts(turn, await progressOf(turn, deps.handedIn), phrases.weeklyFootnote());
}

function wantedIn(turn: PersonTurn, asked: Asked): Wanted | undefined {
  const { what, district } = page.safeParse(asked.by === "press" ? (asked.form ?? {}) : {}).data ?? {};
  const words = (asked.by === "words" ? asked.rest : `${asked.subject} ${what ?? ""}`).normalize("NFKC").trim();
  if (words === "") return undefined;
  const [found] = WORDS.find(([, pattern]) => pattern.test(words)) ?? [];
  if (!found) throw new Refusal("export.unknown", phrases.unknown(words));
  const { districts } = turn.campaign.definition.campaign;
  const named = districts.filter(({ id, name }) => words.includes(name) || id === district).map(({ id }) => id);
  return { what: found, districts: named };
}

const whichView = (): View => ({
  ...phrases.which(),
  actions: [
    exportAction(phrases.listLabel(), "附件4"),
    exportAction(phrases.rankingLabel(), "排名"),
    exportAction(phrases.progressLabel(), "进度"),
  ],
});

const exportAction = (label: string, subject: string): Action => ({
  id: "export.make",
  label,
  typed: `导出 ${subject}`,
  look: "default",
  subject,
});
