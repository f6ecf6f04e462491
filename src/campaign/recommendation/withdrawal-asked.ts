import type { Draft } from "../../platform/conversation/drafts.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { pendingConfirmations } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { listVersion, newestList, type RecommendationList } from "./store.ts";
import { withdrawalPhrases as phrases } from "./withdrawal-phrases.ts";

/** Kind of the card and of the dialogue. Subject of the card: {@link subjectOf}. */
export const WITHDRAWAL = "recommendation.withdrawal";
/** Draft that lasts while a person has asked for a withdrawal and not confirmed it. Subject: {@link subjectOf}. */
const ASKED = "recommendation.withdrawal-asked";

export const subjectOf = ({ district, version }: Pick<RecommendationList, "district" | "version">): string =>
  `${district}/${version}`;

export function named(subject: string): { district: string; version: number } {
  const [district = "", version = ""] = subject.split("/");
  return { district, version: Number(version) };
}

const askedBy = async (context: Context, person: StaffId): Promise<Draft[]> =>
  (await context.drafts.unfinished({ kind: ASKED })).filter(({ startedBy }) => startedBy === person);

/** 撤回名单 was said: 确认撤回 confirms it until 取消. */
export async function askListWithdrawal(context: PersonContext, list: RecommendationList): Promise<void> {
  const { staffId } = context.person;
  if (await isListWithdrawalAsked(context, staffId, subjectOf(list))) return;
  await context.drafts.start({ kind: ASKED, subject: subjectOf(list), startedBy: staffId, body: {} });
}

/** Whether the person has asked for it and neither confirmed nor cancelled it. */
export const isListWithdrawalAsked = async (context: Context, person: StaffId, subject: string): Promise<boolean> =>
  (await askedBy(context, person)).some((draft) => draft.subject === subject);

/** Confirmed: nobody's question for it waits any more. */
export async function endAsked({ drafts }: Context, subject: string): Promise<void> {
  for (const draft of await drafts.unfinished({ kind: ASKED, subject })) await drafts.save(draft, { state: "done" });
}

/** 取消 ends it, and the card says that the list stands. */
export const askedListWithdrawals = extend(pendingConfirmations, async (context, { person }) => {
  const all = await Promise.all(
    (await askedBy(context, person)).map(async (draft) => {
      const subject = draft.subject ?? "";
      const { district, version } = named(subject);
      const list = await listVersion(context.tx, { campaignId: context.campaign.id, district, version });
      // A newer version has taken its place.
      const isNewest = (await newestList(context.tx, context.campaign.id, district))?.version === version;
      if (list.withdrawnAt || !isNewest) return [];
      const disarm = async () => {
        await context.drafts.save(draft, { state: "dropped" });
        await context.cards.refresh({ kind: WITHDRAWAL, subject });
      };
      return [{ name: phrases.asWhole(version), typed: phrases.confirmTyped(), disarm }];
    }),
  );
  return all.flat();
});
