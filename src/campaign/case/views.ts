import type { Action, Block, View } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Application } from "../application/application.ts";
import { stepOf } from "../application/extension-points.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { publishedApplications } from "../selection/store.ts";
import { askAction } from "../support/views.ts";
import { faceOf } from "./face.ts";
import { evidenceActions, evidenceFace } from "./faces/evidence.ts";
import { historyFace } from "./faces/history.ts";
import { overviewFace } from "./faces/overview.ts";
import { pointsFace } from "./faces/points.ts";
import { requirementsFace } from "./faces/requirements.ts";
import { casePhrases as phrases } from "./phrases.ts";
import { type Face, facesOf } from "./rules.ts";
import { type Seen, seenBy } from "./seen.ts";

/** Subject: the application's id. Each person has their own face of it. */
export const CASE_CARD = "case.card";
export const TURN = "case.turn";

export const drawFace: Readonly<Record<Face, (context: Context, seen: Seen) => Promise<Block[]>>> = {
  overview: overviewFace,
  requirements: requirementsFace,
  points: pointsFace,
  evidence: evidenceFace,
  history: historyFace,
};

/** The case on the face that the viewer turned to; for who does not see it any more, one sentence. */
export async function caseView(context: Context, application: Application, viewer: StaffId): Promise<View> {
  const { definition } = context.campaign;
  const seen = await seenBy(context, viewer, application);
  if (!seen) return phrases.notSeen(nounsOf(definition));
  const face = await faceOf(context, viewer, application.id);
  const status = await statusOf(context, seen);
  return {
    title: phrases.title(districtName(definition, application.district), application.compoundName),
    tone: TONES[status],
    status: `${phrases.status[status]}　${phrases.faces[face]}`,
    body: await drawFace[face](context, seen),
    actions: [
      ...facesOf(definition).map((one) => turn(application, one, one === face)),
      ...(face === "evidence" ? await evidenceActions(context, seen) : []),
      ...(face === "overview" && seen.sight === "own" && !context.campaign.closedAt ? [askAction(application)] : []),
    ],
  };
}

const turn = ({ id, compoundName }: Application, face: Face, isShown: boolean): Action => ({
  ...{ id: TURN, label: phrases.faces[face], typed: phrases.typed(compoundName, face), look: "default" },
  ...{ subject: `${id}/${face}` },
  ...(isShown ? { disabled: true } : {}),
});

export type Status = keyof typeof phrases.status;

const TONES: Readonly<Record<Status, View["tone"]>> = {
  submitted: "running",
  finalized: "running",
  reported: "done",
  proposed: "running",
  approved: "done",
  selected: "done",
  notSelected: "closed",
  excluded: "overdue",
  withdrawn: "closed",
};

/** How far the case has come, as far as the viewer may know: before 公布 a district hears of no decision of the city. */
export async function statusOf(context: Context, { application, sight }: Seen): Promise<Status> {
  if (application.state !== "submitted") return application.state;
  const step = await stepOf(context, application.id);
  if (step === "submitted" || step === "finalized") return step;
  const published = await publishedApplications(context.tx, context.campaign.id);
  if (published) return published.has(application.id) ? "selected" : "notSelected";
  if (sight === "own" || step === "recommended" || step === "published") return "reported";
  return step;
}
