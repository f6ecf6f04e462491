import type { Action, Block, View } from "../../platform/chat/view.ts";
import { dayOf, shanghaiIso } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationById } from "../application/store.ts";
import { chainBlocks } from "../case/chain/chain.ts";
import { decisionsOn } from "../case/decisions.ts";
import { actsOf, historyLines } from "../case/history.ts";
import { casePhrases } from "../case/phrases.ts";
import { facesOf } from "../case/rules.ts";
import type { Seen } from "../case/seen.ts";
import { drawFace, statusOf } from "../case/views.ts";
import { districtName } from "../definition/districts.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { evidenceStrips } from "../evidence/coverage.ts";
import { answersOf } from "../ruling/store.ts";
import { isFinalized } from "../scoring/points.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { sheetOf } from "../scoring/store.ts";
import { totalBySection } from "../scoring/views.ts";
import { seesCase } from "../verification/city-case.ts";
import { cityView } from "../verification/city-view.ts";
import { cityLedger } from "../verification/ledger.ts";
import { entriesOn } from "./entries.ts";
import { historyPhrases } from "./phrases.ts";
import { receiversOf } from "./receivers.ts";
import { endOf, type ThenFace } from "./rules.ts";

const phrases = historyPhrases.lookBack;

/** Lines of what was done before, on the first page. */
const LAST_ACTS = 6;

const text = (words: string): Block => ({ kind: "text", text: words });

export interface LookedAt {
  at: Date;
  face: ThenFace;
}

/**
 * The case as it was, drawn by today's code from the journal: whatever is shown of the present is shown of then.
 * @throws {RefusalError} for a moment to come, or before the case was handed in
 */
export async function lookBackView(context: PersonContext, seen: Seen, { at, face }: LookedAt): Promise<View> {
  const { application } = seen;
  const asked = momentOf(at);
  const entries = await entriesOn(context, application.id);
  const since = entries.find(({ action }) => action === "application.submitted")?.at;
  if (since === undefined || since > at) {
    const first = since && momentWords(since);
    throw new RefusalError("case-history.not-yet", phrases.notYet(application.compoundName, asked, first));
  }
  const today = (await cityLedger(context)).get(application.id);
  const finalToday = new Set(today?.finalized ?? []);
  const body = await context.lookBack(at, application.id, async (then) => {
    const past = await applicationById(then.tx, application.id);
    if (!past) return [text(phrases.notYet(application.compoundName, asked, momentWords(since)))];
    const seenThen = { ...seen, application: past, finalToday };
    if (face === "summary") return summary(context, then, seenThen);
    if (face === "verification") return verificationFace(context, then, seenThen);
    return drawFace[face](then, seenThen);
  });
  const moments = entries.map((entry) => entry.at);
  return {
    title: phrases.title(
      `${districtName(context.campaign.definition, application.district)}　${application.compoundName}`,
    ),
    tone: "closed",
    status: `${asked}　${historyPhrases.faces[face]}`,
    body: [text(phrases.lead(asked)), ...body],
    actions: actionsOf(context, seen, { at, face }, moments),
    footnote: phrases.footnote(),
  };
}

/** 2023年9月13日（周三）23:59 */
export const momentOf = (at: Date): string => `${dayOf(at).slice(0, 4)}年${momentWords(at)}`;

async function summary(context: PersonContext, then: Context, seen: Seen): Promise<Block[]> {
  const { application } = seen;
  const done = [...(await actsOf(then, seen)), ...(await decisionsOn(then, seen))];
  const lines = await historyLines(then, seen, done);
  const strip = (await evidenceStrips(then, [application.id])).get(application.id);
  const told = await receiversOf(context, application.id, then.now);
  const facts = [
    { label: phrases.state(), value: casePhrases.status[await statusOf(then, seen)] },
    ...(lines[0] === undefined ? [] : [{ label: phrases.lastAct(), value: lines[0] }]),
    { label: phrases.rulings(), value: await rulingsThen(then) },
    { label: phrases.told(), value: told.length > 0 ? told.join("、") : phrases.toldNone() },
  ];
  return [
    { kind: "facts", facts },
    ...(strip === undefined ? [] : [text(casePhrases.proof(strip))]),
    { kind: "heading", text: phrases.points() },
    ...(await pointsThen(then, application.id)),
    ...(await chainBlocks(then, seen)),
    { kind: "heading", text: phrases.acts() },
    { kind: "list", items: lines.slice(0, LAST_ACTS) },
  ];
}

async function pointsThen(then: Context, caseId: string): Promise<Block[]> {
  const sheet = await sheetOf(then.tx, { caseId, ledger: "district", scorer: DISTRICT_SCORER });
  return sheet && isFinalized(sheet) ? totalBySection(then, sheet) : [text(phrases.noPoints())];
}

/** Rulings confirmed by then, each with its version. */
async function rulingsThen({ tx, campaign, now }: Context): Promise<string> {
  const answers = await answersOf(tx, campaign.id);
  const inForce = new Map(
    answers
      .filter(
        ({ state, effectiveAt }) => state === "confirmed" && (effectiveAt?.getTime() ?? Infinity) <= now.getTime(),
      )
      .map(({ ruling, version }) => [ruling, phrases.ruling(ruling, version)]),
  );
  return inForce.size > 0 ? [...inForce.values()].join("、") : phrases.rulingsNone(nounsOf(campaign.definition));
}

/** 核验情况 of then, for who sees it today; a member's points that are not final today are not shown either. */
async function verificationFace(context: PersonContext, then: Context, { application }: Seen): Promise<Block[]> {
  const { definition } = context.campaign;
  const { id } = application;
  if (!seesCase(definition, context.person, id)) return [text(phrases.noVerification())];
  const [past, today] = [(await cityLedger(then)).get(id), (await cityLedger(context)).get(id)];
  const areFinal = past?.finalized.every((member) => today?.finalized.includes(member)) ?? false;
  if (!past || !areFinal) return [text(phrases.noVerification())];
  return (await cityView(then, past, context.person)).body;
}

function actionsOf(
  { campaign }: PersonContext,
  { application }: Seen,
  { at, face }: LookedAt,
  moments: readonly Date[],
): Action[] {
  const name = application.compoundName;
  const link = (label: string, typed: string, disabled = false): Action => ({
    ...{ id: "case-history.look-back", label, typed, look: "default" as const },
    ...(disabled ? { disabled } : {}),
  });
  const minute = shanghaiIso(at).slice(0, 16).replace("T", " ");
  const faces: readonly ThenFace[] = ["summary", ...facesOf(campaign.definition), "verification"];
  const start = endOf(dayOf(at), minute.slice(11)).getTime() - 60_000;
  const earlier = moments.findLast((moment) => moment.getTime() <= start);
  const later = moments.find((moment) => moment > at);
  const step = (label: string, moment: Date | undefined): Action[] =>
    moment ? [link(label, phrases.typed(shanghaiIso(moment).slice(0, 16).replace("T", " "), name, face))] : [];
  return [
    ...faces
      .filter((one) => one !== face)
      .map((one) => link(historyPhrases.faces[one], phrases.typed(minute, name, one))),
    ...step(phrases.earlier(), earlier),
    ...step(phrases.later(), later),
  ];
}
