import type { Block, View } from "../../platform/chat/view.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { dayWords, momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { awaitedWords } from "../ranking/awaited-lists.ts";
import { seeGaps } from "../recommendation/gaps-page/views.ts";
import { duringRestMark } from "../recommendation/lateness.ts";
import type { DistrictIntake, Intake } from "./intake.ts";
import { intakePhrases as phrases } from "./phrases.ts";
import { alarmsOf } from "./rules.ts";

/** Buttons of a card. */
export const ROOM = 6;

const text = (words: string): Block => ({ kind: "text", text: words });

/** 受理情况, for the city. */
export function intakeView(context: Context, intake: Intake): View {
  const nouns = nounsOf(context.campaign.definition);
  const { awaited, districts, eligible, needed } = intake;
  const lacking = districts.filter(({ list }) => (list?.lacking.items ?? 0) > 0);
  return {
    title: phrases.title(nouns),
    tone: alarmsOf(intake).length > 0 ? "near" : "running",
    body: [
      {
        kind: "facts",
        facts: [
          { label: phrases.listLabel(), value: awaitedWords(context, awaited) },
          { label: phrases.eligibleLabel(), value: phrases.eligible(eligible, needed, nouns) },
        ],
      },
      ...tooFewBlocks(context, intake),
      { kind: "list", items: districts.map((one) => districtLine(context, one)) },
      ...(intake.unanswered.length > 0 ? [text(phrases.unanswered(intake.unanswered))] : []),
      ...forecastBlocks(context, intake),
    ],
    actions: lacking.slice(0, ROOM).map(({ district, name }) => ({ ...seeGaps(district, name), label: `${name}所缺` })),
    footnote: phrases.estimate(nouns),
  };
}

/** Said at once, in a message of its own. */
export const alarmView = (context: Context, intake: Intake): View => ({
  title: phrases.title(nounsOf(context.campaign.definition)),
  tone: "near",
  body: [...tooFewBlocks(context, intake), ...forecastBlocks(context, intake)],
  actions: [seeIntake()],
  footnote: phrases.estimate(nounsOf(context.campaign.definition)),
});

export const SEE_INTAKE = "city-intake.see";

const seeIntake = () => ({
  ...{ id: SEE_INTAKE, label: phrases.word(), typed: phrases.word() },
  look: "primary" as const,
});

function tooFewBlocks({ campaign: { definition } }: Context, intake: Intake): Block[] {
  const tooFew = alarmsOf(intake).find(({ kind }) => kind === "tooFew");
  return tooFew?.kind === "tooFew" ? [text(phrases.tooFew(tooFew, nounsOf(definition)))] : [];
}

function districtLine(context: Context, { district, name, list }: DistrictIntake): string {
  const nouns = nounsOf(context.campaign.definition);
  if (!list) return phrases.line({ name }, [phrases.waiting()]);
  const at = momentWords(list.reportedAt);
  const seal = list.sealed ? phrases.sealed() : phrases.unsealed();
  const late =
    list.lateness === undefined
      ? []
      : [list.lateness === "late" ? phrases.lateness.late() : duringRestMark(context, district)];
  if (list.cases === 0) return phrases.line({ name }, [phrases.nobody(at), ...late]);
  const reported = phrases.reported({ version: list.version, cases: nouns.cases(list.cases) }, at);
  return phrases.line({ name }, [reported, ...late, phrases.lacking(list.lacking, nouns), seal]);
}

function forecastBlocks({ campaign: { definition } }: Context, intake: Intake): Block[] {
  const nouns = nounsOf(definition);
  const { forecast, load, hasTeam, openNotice } = intake;
  const heading: Block = { kind: "heading", text: phrases.forecastHeading() };
  if (!forecast) return load.sites === 0 ? [heading, text(phrases.nothingToVisit(nouns))] : [];
  const { feasible, days, until, giveWay } = forecast;
  const ruled = load.notice && load.notice.days > 0 ? load.notice : undefined;
  const [perSite, notice] = (["membersPerSite", "noticePeriod"] as const).map(
    (one) => rulingDeciding(definition, one)?.id,
  );
  return [
    heading,
    text(phrases.load(load, hasTeam, nouns)),
    text(
      [
        phrases.days({ days, until: dayWords(until) }),
        ...(ruled ? [phrases.noticeTaken(ruled.days, ruled.workingDays)] : []),
        ...(openNotice === undefined ? [] : [phrases.noticeOpen(openNotice)]),
      ].join(""),
    ),
    text(feasible ? phrases.enough(forecast, nouns) : phrases.notEnough(forecast, load.sites, nouns)),
    ...(feasible ? [] : [text(giveWay.length > 0 ? phrases.giveWayLead() : phrases.noWay())]),
    ...(giveWay.length > 0
      ? [{ kind: "list" as const, items: giveWay.map((way) => phrases.giveWay(way, perSite, notice, nouns)) }]
      : []),
  ];
}
