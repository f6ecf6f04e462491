import type { Application } from "../../application/application.ts";
import { standingsOf } from "../../application/requirements/standing.ts";
import { applicationsOf } from "../../application/store.ts";
import { findingsSeenBy } from "../../consultation/case-replies.ts";
import { districtName } from "../../definition/districts.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { pendingWords } from "../../ranking/pending.ts";
import { pointsWords } from "../../ranking/rules.ts";
import { scoredCompounds } from "../../ranking/summary.ts";
import { gapsOf } from "../../recommendation/gaps.ts";
import { sealState } from "../../recommendation/sealed-copy/sealed-copy.ts";
import { isSealed, sealWords } from "../../recommendation/sealed-copy/views.ts";
import { listsInForce } from "../../recommendation/store.ts";
import { HUNDREDTHS } from "../../scoring/points.ts";
import { sheetsOf } from "../../scoring/store.ts";
import { cityLedger } from "../../verification/ledger.ts";
import { maySeeOthers } from "../../verification/rules.ts";
import { findPhrases as phrases } from "./phrases.ts";
import { type Asked, type Bound, meets } from "./rules.ts";

/** What was found among the listed cases. */
export interface Answer {
  /** Listed cases asked about. */
  of: number;
  found: readonly Application[];
  lines: readonly string[];
  /** What was left out, and by what it was judged. */
  notes: readonly string[];
}

/** The listed cases that are asked for, with what each has or lacks. */
export async function answerTo(context: PersonContext, asked: Asked): Promise<Answer> {
  const listed = await listedCases(context, asked.district);
  if (asked.kind === "row") return byPoints(context, listed, asked);
  if (asked.kind === "satisfaction") return bySatisfaction(context, listed, asked);
  if (asked.topic === "lacking") return lacking(context, listed);
  return asked.topic === "unclear" ? unclear(context, listed) : unsealed(context, listed);
}

async function listedCases({ tx, campaign }: PersonContext, district: string | undefined): Promise<Application[]> {
  const lists = [...(await listsInForce(tx, campaign.id)).values()];
  const ids = new Set(lists.flatMap(({ items }) => items.map(({ applicationId }) => applicationId)));
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  return campaign.definition.campaign.districts.flatMap(({ id }) =>
    taking.filter((one) => one.district === id && ids.has(one.id) && (district ?? id) === id),
  );
}

type Listed = readonly Application[];

/** @param wordsOf nothing: the case is not among the found ones */
function answerOf(
  { campaign: { definition } }: PersonContext,
  listed: Listed,
  wordsOf: (one: Application) => readonly string[],
): Answer {
  const found = listed.filter((one) => wordsOf(one).length > 0);
  const lines = found.map((one) =>
    phrases.line(districtName(definition, one.district), one.compoundName, wordsOf(one)),
  );
  return { of: listed.length, found, lines, notes: [] };
}

/** Points that members gave are not looked through for who still scores the case. */
async function byPoints(context: PersonContext, listed: Listed, asked: { row: string } & Bound): Promise<Answer> {
  const ledger = await cityLedger(context);
  const points = new Map(
    (await scoredCompounds(context)).flatMap(({ applicationId: id, points: reviewed, verified }) => {
      const one = ledger.get(id);
      const given = (verified?.corrected ?? reviewed).get(asked.row);
      return given === undefined || (one && !maySeeOthers(one, context.person.staffId)) ? [] : [[id, given] as const];
    }),
  );
  const answer = answerOf(context, listed, ({ id }) => {
    const given = points.get(id);
    return given !== undefined && meets(given / HUNDREDTHS, asked)
      ? [phrases.points(asked.row, pointsWords(given))]
      : [];
  });
  const nouns = nounsOf(context.campaign.definition);
  const without = listed.filter(({ id }) => !points.has(id)).length;
  return {
    ...answer,
    notes: [...(without > 0 ? [phrases.noPoints(without, nouns)] : []), phrases.byPoints(nouns)],
  };
}

async function bySatisfaction(context: PersonContext, listed: Listed, asked: Bound): Promise<Answer> {
  const figures = new Map((await scoredCompounds(context)).map((one) => [one.applicationId, one.figure] as const));
  const answer = answerOf(context, listed, ({ id }) => {
    const figure = figures.get(id);
    return figure !== undefined && meets(figure, asked) ? [phrases.figure(figure)] : [];
  });
  const without = listed.filter(({ id }) => figures.get(id) === undefined).length;
  return {
    ...answer,
    notes: without > 0 ? [phrases.noFigure(without, nounsOf(context.campaign.definition))] : [],
  };
}

async function lacking(context: PersonContext, listed: Listed): Promise<Answer> {
  const { tx, campaign } = context;
  const standings = await standingsOf(context, listed);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const gaps = await gapsOf(context, listed, { standings, scoring: { sheets } });
  return answerOf(context, listed, ({ id }) => gaps.get(id) ?? []);
}

async function unclear(context: PersonContext, listed: Listed): Promise<Answer> {
  const { definition } = context.campaign;
  const standings = await standingsOf(context, listed, { findings: findingsSeenBy(context) });
  return answerOf(context, listed, ({ id, declaration }) => {
    const clauses = (standings.get(id)?.gate.unclear ?? []).map((one) => one.id);
    return [
      ...(declaration === "unclear" ? [pendingWords(definition)] : []),
      ...(clauses.length > 0 ? [phrases.clauses(nounsOf(definition).clauses(clauses))] : []),
    ];
  });
}

/** 盖章件 is of a list, with all cases on it. */
async function unsealed(context: PersonContext, listed: Listed): Promise<Answer> {
  const { definition } = context.campaign;
  const found: Application[] = [];
  const lines: string[] = [];
  for (const list of (await listsInForce(context.tx, context.campaign.id)).values()) {
    const on = listed.filter(({ id }) => list.items.some(({ applicationId }) => applicationId === id));
    const state = await sealState(context, list);
    if (on.length === 0 || isSealed(state)) continue;
    found.push(...on);
    const names = on.map(({ compoundName }) => compoundName);
    lines.push(phrases.list(districtName(definition, list.district), names, sealWords(state)));
  }
  return { of: listed.length, found, lines, notes: [] };
}
