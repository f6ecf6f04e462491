import { describe, expect, test } from "vitest";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { ALL_DISTRICTS, EVERYTHING, type Reach, reachOf } from "../../../src/campaign/tasks/reach.ts";
import { readState } from "../../../src/campaign/tasks/read-state.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing, shaoxingPeople } from "../definition/support/shaoxing.ts";

const startedAt = new Date("2023-08-09T09:00:00+08:00");
const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt });

/** An empty database that notes each statement, and the districts it is asked for. */
function emptyDatabase() {
  const statements: string[] = [];
  const table = (model: string) =>
    new Proxy(
      {},
      {
        get: (_, act: string) => async () => {
          statements.push(`${model}.${act}`);
          return act === "findMany" ? [] : null;
        },
      },
    );
  const raw = async ({ raw: [text = ""] }: TemplateStringsArray) => {
    statements.push(text.trim().split(/\s+/u).slice(0, 2).join(" "));
    return [];
  };
  const tx = new Proxy({}, { get: (_, name: string) => (name === "$queryRaw" ? raw : table(name)) });
  const unfinished = async ({ district = "all" }: { district?: string }) => {
    statements.push(`drafts of ${district}`);
    return [];
  };
  return { tx, statements, drafts: { unfinished } };
}

async function statementsFor(reach: Reach): Promise<string[]> {
  const { tx, statements, drafts } = emptyDatabase();
  const contributions = async () => {
    statements.push("decisions");
    return [];
  };
  const now = new Date("2023-09-26T10:00:00+08:00");
  const context = { tx, drafts, contributions, campaign, now, rulings: noRulings, people: shaoxingPeople };
  await readState(context as unknown as Context, reach);
  return statements;
}

const reachIn = (person: string): Reach => reachOf({ campaign, people: shaoxingPeople }, staffId(person));

describe("待办 and 帮助 read only what the person's tasks follow from", () => {
  test("of a clerk the own district's, in three statements", async () => {
    expect(reachIn("keqiao-1")).toEqual({
      handedIn: ["keqiao"],
      cases: ["keqiao"],
      city: false,
      decisions: false,
      team: false,
      consultation: false,
    });
    expect(await statementsFor(reachIn("keqiao-1"))).toEqual(["select 'list'", "select a.id,", "drafts of keqiao"]);
  });

  test("of the approver the decisions that wait, and no case", async () => {
    expect(await statementsFor(reachIn("approver"))).toEqual([
      "expectedDistricts.findUnique",
      "selection.findFirst",
      "evaluationTeam.findMany",
      "deadlineExtension.findMany",
      "consultationLetter.findMany",
      "select r.ruling,",
      "objection.findMany",
    ]);
  });

  test("of the organizer what has come from every district, and no case", async () => {
    expect(await statementsFor(reachIn("maxiaohan"))).toEqual([
      "select 'list'",
      "expectedDistricts.findUnique",
      "selection.findFirst",
      "evaluationTeam.findMany",
      "deadlineExtension.findMany",
      "consultationLetter.findMany",
      "select r.ruling,",
      "objection.findMany",
      "decisions",
    ]);
  });

  test("of the team's lead only whether there is a team", async () => {
    expect(await statementsFor(reachIn("team-lead"))).toEqual(["evaluationTeam.findMany"]);
  });

  test("of a member of the team only whether there is one", async () => {
    expect(await statementsFor(reachIn("team-1"))).toEqual(["evaluationTeam.findMany"]);
  });

  test.each(["auditor", "administrator", "nobody"])("of %s nothing", async (person) => {
    expect(await statementsFor(reachIn(person))).toEqual([]);
  });
});

test("进度 of all districts reads nothing of the city's own work", async () => {
  expect(await statementsFor(ALL_DISTRICTS)).toEqual(["select 'list'", "select a.id,", "drafts of all"]);
  expect(await statementsFor(EVERYTHING)).toHaveLength(11);
});
