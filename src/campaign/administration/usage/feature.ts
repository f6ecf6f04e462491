import type { View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import type { Feature } from "../../engine/feature.ts";
import { takesEvidence } from "../../evidence/rules.ts";
import { unfinishedScorers } from "../../verification/unfinished-scorers.ts";
import { type Cost, costsWhere, TYPING } from "./costs.ts";
import { measuredCosts } from "./measured-costs.ts";
import { usagePhrases } from "./phrases.ts";
import { FREE_EDITION, mostCases } from "./quota.ts";

export interface MonthlyUsage {
  apiCalls: number;
  pushes: number;
  /** Calls by what they do: 发送卡片. */
  byWork: Record<string, number>;
}

const TOP = 5;
/** Photos of a row that the estimate reckons with. */
const PHOTOS_PER_ROW = 2;

/** @param readUsage reads the usage of a month, `yyyy-MM`, in campaign time */
/** @param without staffIds of people whose direct chats are left out */
type ReadUsage = (month: string, without: readonly string[]) => Promise<MonthlyUsage>;

/** @param allowance what the platform grants a month */
export const usageFeature = (readUsage: ReadUsage, allowance: Cost): Feature => ({
  commands: [
    {
      id: "usage.see",
      words: ["用量", "接口用量", "usage"],
      capability: "usage.see",
      effect: "read",
      help: { example: "用量", purpose: "查看本月钉钉接口和推送用量" },
      async handle(context) {
        const month = dayOf(context.now).slice(0, 7);
        const unfinished = await unfinishedScorers(context);
        const usage = await readUsage(month, unfinished);
        await context.reply(
          usageView(context.campaign.definition, month, { ...usage, allowance, isWhole: unfinished.length === 0 }),
        );
        return {};
      },
    },
  ],
});

function usageView(
  definition: Definition,
  month: string,
  { apiCalls, pushes, byWork, allowance, isWhole }: MonthlyUsage & { allowance: Cost; isWhole: boolean },
): View {
  const share = Math.max(apiCalls / allowance.apiCalls, pushes / allowance.pushes);
  const used = (kind: keyof Cost, count: number): string =>
    usagePhrases.of(count, allowance[kind], allowance[kind] === FREE_EDITION[kind]);
  const top = Object.entries(byWork)
    .sort(([, a], [, b]) => b - a)
    .slice(0, TOP);
  return {
    title: usagePhrases.title(month),
    tone: share >= 0.8 ? "near" : "running",
    status: usagePhrases.status(share),
    body: [
      {
        kind: "facts",
        facts: [
          { label: usagePhrases.callsLabel(), value: used("apiCalls", apiCalls) },
          { label: usagePhrases.pushesLabel(), value: used("pushes", pushes) },
        ],
      },
      ...(top.length > 0
        ? [{ kind: "list" as const, items: top.map(([work, count]) => usagePhrases.line(work, count)) }]
        : []),
      ...(isWhole ? [] : [{ kind: "text" as const, text: usagePhrases.withoutScorers() }]),
      { kind: "text", text: roomFor(definition) },
    ],
    actions: [],
    footnote: usagePhrases.footnote(),
  };
}

/** How many cases the free edition has room for, by what was measured. */
function roomFor(definition: Definition): string {
  const { case: noun } = definition.campaign.words;
  const most = (photosPerRow: number) => mostCases(definition, costsWhere(measuredCosts, TYPING), photosPerRow);
  const withPhotos = takesEvidence(definition) ? { photos: PHOTOS_PER_ROW, cases: most(PHOTOS_PER_ROW) } : undefined;
  return usagePhrases.room(noun, most(0), withPhotos);
}
