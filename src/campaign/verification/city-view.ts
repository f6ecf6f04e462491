import type { Action, Block, View, ViewForm } from "../../platform/chat/view.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { momentWords } from "../definition/wording.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { teamMembers } from "../evaluation-team/store.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { type Criterion, criteriaOf } from "../scoring/rubric.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { reasonsOn, valueWords } from "../scoring/score-values.ts";
import { cityPhrases as phrases } from "./city-phrases.ts";
import { foundOnSite, foundWords } from "./found-on-site.ts";
import type { VerifiedCase } from "./ledger.ts";
import { photoPhrases } from "./photo-phrases.ts";
import { finalPhotosByRow, photosAction } from "./photos-taken.ts";
import { correctedPoints, isVerified, maySeeOthers, ownPoints, teamScoreRule, wholeTotal } from "./rules.ts";
import { rechecksOf } from "./store.ts";

export const SEE = "verification.see-case";
export const AGREE = "verification.agree";
export const RETURN = "verification.return";
export const RECHECK = "verification.recheck";

const text = (words: string): Block => ({ kind: "text", text: words });

/** 核验情况 of a case: the members' points side by side with the district's, and the city's figures. */
export async function cityView(context: Context, one: VerifiedCase, viewer: Member): Promise<View> {
  const { definition } = context.campaign;
  const name = one.application.compoundName;
  const members = await teamMembers(context);
  const nameOf = (id: string) => members.get(id)?.name ?? id;
  const sees = maySeeOthers(one, viewer.staffId);
  const done = one.finalized.length;
  return {
    title: phrases.title(name),
    tone: isVerified(one) ? "done" : "running",
    status: phrases.state(done, one.assigned.length),
    body: [
      { kind: "facts", facts: sees ? facts(context, one, nameOf) : [membersFact(one, nameOf)] },
      ...(sees ? foundLines(context, one) : [text(phrases.ownFirst())]),
      ...(sees ? await rowBlocks(context, one, nameOf) : []),
      ...(await recheckBlocks(context, one)),
    ],
    ...(sees ? formOf(context, one, viewer) : {}),
    actions: sees ? [...actionsOf(context, one, { viewer, nameOf }), ...(await photoAction(context, one))] : [],
    footnote: phrases.footnote(rulingDeciding(definition, "teamScore")?.id, nounsOf(definition)),
  };
}

/** What keeps the case out. */
function foundLines({ campaign: { definition }, rulings }: Context, one: VerifiedCase): Block[] {
  const found = foundOnSite(definition, rulings, one);
  return found ? [text(phrases.foundLine(foundWords(definition, found)))] : [];
}

type NameOf = (id: string) => string;

const membersFact = ({ assigned, finalized }: VerifiedCase, nameOf: NameOf) => ({
  label: phrases.membersLabel(),
  value: assigned.map((id) => phrases.member(nameOf(id), finalized.includes(id))).join("、") || phrases.notYet(),
});

function facts({ campaign: { definition } }: Context, one: VerifiedCase, nameOf: NameOf) {
  const { rubric } = definition;
  const nouns = nounsOf(definition);
  const has = one.rows.size > 0;
  const total = (points: ReadonlyMap<string, number>) => phrases.total(wholeTotal(rubric, points));
  return [
    membersFact(one, nameOf),
    { label: phrases.cityLabel(nouns), value: has ? total(ownPoints(one.rows)) : phrases.notYet() },
    ...(has ? [{ label: phrases.correctedLabel(nouns), value: total(correctedPoints(one.rows, one.district)) }] : []),
    { label: phrases.districtLabel(nouns), value: total(one.district) },
  ];
}

async function rowBlocks(context: Context, one: VerifiedCase, nameOf: NameOf): Promise<Block[]> {
  const nouns = nounsOf(context.campaign.definition);
  const rows = criteriaOf(context.campaign.definition.rubric);
  const given = rows.filter(({ id }) => one.rows.has(id));
  const apart = differing(context, one);
  const reasons = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, sheet] of one.sheets) reasons.set(id, await reasonsOn(context, sheet));
  const agreed = await agreedWords(context, one);
  const photos = await finalPhotosByRow(context, one);
  const items = apart.map((row) => {
    const figure = one.rows.get(row.id);
    const reported = one.district.get(row.id);
    const members = [...one.sheets].flatMap(([id, sheet]) =>
      memberWords(row, sheet, { name: nameOf(id), reason: reasons.get(id)?.get(row.id) }),
    );
    return phrases.row(row.id, [
      ...(reported === undefined ? [] : [phrases.reported(`${reported / HUNDREDTHS}分`)]),
      ...members,
      ...(figure ? [phrases.figure(figure, nouns)] : []),
      ...(agreed.get(row.id) ?? []),
      ...count(photos.get(row.id)),
    ]);
  });
  const others = rows.flatMap(({ id: row }) => {
    const taken = photos.get(row);
    return taken === undefined || apart.some(({ id }) => id === row) ? [] : [{ row, count: taken }];
  });
  const aside = one.setAside.map(({ scorer }) => nameOf(scorer));
  return [
    ...(aside.length > 0 ? [text(phrases.setAside(aside))] : []),
    ...(one.finalized.length === 1 && isVerified(one) ? [text(phrases.alone())] : []),
    ...(items.length > 0 ? [text(phrases.rowsLead()), { kind: "list" as const, items }] : []),
    ...(given.length > apart.length ? [text(phrases.same(given.length - apart.length))] : []),
    ...(others.length > 0 ? [text(photoPhrases.others(others))] : []),
    ...(given.length > 0 && given.length < rows.length ? [text(phrases.waiting(rows.length - given.length))] : []),
  ];
}

const count = (photos: number | undefined): string[] => (photos === undefined ? [] : [photoPhrases.count(photos)]);

/** Rows on which members, or the city and the district, are not of one opinion, or something was agreed. */
function differing({ campaign: { definition } }: Context, { rows, district, agreed }: VerifiedCase): Criterion[] {
  return criteriaOf(definition.rubric).filter(({ id }) => {
    const row = rows.get(id);
    return row && (row.least !== row.most || agreed.has(id) || district.get(id) !== row.hundredths);
  });
}

function memberWords(
  row: Criterion,
  { scores }: ScoreSheet,
  { name, reason }: { name: string; reason: string | undefined },
): string[] {
  const score = scores.get(row.id);
  if (!score) return [];
  const value =
    score.state === "given" && !row.knockOut ? `${score.hundredths / HUNDREDTHS}分` : valueWords(row, score);
  return [phrases.given(name, value, reason)];
}

async function agreedWords(context: Context, { agreed }: VerifiedCase): Promise<ReadonlyMap<string, string[]>> {
  const texts = await context.personal.read([...agreed.values()].map(({ reason }) => reason));
  const names = await namesOf(context.tx, [...new Set([...agreed.values()].map(({ recordedBy }) => recordedBy))]);
  return new Map(
    [...agreed].map(([id, { recordedBy, reason }]) => [
      id,
      [phrases.agreedWhy(names.get(recordedBy) ?? recordedBy, texts.get(reason?.personal ?? ""))],
    ]),
  );
}

async function recheckBlocks(context: Context, { caseId }: VerifiedCase): Promise<Block[]> {
  const all = await rechecksOf(context.tx, context.campaign.id, caseId);
  if (all.length === 0) return [];
  const texts = await context.personal.read(all.flatMap(({ reason, settled }) => [reason, settled?.outcome]));
  const names = await namesOf(context.tx, [...new Set(all.map(({ askedBy }) => askedBy))]);
  return all.map(({ askedBy, askedAt, criteria, reason, settled }) => {
    const by = names.get(askedBy) ?? askedBy;
    const asked = phrases.recheckLine(by, momentWords(askedAt), criteria, texts.get(reason?.personal ?? ""));
    return text(settled ? asked + phrases.settledLine(texts.get(settled.outcome?.personal ?? "")) : asked);
  });
}

/** 合议分, for the lead once all members have final points. */
function formOf(context: Context, one: VerifiedCase, viewer: Member): { form?: ViewForm } {
  const { definition } = context.campaign;
  const rows = differing(context, one).filter(({ knockOut }) => !knockOut);
  const may =
    context.cards.interactive &&
    isVerified(one) &&
    rows.length > 0 &&
    teamScoreRule(definition, context.rulings).agreedAllowed &&
    mayMember(definition, viewer, "verification.agree");
  if (!may) return {};
  return {
    form: {
      id: "verification-agree",
      action: AGREE,
      subject: one.caseId,
      submitLabel: phrases.agree(),
      fields: [
        {
          ...{ name: "row", label: phrases.rowField(), kind: "select", required: true },
          options: rows.map(({ id, short }) => ({ value: id, text: `${id} ${short}` })),
        },
        { name: "points", label: phrases.pointsField(), kind: "number", required: true },
        { name: "reason", label: phrases.reasonField(), kind: "textArea", required: true },
      ],
    },
  };
}

async function photoAction(context: Context, one: VerifiedCase): Promise<Action[]> {
  const { caseId, application } = one;
  const taken = await finalPhotosByRow(context, one);
  return taken.size > 0 ? [photosAction({ caseId, name: application.compoundName })] : [];
}

function actionsOf(
  { campaign: { definition } }: Context,
  { caseId, application: { compoundName: name }, finalized }: VerifiedCase,
  { viewer, nameOf }: { viewer: Member; nameOf: NameOf },
): Action[] {
  const returns = mayMember(definition, viewer, "verification.unlock") ? finalized : [];
  const mayRecheck =
    finalized.length > 0 &&
    (mayMember(definition, viewer, "selection.propose") || mayMember(definition, viewer, "selection.approve"));
  return [
    ...returns.map(
      (id): Action => ({
        ...{ id: RETURN, label: phrases.returnTo(nameOf(id)), typed: `核验退回 ${name} ${nameOf(id)}` },
        ...{ look: "default", subject: `${caseId} ${id}` },
      }),
    ),
    ...(mayRecheck
      ? [{ id: RECHECK, label: phrases.recheck(), typed: `复核 ${name}`, look: "default" as const, subject: caseId }]
      : []),
  ];
}
