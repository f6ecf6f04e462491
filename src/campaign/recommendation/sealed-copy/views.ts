import type { View, ViewForm } from "../../../platform/chat/view.ts";
import { isCivilDate } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { annexFor } from "../../definition/purposes.ts";
import { fullDayWords } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { listDeliverable } from "../levels.ts";
import { listVersion, type RecommendationList } from "../store.ts";
import { sealedPhrases as phrases } from "./phrases.ts";
import { type SealState, sealState } from "./sealed-copy.ts";

export const SEAL = "recommendation.seal";
export const SEAL_CARD = "recommendation.seal";

type Version = Pick<RecommendationList, "district" | "version">;

/** Subject of the card. */
export const subjectOf = ({ district, version }: Version): string => `${district}/${version}`;

export function named(subject: string): Version {
  const [district = "", version = ""] = subject.split("/");
  return { district, version: Number(version) };
}

/** 附件4, or what the campaign calls its list. */
export const paperOf = (definition: Definition, district: string): string =>
  annexFor(definition, "list")?.name ?? listDeliverable(definition, district)?.name ?? "";

const day = (on: string): string => (isCivilDate(on) ? fullDayWords(on) : on);

export const sealWords = (state: SealState): string => phrases.state(state, day);

export const isSealed = ({ signer, signedOn, pages }: SealState): boolean =>
  signer !== undefined && signedOn !== null && pages > 0;

/** Who signed the list and when, and whether its stamped copy has come; with a form for the first two. */
export async function sealView(context: Context, list: RecommendationList): Promise<View> {
  const { definition } = context.campaign;
  const { district, version } = list;
  const state = await sealState(context, list);
  const paper = paperOf(definition, district);
  const ask = context.cards.interactive ? phrases.ask(paper) : phrases.askTyped(paper);
  const isDone = isSealed(state);
  return {
    title: phrases.title(districtName(definition, district), version),
    tone: isDone ? "done" : "near",
    status: isDone ? phrases.settled() : phrases.awaited(),
    body: [{ kind: "text", text: sealWords(state) }, ...(isDone ? [] : [{ kind: "text" as const, text: ask }])],
    ...(context.cards.interactive && !isDone ? { form: signatureForm(list, state) } : {}),
    actions: [],
  };
}

const signatureForm = ({ district, version }: RecommendationList, { signer, signedOn }: SealState): ViewForm => ({
  id: "seal",
  action: SEAL,
  subject: `${district}/${version}`,
  submitLabel: phrases.save(),
  fields: [
    {
      ...{ name: "signer", label: phrases.signerField(), kind: "text", required: false },
      ...(signer === undefined ? {} : { value: signer }),
    },
    {
      ...{ name: "signedOn", label: phrases.dateField(), kind: "date", required: false },
      ...(signedOn === null ? {} : { value: signedOn }),
    },
  ],
});

/** What has come of a list after a step, as an answer in words that asks for the rest. */
export async function stateView(context: Context, { district, version }: Version, said: string): Promise<View> {
  const list = await listVersion(context.tx, { campaignId: context.campaign.id, district, version });
  const { form: _, body, ...view } = await sealView(context, list);
  return {
    ...view,
    body: [{ kind: "text", text: said }, ...body],
    asks: { kind: SEAL_CARD, state: { subject: subjectOf(list) } },
  };
}
