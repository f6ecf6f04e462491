import type { Action, Block, View } from "../../platform/chat/view.ts";
import { type NamedCase, seeCases } from "../application/see-case.ts";
import type { Context } from "../engine/context.ts";
import { onBehalfPhrases } from "../engine/on-behalf-phrases.ts";
import { seeGaps } from "./gaps-page/views.ts";
import { duringRestMark } from "./lateness.ts";
import { exportName, listSource, listWords } from "./list-words.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { sealedPhrases } from "./sealed-copy/phrases.ts";
import { SEAL } from "./sealed-copy/views.ts";
import { type RecommendationList, recommendsNobody } from "./store.ts";
import { againstBlocks, titleOf } from "./views.ts";
import { withdrawalPhrases } from "./withdrawal-phrases.ts";

const text = (words: string): Block => ({ kind: "text", text: words });

const exportAction = (name: string): Action => ({
  id: "export.make",
  label: phrases.exportList(name),
  typed: `导出 ${name}`,
  look: "primary",
  subject: name,
});

export const WITHDRAW = "recommendation.withdraw";
export const TAKE_BACK = "recommendation.take-back";

const withdrawAction = ({ district, version }: RecommendationList): Action => ({
  id: WITHDRAW,
  label: withdrawalPhrases.word(),
  typed: withdrawalPhrases.word(),
  look: "default",
  subject: `${district}/${version}`,
});

export const takeBackAction = ({ district, version }: RecommendationList): Action => ({
  id: TAKE_BACK,
  label: withdrawalPhrases.takeBack(),
  typed: withdrawalPhrases.takeBack(),
  look: "default",
  subject: `${district}/${version}`,
});

const sealAction = ({ district, version }: RecommendationList): Action => ({
  id: SEAL,
  label: sealedPhrases.label(),
  typed: sealedPhrases.word(),
  look: "default",
  subject: `${district}/${version}`,
});

/** What is drawn of a reported list. */
export interface Reported {
  list: RecommendationList;
  /** In the list's order, by the names that they had. */
  named: readonly NamedCase[];
  /** Free texts by reference id. */
  texts: ReadonlyMap<string, string>;
  /** The city's list is published: none can be reported, withdrawn or put in force again. */
  isFrozen: boolean;
  /** Who reported it for the district without being of it. */
  enteredBy: string | undefined;
  /** Signature and stamped copy, in a sentence; whether they are all there. */
  seal: { words: string; isDone: boolean };
  /** Offices whose opinion is 不同意, by application id. */
  against: ReadonlyMap<string, readonly string[]>;
  /** What it has otherwise than the version before it; undefined for a first one. */
  difference: string | undefined;
}

/** A reported list. */
export function confirmedView(
  context: Context,
  { list, named, texts, isFrozen, enteredBy, seal, against, difference }: Reported,
): View {
  const { district, version, late } = list;
  const words = listWords(context.campaign.definition, district);
  const { cases, to } = words;
  const none = recommendsNobody(list);
  const exported = none ? undefined : exportName(context, district);
  const why = list.fewerReason && texts.get(list.fewerReason.personal);
  const whyLate = list.lateReason && texts.get(list.lateReason.personal);
  const isWithdrawn = list.withdrawnAt !== null;
  return {
    title: titleOf(context, district),
    tone: isWithdrawn ? "closed" : "done",
    status: isWithdrawn ? withdrawalPhrases.withdrawn() : phrases.confirmed(),
    body: [
      ...(none
        ? [text(phrases.noneConfirmedLead({ version, to, district: words.district, isWithdrawn }))]
        : [
            text(phrases.confirmedLead(cases(named.length), { version, late, to, isWithdrawn })),
            { kind: "list" as const, ordered: true, items: named.map(({ name }) => name) },
          ]),
      ...(difference === undefined ? [] : [text(difference)]),
      ...againstBlocks(named, against),
      text(seal.words),
      ...(list.lateness === "duringRest" ? [text(phrases.duringRest(duringRestMark(context, district)))] : []),
      ...(none && why ? [text(phrases.noneReason(why))] : []),
      ...(whyLate ? [text(phrases.lateReason(whyLate))] : []),
      ...(enteredBy === undefined ? [] : [text(onBehalfPhrases.sentence(enteredBy))]),
    ],
    actions: [
      ...(exported === undefined ? [] : [exportAction(exported)]),
      ...(isFrozen
        ? []
        : [
            { id: "recommendation.start", label: phrases.another(), typed: "推荐", look: "default" as const },
            isWithdrawn ? takeBackAction(list) : withdrawAction(list),
          ]),
      ...(isWithdrawn || seal.isDone ? [] : [sealAction(list)]),
      ...(none ? [] : [seeGaps(district)]),
      ...seeCases(context.campaign.definition, named, 4),
    ],
    footnote: phrases.footnote(listSource(context, district)),
  };
}
