import { z } from "zod";
import type { Action, View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { audienceOf } from "../directory/groups.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandRequest, Feature } from "../engine/feature.ts";
import { exportFile, type Wanted, type What } from "./make.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { progressCounts, progressOf } from "./progress.ts";
import { weeklySummary } from "./weekly.ts";

const WORDS: readonly (readonly [What, RegExp])[] = [
  ["list", /附件\s*4|附件四|推荐名单/u],
  ["ranking", /排名/u],
  ["progress", /进度/u],
];

const formValues = z.object({ what: z.string().default(""), district: z.string().default("") });

const make: Command = {
  id: "export.make",
  words: ["导出", "export"],
  capability: "export.make",
  effect: "read",
  help: {
    example: "导出 附件4",
    purpose: "导出推荐名单（附件4）、排名汇总或办理进度的表格",
    stages: ["implementation", "verification", "conclusion"],
  },
  offeredBy: ["recommendation", "ranking"],
  async handle(context, request) {
    const wanted = wantedIn(context, request);
    if (!wanted) {
      await context.reply(whichView());
      return {};
    }
    const counts = await countsHere(context, wanted);
    if (counts) return { reply: counts };
    const { name, here } = await exportFile(context, wanted);
    return { toast: phrases.toast(name), ...(here ? {} : { reply: phrases.sentDirect(name) }) };
  },
};

/** 导出: workbooks for whoever may have them, and the weekly counts. */
export const exportFeature: Feature = { commands: [make], dueKinds: [weeklySummary] };

/** In the campaign group progress is told as counts: no file that names a district's gaps. */
async function countsHere(context: PersonContext, { what }: Wanted): Promise<View | undefined> {
  if (what !== "progress" || context.place === "direct") return undefined;
  if ((await audienceOf(context.tx, context.campaign.id, context.chat)) === "city") return undefined;
  return progressCounts(context, await progressOf(context), phrases.weeklyFootnote());
}

/** @throws {RefusalError} when something else was asked for; undefined when nothing was */
function wantedIn(context: PersonContext, { words, subject = "", values }: CommandRequest): Wanted | undefined {
  const { what = "", district } = formValues.safeParse(values).data ?? {};
  const asked = `${words} ${subject} ${what}`.normalize("NFKC").trim();
  if (asked === "") return undefined;
  const [found] = WORDS.find(([, pattern]) => pattern.test(asked)) ?? [];
  if (!found) throw new RefusalError("export.unknown", phrases.unknown(asked));
  const { districts } = context.campaign.definition.campaign;
  const named = districts.filter(({ id, name }) => asked.includes(name) || id === district).map(({ id }) => id);
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
