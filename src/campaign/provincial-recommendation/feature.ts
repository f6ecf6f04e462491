import { textView } from "../../platform/chat/view.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { decisionsMade } from "../authority/extension-points.ts";
import { mayMember } from "../directory/member.ts";
import { campaignClosed } from "../engine/acceptance.ts";
import { type FilePlace, filePlaces } from "../engine/dispatch/file-places.ts";
import { type CardRenderer, extend, type Feature, redrawOn } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { onStandings } from "../ranking/redraw.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { publicationWaitsChanged, selectionChanged } from "../selection/events.ts";
import { besideResult } from "../selection/extension-points.ts";
import { suspensionChanged } from "../selection/publication/events.ts";
import { provincialCommands } from "./commands.ts";
import { registrableProvincial } from "./decide.ts";
import { provincialChanged } from "./events.ts";
import { provincialPhrases as phrases, provincialRefusals as refusals } from "./phrases.ts";
import { PROVINCIAL_CARD } from "./propose.ts";
import { PAPER, recordCommands } from "./record-commands.ts";
import { hasProvince } from "./rules.ts";
import { shownItems } from "./shown.ts";
import { provincialInForce, provincialTable, provincialVersions } from "./store.ts";
import { draftView, maySee, versionView, viewerOf } from "./views.ts";

const renderer: CardRenderer = {
  kind: PROVINCIAL_CARD,
  redrawOn: [
    redrawOn(provincialChanged),
    redrawOn(selectionChanged),
    redrawOn(suspensionChanged),
    redrawOn(publicationWaitsChanged),
    redrawOn(attachmentsChanged),
    redrawOn(peopleChanged),
    redrawOn(campaignClosed),
    ...onStandings,
    ...onRequirements(),
    onDecisions("provinceFromSelected", "undecidedRequirement"),
  ],
  async render(context, { chat, subject }) {
    const viewer = viewerOf(context, chat);
    if (!maySee(context, viewer)) return textView(phrases.title(0), refusals.mayNotSee(), { tone: "closed" });
    const found = (await provincialVersions(context.tx, context.campaign.id)).find(
      ({ version }) => String(version) === subject,
    );
    return found ? versionView(context, found, viewer) : draftView(context, viewer);
  },
};

/** Once it has gone to the province, a district reads it of its own cases. */
const ownPlaces = extend(besideResult, async (context, { applicationIds }) => {
  const inForce = await provincialInForce(context.tx, context.campaign.id);
  if (!inForce || inForce.sentOn === undefined) return undefined;
  const province = context.campaign.definition.campaign.city.province ?? "";
  const lines = (await shownItems(context, inForce)).flatMap(({ applicationId, name }, at) =>
    applicationIds.includes(applicationId) ? [phrases.ownPlace(name, province, at + 1)] : [],
  );
  return lines.length === 0 ? undefined : lines;
});

/** A dropped file may be one of the province's forms, once a version is approved. */
const paperPlace = extend(filePlaces, async (context, { file, person }): Promise<FilePlace | undefined> => {
  const { definition, id } = context.campaign;
  if (!hasProvince(definition) || !mayMember(definition, person, "publication.publish")) return undefined;
  if (!(await provincialInForce(context.tx, id))) return undefined;
  const action = { id: PAPER, label: phrases.placeAction(), typed: phrases.typedPaper(file.name) };
  return { action: { ...action, look: "default" } };
});

/** 向省推荐: the cases that the city recommends to the province, after 公布. */
export const provincialRecommendationFeature: Feature = {
  tables: [provincialTable],
  commands: [...provincialCommands, ...recordCommands],
  renderers: [renderer],
  enforces: ["provinceFromSelected"],
  extensions: [
    extend(rulingEffects("provinceFromSelected"), async () => []),
    extend(decisionsMade, registrableProvincial),
    ownPlaces,
    paperPlace,
  ],
};
