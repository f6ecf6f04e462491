import type { View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Feature } from "../../engine/feature.ts";
import { usagePhrases } from "./phrases.ts";

export interface MonthlyUsage {
  apiCalls: number;
  pushes: number;
  /** Calls by what they do: 发送卡片. */
  byWork: Record<string, number>;
}

/** Monthly limits of DingTalk's free edition. */
const LIMITS = { apiCalls: 5_000, pushes: 3_000 };
const TOP = 5;

/** @param readUsage reads the usage of a month, `yyyy-MM`, in campaign time */
export const usageFeature = (readUsage: (month: string) => Promise<MonthlyUsage>): Feature => ({
  commands: [
    {
      id: "usage.see",
      words: ["用量", "接口用量", "usage"],
      capability: "usage.see",
      effect: "read",
      help: { example: "用量", purpose: "查看本月钉钉接口和推送用量" },
      async handle(context) {
        const month = dayOf(context.now).slice(0, 7);
        await context.reply(usageView(month, await readUsage(month)));
        return {};
      },
    },
  ],
});

function usageView(month: string, { apiCalls, pushes, byWork }: MonthlyUsage): View {
  const share = Math.max(apiCalls / LIMITS.apiCalls, pushes / LIMITS.pushes);
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
          { label: usagePhrases.callsLabel(), value: usagePhrases.of(apiCalls, LIMITS.apiCalls) },
          { label: usagePhrases.pushesLabel(), value: usagePhrases.of(pushes, LIMITS.pushes) },
        ],
      },
      ...(top.length > 0
        ? [{ kind: "list" as const, items: top.map(([work, count]) => usagePhrases.line(work, count)) }]
        : []),
    ],
    actions: [],
    footnote: usagePhrases.footnote(),
  };
}
