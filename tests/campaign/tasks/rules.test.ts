import { describe, expect, test } from "vitest";
import type { RulingAnswer } from "../../../src/campaign/definition/rulings-in-force.ts";
import { type Membership, peopleOn } from "../../../src/campaign/directory/member.ts";
import type { Selection, SelectionState } from "../../../src/campaign/selection/selection.ts";
import { taskActions } from "../../../src/campaign/tasks/actions.ts";
import type { CampaignState, CaseState, FilledForm } from "../../../src/campaign/tasks/campaign-state.ts";
import { laterLines, ownLines } from "../../../src/campaign/tasks/lines.ts";
import { taskPhrases } from "../../../src/campaign/tasks/phrases.ts";
import { owed, tasksFor } from "../../../src/campaign/tasks/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { type CivilDate, civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { answer, at, nothing } from "./support/state.ts";

const DISTRICTS = shaoxing.campaign.districts.map(({ id }) => id);

const compound = (change: Partial<CaseState> = {}): CaseState => ({
  id: "case-1",
  district: "keqiao",
  name: "阳光花园",
  state: "submitted",
  submittedAt: at("08-25T10:00:00"),
  review: { state: "open", done: 0, of: 25 },
  opinionsWait: false,
  ...change,
});

const form = (change: Partial<FilledForm> = {}): FilledForm => ({
  district: "keqiao",
  startedBy: staffId("keqiao-1"),
  caseId: undefined,
  name: "阳光花园",
  done: 3,
  of: 23,
  ...change,
});

describe("盖章件待补", () => {
  const unsealed = new Map([["keqiao", { version: 2, at: at("09-27T10:00:00") }]]);
  const state = { ...nothing(), lists: { ...nothing().lists, unsealed } };
  const seals = (rest: Partial<CampaignState> = {}) =>
    owed({ ...state, ...rest }, at("10-08T10:00:00")).filter(({ what }) => what === "list.seal");

  test("is the officers' of the district, without a day, and nobody waits for it", () => {
    expect(seals().map(({ person, dueAt, waitsFor, about }) => [person, dueAt, waitsFor, about])).toEqual(
      ["keqiao-1", "keqiao-2"].map((person) => [person, undefined, undefined, { district: "keqiao", version: 2 }]),
    );
    expect(ownLines(state, seals(), at("10-08T10:00:00"))[0]).toBe("推荐名单：已报送，盖章件待补");
    expect(taskActions(state, seals().slice(0, 1))).toEqual([
      { id: "recommendation.seal", label: "登记盖章件", typed: "名单盖章件", look: "primary", subject: "keqiao/2" },
    ]);
  });

  test("is owed after 公布 too, and not once it has come", () => {
    expect([seals({ isPublished: true }).length, seals({ lists: nothing().lists }).length]).toEqual([2, 0]);
  });
});

describe("退回补正", () => {
  const returned = { until: "2023-10-09" as const, at: at("10-07T09:00:00") };
  const state = { ...nothing(), lists: { expected: [], received: new Set(DISTRICTS), nobody: new Set<string>() } };
  const correct = (change: Partial<CaseState>, rest: Partial<CampaignState> = {}) =>
    owed(
      { ...state, ...rest, cases: [{ ...compound(change), review: { state: "finalized", done: 25, of: 25 } }] },
      at("10-08T10:00:00"),
    ).filter(({ what }) => what === "return.correct");

  test("is the officers' to correct until 24:00 of its day, and awaited by who returned it", () => {
    const tasks = correct({ returned });

    expect(tasks.filter(({ person }) => person === "keqiao-1").map(({ dueAt, waitsFor }) => [dueAt, waitsFor])).toEqual(
      [[at("10-10T00:00:00"), undefined]],
    );
    expect(tasks.filter(({ person }) => person === "maxiaohan").map(({ waitsFor }) => waitsFor)).toEqual([
      { role: "districtOfficer", district: "keqiao" },
    ]);
    expect(ownLines(state, tasksFor(tasks, staffId("keqiao-1")), at("10-08T10:00:00"))).toEqual([
      "阳光花园：市级退回补正，期限10月9日，尚未报送补正",
    ]);
  });

  test.each([
    ["is not returned", {}, {}],
    ["was withdrawn", { returned, state: "withdrawn" as const }, {}],
    ["may not take part", { returned, state: "excluded" as const }, {}],
    ["is published", { returned }, { isPublished: true }],
  ])("of a case that %s is nobody's", (_what, change, rest) => {
    expect(correct(change, rest)).toEqual([]);
  });
});

const selection = (state: SelectionState): Selection => ({
  version: 2,
  items: [],
  state,
  recordedBy: "maxiaohan",
  recordedAt: at("10-09T10:00:00"),
  decidedBy: null,
  decidedAt: null,
  publishedBy: null,
  publishedAt: null,
  reopenedAt: null,
  authority: undefined,
  opinion: undefined,
});

/** Kinds of the person's tasks, with an arrow if they wait for somebody else, or a day if they can be done only then. */
const kinds = (state: Partial<CampaignState>, person: string, moment: string): string[] =>
  tasksFor(owed(stateOf(state), at(moment)), staffId(person)).map(
    ({ what, waitsFor, notBefore }) =>
      `${waitsFor ? `→${waitsFor.district ?? waitsFor.role} ` : ""}${notBefore ? `${notBefore} ` : ""}${what}`,
  );

const stateOf = (state: Partial<CampaignState>): CampaignState => ({
  ...nothing(),
  isPublished: state.selection?.state === "published",
  ...state,
});

const NOBODY = new Set<string>();
const ALL_LISTS = { expected: DISTRICTS, received: new Set(DISTRICTS), nobody: NOBODY };

describe("a clerk owes", () => {
  test.each([
    ["until stage two opens, nothing", "08-21T08:29:59", []],
    ["from its opening, applications and a list", "08-21T08:30:00", ["application.begin", "list.submit"]],
    ["the same on the last day of September", "09-30T23:59:59", ["application.begin", "list.submit"]],
    ["the same afterwards, late or not", "10-16T08:29:59", ["application.begin", "list.submit"]],
    ["from stage four, the report too", "10-16T08:30:00", ["application.begin", "list.submit", "report.submit"]],
  ])("%s", (_, moment, expected) => {
    expect(kinds({}, "keqiao-1", moment)).toEqual(expected);
  });

  test("an application that is being filled in, if it is the own one; a colleague owes none meanwhile and sees it", () => {
    const state = { forms: [form()] };

    expect(kinds(state, "keqiao-1", "08-25T10:00:00")).toEqual(["application.finish", "list.submit"]);
    expect(kinds(state, "keqiao-2", "08-25T10:00:00")).toEqual(["list.submit", "→keqiao application.finish"]);
    expect(kinds(state, "yuecheng-1", "08-25T10:00:00")).toEqual(["application.begin", "list.submit"]);
  });

  test("a form begun by somebody who has left the district falls to all its officials", () => {
    const state = { forms: [form({ startedBy: staffId("somebody") })] };

    expect(kinds(state, "keqiao-1", "08-25T10:00:00")).toEqual(["application.finish", "list.submit"]);
    expect(kinds(state, "keqiao-2", "08-25T10:00:00")).toEqual(["application.finish", "list.submit"]);
  });

  test.each([
    ["without points", { state: "open", done: 0, of: 25 }, ["review.score", "list.submit"]],
    ["one row short", { state: "open", done: 24, of: 25 }, ["review.score", "list.submit"]],
    ["with every row", { state: "open", done: 25, of: 25 }, ["review.finalize", "list.submit"]],
    ["that is final", { state: "finalized", done: 25, of: 25 }, ["list.submit"]],
  ] as const)("for a submitted compound %s", (_, review, expected) => {
    expect(kinds({ cases: [compound({ review })] }, "keqiao-1", "08-26T10:00:00")).toEqual(expected);
  });

  test.each([
    ["excluded", ["list.submit"]],
    ["withdrawn", ["application.begin", "list.submit"]],
  ] as const)("no points for one that is %s", (state, expected) => {
    expect(kinds({ cases: [compound({ state })] }, "keqiao-1", "08-26T10:00:00")).toEqual(expected);
  });

  test("no list once it is in, nor a first application; points of what has applied stay owed", () => {
    const lists = { expected: DISTRICTS, received: new Set(["keqiao"]), nobody: NOBODY };

    expect(kinds({ lists }, "keqiao-1", "09-25T10:00:00")).toEqual([]);
    expect(kinds({ lists, cases: [compound()] }, "keqiao-1", "09-25T10:00:00")).toEqual(["review.score"]);
  });

  test("no list if none is expected of the district", () => {
    const lists = { expected: ["yuecheng"], received: new Set<string>(), nobody: NOBODY };

    expect(kinds({ lists, cases: [compound({ state: "excluded" })] }, "keqiao-1", "09-25T10:00:00")).toEqual([]);
  });

  test("nothing of what leads to publication after it, but the report", () => {
    const state = { cases: [compound()], forms: [form()], selection: selection("published") };

    expect(kinds(state, "keqiao-1", "10-16T10:00:00")).toEqual(["report.submit"]);
    expect(kinds({ ...state, reports: new Set(["keqiao"]) }, "keqiao-1", "10-16T10:00:00")).toEqual([]);
  });

  test("by 24:00 of the stated day, since the stage began or the compound was submitted", () => {
    const tasks = tasksFor(owed({ ...nothing(), cases: [compound()] }, at("08-26T10:00:00")), staffId("keqiao-1"));

    expect(tasks).toEqual([
      {
        person: "keqiao-1",
        what: "review.score",
        about: {
          deliverable: "preliminary-review",
          district: "keqiao",
          caseId: "case-1",
          name: "阳光花园",
          done: 0,
          of: 25,
        },
        since: at("08-25T10:00:00"),
        dueAt: at("09-21T00:00:00"),
      },
      {
        person: "keqiao-1",
        what: "list.submit",
        about: { deliverable: "recommendation-list", district: "keqiao" },
        since: at("08-21T08:30:00"),
        dueAt: at("10-01T00:00:00"),
      },
    ]);
  });
});

describe("the approver owes", () => {
  test.each([
    ["pending", ["ruling.decide"]],
    ["confirmed", []],
    ["declined", []],
    ["superseded", []],
  ] as const)("for a ruling whose answer is %s", (state, expected) => {
    expect(kinds({ answers: [answer({ state })] }, "approver", "09-01T10:00:00")).toEqual(expected);
  });

  test.each([
    ["proposed", ["selection.decide"]],
    ["approved", []],
    ["declined", []],
    ["published", []],
  ] as const)("for a selection that is %s", (state, expected) => {
    expect(kinds({ selection: selection(state) }, "approver", "10-09T10:00:00")).toEqual(expected);
  });
});

test("a proposal of other expected districts waits for the approver, and is awaited by the organizer", () => {
  const lists = { ...nothing().lists, proposal: { districts: ["keqiao"], at: at("08-15T10:00:00") } };

  expect(kinds({ lists }, "approver", "08-15T10:00:00")).toEqual(["expected.decide"]);
  expect(kinds({ lists }, "maxiaohan", "08-15T10:00:00")).toEqual(["→approver expected.decide"]);
  expect(kinds({}, "approver", "08-15T10:00:00")).toEqual([]);
});

test("向省推荐 is proposed and sent by the organizer, decided by the approver, by the province's day", () => {
  const state = (next: "propose" | "decide" | "amend" | "send" | "nothing") => ({
    ...{ selection: selection("published"), isPublished: true },
    province: { next, version: 1, since: at("10-16T10:00:00"), dueOn: civilDate("2023-10-20") },
  });
  const now = "10-16T11:00:00";
  const [task] = owed({ ...nothing(), ...state("decide") }, at(now));

  expect(task?.dueAt).toEqual(at("10-21T00:00:00"));
  expect(kinds(state("decide"), "approver", now)).toEqual(["province.decide"]);
  expect(kinds(state("decide"), "maxiaohan", now)).toContain("→approver province.decide");
  for (const next of ["propose", "amend", "send"] as const) {
    expect(kinds(state(next), "maxiaohan", now)).toContain(`province.${next}`);
    expect(kinds(state(next), "approver", now)).toEqual([]);
  }
  expect(kinds(state("nothing"), "maxiaohan", now).join()).not.toContain("province");
});

test("a correction of the published list waits for the approver, who decides it by a press", () => {
  const state = {
    selection: selection("published"),
    isPublished: true,
    correction: { number: 2, at: at("10-16T10:00:00") },
  };
  const known = { ...nothing(), ...state };
  const own = tasksFor(owed(known, at("10-16T11:00:00")), staffId("approver"));

  expect(kinds(state, "approver", "10-16T11:00:00")).toEqual(["correction.decide"]);
  expect(kinds(state, "maxiaohan", "10-16T11:00:00")).toContain("→approver correction.decide");
  expect(ownLines(known, own, at("10-16T11:00:00"))).toEqual(["公布名单的第2次更正待您审批"]);
  expect(taskActions(known, own).map(({ typed, look }) => [typed, look])).toEqual([
    ["批准更正", "primary"],
    ["不批准更正", "danger"],
  ]);
});

describe("the organizer", () => {
  const beforeStageTwo = (state: Partial<CampaignState>) => kinds(state, "maxiaohan", "08-20T10:00:00");
  const lists = DISTRICTS.map((district) => `→${district} list.submit`);

  test("waits for the approver of a recorded answer, as the deputy does", () => {
    expect(beforeStageTwo({ answers: [answer()] })).toEqual(["→approver ruling.decide"]);
    expect(kinds({ answers: [answer()] }, "deputy", "08-20T10:00:00")).toEqual(["→approver ruling.decide"]);
  });

  test("owes from stage two the answers that publication waits for, except those that wait for the approver", () => {
    expect(beforeStageTwo({})).toEqual([]);
    expect(kinds({}, "maxiaohan", "08-21T08:30:00")).toEqual(["ruling.record", "ruling.record", ...lists]);
    expect(kinds({ answers: [answer()] }, "maxiaohan", "08-21T08:30:00")).toEqual(
      ["ruling.record", "→approver ruling.decide", ...lists].toSorted((a, b) => order(a) - order(b)),
    );
  });

  test("waits for each district's list, then owes the choice from stage three on", () => {
    const decided = {
      answers: [],
      rulings: new Map([
        ["R10", { text: "不公示" }],
        ["R14", { text: "区级" }],
      ]),
    };
    const all = { ...decided, lists: ALL_LISTS };
    const allButOne = {
      ...decided,
      lists: { expected: DISTRICTS, received: new Set(DISTRICTS.slice(1)), nobody: NOBODY },
    };

    expect(kinds(allButOne, "maxiaohan", "09-21T08:30:00")).toEqual([`→${DISTRICTS[0]} list.submit`]);
    expect(kinds(allButOne, "maxiaohan", "10-07T23:59:59")).toEqual([`→${DISTRICTS[0]} list.submit`]);
    expect(kinds(allButOne, "maxiaohan", "10-08T00:00:00")).toContain("selection.choose");
    expect(kinds(all, "maxiaohan", "09-21T08:29:59")).toEqual([]);
    expect(kinds(all, "maxiaohan", "09-21T08:30:00")).toEqual(["selection.choose"]);
  });

  test.each([
    ["proposed", ["→approver selection.decide"]],
    ["declined", ["selection.revise"]],
    ["reopened", ["selection.revise"]],
    ["approved", ["publication.publish"]],
    ["published", []],
  ] as const)("has of a selection that is %s", (state, expected) => {
    const rulings = new Map([
      ["R10", { text: "不公示" }],
      ["R14", { text: "区级" }],
    ]);

    expect(kinds({ rulings, lists: ALL_LISTS, selection: selection(state) }, "maxiaohan", "10-09T10:00:00")).toEqual(
      expected,
    );
  });

  describe("has 公布 of an approved list", () => {
    const answers = (...given: [string, RulingAnswer][]): CampaignState["rulings"] => new Map(given);
    const R14: [string, RulingAnswer] = ["R14", { text: "区级" }];
    /** Three calendar days, the first of which does not count. */
    const threeDays = answers(R14, ["R10", { text: "公示3天", value: { days: 3 } }]);
    const approved = { ...selection("approved"), decidedAt: at("10-09T15:00:00") };
    const notice = { beginsOn: civilDate("2023-10-09"), endsOn: civilDate("2023-10-12") };
    const having = (rulings: CampaignState["rulings"], moment: string) =>
      kinds({ rulings, lists: ALL_LISTS, selection: approved, notice }, "maxiaohan", moment);

    test.each([
      ["before 公示 has begun", {}],
      [
        "when it is shorter than a ruling of later asks for",
        { notice: { ...notice, endsOn: civilDate("2023-10-11") } },
      ],
    ])("公示 comes first: %s", (_, given) => {
      const state = { rulings: threeDays, lists: ALL_LISTS, selection: approved, ...given };
      expect(kinds(state, "maxiaohan", "10-13T10:00:00")).toEqual(["notice.begin"]);
    });

    test.each([
      ["on the day of the approval", "10-09T15:00:00", ["2023-10-13 publication.publish"]],
      ["on the last day of 公示", "10-12T23:59:59", ["2023-10-13 publication.publish"]],
      ["from the next day on", "10-13T00:00:00", ["publication.publish"]],
    ])("only once the days of 公示 are over: %s", (_, moment, expected) => {
      expect(having(threeDays, moment)).toEqual(expected);
    });

    test("at once where there is no 公示", () => {
      expect(having(answers(R14, ["R10", { text: "不公示", value: { days: 0 } }]), "10-09T15:00:00")).toEqual([
        "publication.publish",
      ]);
    });

    test("not while something stands against it, which 待办 names beside the day", () => {
      const hindrance = "不能公布：阳光花园：要求3-1待核实。";
      const state = { rulings: threeDays, lists: ALL_LISTS, selection: approved, notice, hindrance };
      const lines = (moment: string) =>
        laterLines(
          { ...nothing(), ...state },
          tasksFor(owed({ ...nothing(), ...state }, at(moment)), staffId("maxiaohan")),
        );
      const day = "公布：择优第2版的公示期未满，最早可于10月13日公布";

      expect(lines("10-12T23:59:59")).toEqual([`公布：择优第2版已批准。${hindrance}`, day]);
      expect(lines("10-13T00:00:00")).toEqual([`公布：择优第2版已批准。${hindrance}`]);
      expect(taskActions({ ...nothing(), ...state }, owed({ ...nothing(), ...state }, at("10-13T00:00:00")))).toEqual(
        [],
      );
    });

    test("not while a ruling that it waits for is open", () => {
      expect(having(answers(R14), "10-09T15:00:00")).toEqual(["ruling.record"]);
    });
  });

  test("registers what decisions rest on, as the deputy does, as long as something is missing", () => {
    const state = { unregistered: ["R14", "市级名单第2版"] };

    expect(kinds(state, "maxiaohan", "08-15T10:00:00")).toEqual(["authority.register"]);
    expect(kinds(state, "deputy", "08-15T10:00:00")).toEqual(["authority.register"]);
    expect(kinds(state, "approver", "08-15T10:00:00")).toEqual([]);
    expect(kinds({ unregistered: [] }, "maxiaohan", "08-15T10:00:00")).toEqual([]);
  });

  test("waits in stage four for the reports", () => {
    const state = { selection: selection("published"), reports: new Set(DISTRICTS.slice(1)) };

    expect(kinds(state, "maxiaohan", "10-16T08:29:59")).toEqual([]);
    expect(kinds(state, "maxiaohan", "10-16T08:30:00")).toEqual([`→${DISTRICTS[0]} report.submit`]);
  });
});

test("the team, the auditor and the administrator owe nothing yet", () => {
  const people = ["team-lead", "team-1", "auditor", "administrator"];
  const state = { cases: [compound()], answers: [answer()], selection: selection("proposed") };

  expect(people.flatMap((person) => kinds(state, person, "10-16T10:00:00"))).toEqual([]);
});

test("a closed campaign has no tasks", () => {
  const { campaign, ...state } = nothing();

  expect(owed({ ...state, campaign: { ...campaign, closedAt: at("11-30T00:00:00") } }, at("12-01T00:00:00"))).toEqual(
    [],
  );
});

/** Lists are due before publication. */
const order = (kind: string): number => (kind === "ruling.record" ? 0 : kind.endsWith("list.submit") ? 1 : 2);

describe("opinions given before a change of the form", () => {
  test("are confirmed by the officers of the district, without a day, until the list is published", () => {
    const state = {
      ...nothing(),
      cases: [compound({ opinionsWait: true, review: { state: "finalized", done: 25, of: 25 } })],
    };
    const kinds = (one: CampaignState) => owed(one, at("09-13T09:00:00")).map(({ what }) => what);

    const task = owed(state, at("09-13T09:00:00")).find(({ what }) => what === "opinion.confirm");
    expect(task).toMatchObject({
      person: "keqiao-1",
      about: { caseId: "case-1", name: "阳光花园", district: "keqiao" },
    });
    expect(task?.dueAt).toBeUndefined();
    expect(kinds({ ...state, isPublished: true })).not.toContain("opinion.confirm");
    expect(kinds({ ...state, cases: [compound()] })).not.toContain("opinion.confirm");
  });
});

describe("who stands in for somebody", () => {
  const person = (id: string, rest: Partial<Membership>): Membership => ({
    ...{ staffId: staffId(id), name: id, role: "approver", from: "2023-08-01" },
    ...rest,
  });
  const leave = { from: "2023-09-04", until: "2023-09-08" } as const;
  const standIn = (id: string, principal: string, rest: Partial<Membership> = {}): Membership =>
    person(id, { ...leave, standsInFor: staffId(principal), ...rest });
  const lines = (
    members: readonly Membership[],
    state: Partial<CampaignState>,
    who: string,
    day: CivilDate,
  ): string[] => {
    const now = new Date(`${day}T10:00:00+08:00`);
    const whole = stateOf({ ...state, people: peopleOn(members, day) });
    return ownLines(whole, tasksFor(owed(whole, now), staffId(who)), now);
  };
  const waits = { answers: [answer({ approver: staffId("head") })] };
  const decide = (name?: string): string[] => {
    const line = taskPhrases.decideRuling("R14", "以区级初评分为准");
    return [name === undefined ? line : taskPhrases.inPlaceOf(line, name)];
  };

  test.each<[CivilDate, string[]]>([
    ["2023-09-03", []],
    ["2023-09-04", decide("head")],
    ["2023-09-08", decide("head")],
    ["2023-09-09", []],
  ])("on %s of a leave from 9月4日 until 9月8日 the approver's answers wait for the stand-in: %j", (day, expected) => {
    const members = [person("head", { away: [leave] }), standIn("deputy", "head")];

    expect(lines(members, waits, "deputy", day)).toEqual(expected);
    expect(lines(members, waits, "head", day)).toEqual(expected.length === 0 ? decide() : []);
  });

  test("without a leave both have them; of two approvers only the named one and who stands in for them", () => {
    const members = [person("head", {}), person("second", {}), person("third", {}), standIn("third", "head")];

    expect(lines(members, waits, "head", "2023-09-05")).toEqual(decide());
    expect(lines(members, waits, "second", "2023-09-05")).toEqual([]);
    expect(lines(members, waits, "third", "2023-09-05")).toEqual(decide("head"));
  });

  test("of a clerk has the form that the clerk began, and the district's work, marked", () => {
    const clerk = { role: "districtOfficer", district: "keqiao" } as const;
    const members = [person("k1", clerk), person("k2", clerk), standIn("z1", "k1", clerk)];
    const begun = { forms: [form({ startedBy: staffId("k1") })] };

    expect(lines(members, begun, "k2", "2023-09-05").map((line) => line.includes("阳光花园"))).toEqual([false]);
    expect(lines(members, begun, "z1", "2023-09-05").map((line) => line.includes("（代k1）"))).toEqual([true, true]);
    expect(lines(members, begun, "z1", "2023-09-09")).toEqual([]);
  });
});
