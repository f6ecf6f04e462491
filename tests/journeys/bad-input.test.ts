import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import type { RecordedState } from "../../src/platform/journal/replay.ts";
import { connect } from "./database.ts";
import { copyFolder, edit } from "./folder.ts";
import { readAll, refusal, said } from "./reading.ts";
import { startWorld, type World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const NOT_YOURS = chatPhrases.notYourCard();
const UNKNOWN_CARD = chatPhrases.unknownCard();
const UNKNOWN_ACTION = chatPhrases.unknownAction();
const HEARD_NOTHING = said("### 您好", "没有收到文字内容。发送「帮助」可查看能办理的事项。");
const WHICH_REFERENCE =
  "请注明要查的编号，例如「依据 L15」（文件行）、「依据 3-2」（评分条目）、「依据 附件1第10项」、「依据 R14」（口径）。";
const ROBOT_MESSAGES = "/v1.0/im/bot/messages/get";

let world: World;
let before: RecordedState;

const sentBelow = async (): Promise<string> => dispatchPhrases.sentBelow(new Date(await world.emulator.clock.now()));

beforeAll(async () => {
  world = await worldAt("8月10日");
  await redeliversSoon();
});
// Nothing that these tests do changes the campaign, so all of them may do it to the same one.
beforeEach(async () => {
  before = await campaignState();
});
afterAll(() => world.end());

const redeliversSoon = () => world.call("/settings", { redeliverAfterMs: 300, cardAnswerMs: 2_000 });

async function campaignState(): Promise<RecordedState> {
  const database = await connect(world);
  const { actual } = await database.replay();
  await database.close();
  return actual;
}

/** Whatever happened: the campaign is as it was, and the next message is answered as ever. */
async function expectNothingChanged(userId = "keqiao-1"): Promise<void> {
  expect(await campaignState()).toEqual(before);
  const answers = readAll(await world.as(userId).says("依据"));
  expect(answers).toEqual([refusal(WHICH_REFERENCE)]);
}

const asks = async (userId: string, text: string): Promise<string[]> => readAll(await world.as(userId).says(text));

/** The newest card of this person, by its id on the platform. */
async function cardOf(userId: string): Promise<string> {
  return (await world.as(userId).messages()).findLast(({ card }) => card)?.card?.outTrackId ?? "";
}

interface Answer {
  accepted: boolean;
  toast?: string;
}

/** What a tampered client sends. @returns what the person is shown, and whether anything else came */
async function forges(
  userId: string,
  callback: { outTrackId: string; actionIds?: string[]; params?: object },
): Promise<{ toast: string | undefined; messages: number }> {
  const count = (await world.as(userId).messages()).length;
  const reply = await world.call<Answer>(`/users/${userId}/callback`, { actionIds: [], params: {}, ...callback });
  await world.idle();
  return { toast: reply.toast, messages: (await world.as(userId).messages()).length - count };
}

describe("messages that are none", () => {
  test.each([
    { what: "only blanks", text: "  　 " },
    { what: "only a zero-width space", text: "\u200b" },
    { what: "only a NUL", text: "\u0000" },
    { what: "nothing at all", text: "" },
  ])("$what: told so in one sentence", async ({ text }) => {
    expect(await asks("keqiao-1", text)).toEqual([HEARD_NOTHING]);
    await expectNothingChanged();
  });

  test.each(["👨‍👩‍👧‍👦👍🏽", "？！", "'; drop table campaign; --", "\ud83d", "%s%n{{x}}"])(
    "%s: not understood, with what can be done",
    async (text) => {
      const answers = await asks("auditor", text);

      expect(answers).toHaveLength(1);
      expect(answers[0]?.split("\n")[0]).toBe("### 未能识别");
      await expectNothingChanged();
    },
  );

  test("a NUL within words is not there", async () => {
    const [answer = ""] = await asks("keqiao-1", "进\u0000度");

    expect(answer.split("\n")[0]).toBe("### 柯桥区　办理进度");
    await expectNothingChanged();
  });

  test("a text of 100 KB is refused with its length", async () => {
    expect(await asks("keqiao-1", "长".repeat(34_000))).toEqual([refusal(chatPhrases.tooLong(34000, 10000))]);
    await expectNothingChanged();
  });

  test("a text of 10000 characters is still read", async () => {
    expect((await asks("auditor", "长".repeat(10_000)))[0]?.split("\n")[0]).toBe("### 未能识别");
  });

  test("a message taken back before it was answered is answered all the same, once", async () => {
    const answers = await world.as("keqiao-1").receives(async () => {
      const { msgId } = await world.call<{ msgId: string }>("/users/keqiao-1/say", { text: "依据" });
      await world.call("/users/keqiao-1/recall", { msgId });
    });

    expect(answers.filter(({ kind }) => kind === "markdown")).toHaveLength(1);
    await expectNothingChanged();
  });

  test("a smile is met with a word", async () => {
    expect((await asks("auditor", "😀"))[0]?.split("\n")[0]).toBe("### 收到");
    await expectNothingChanged();
  });

  test("a file nobody waits for is received, named, and put nowhere", async () => {
    const file = { name: "证明材料.pdf", content: "%PDF-1.4", type: "application/pdf" };

    const answers = readAll(await world.as("keqiao-1").drops(file));

    expect(answers).toEqual([
      said(
        "### 请说明该文件的用途",
        "已收到《证明材料.pdf》，尚未归入任何材料。请说明该文件的用途，24小时内未选择的自动删除。",
        "[作为工作报告]",
        "[作为典型案例]",
      ),
    ]);
    await expectNothingChanged();
  });
});

describe("presses that nobody should make", () => {
  test("on somebody else's card: told so, and nothing else", async () => {
    const outTrackId = await cardOf("keqiao-1");
    const params = { action: "progress.see", subject: "", v: "1" };

    expect(await forges("zhuji-1", { outTrackId, actionIds: ["progress.see"], params })).toEqual({
      toast: NOT_YOURS,
      messages: 0,
    });
    expect(await forges("outsider", { outTrackId, params })).toEqual({ toast: NOT_YOURS, messages: 0 });
    await expectNothingChanged();
  });

  test.each([
    { what: "of any name", outTrackId: "stage.official.x.1.y" },
    { what: "without a name", outTrackId: "" },
    { what: "of a very long name", outTrackId: "x".repeat(5_000) },
  ])("on a card $what that nobody was sent: nothing", async ({ outTrackId }) => {
    expect(await forges("keqiao-1", { outTrackId, params: { action: "help.see" } })).toEqual({
      toast: undefined,
      messages: 0,
    });
    await expectNothingChanged();
  });

  test.each([
    { what: "an action there is not", params: { action: "campaign.delete", subject: "", v: "1" } },
    { what: "no parameters", params: {} },
    { what: "an action that is an object", params: { action: { id: "help.see" }, v: {} } },
    { what: "an action that is a list", params: { action: ["help.see"], subject: null } },
  ])("with $what", async ({ params }) => {
    expect(await forges("keqiao-1", { outTrackId: await cardOf("keqiao-1"), params })).toEqual({
      toast: UNKNOWN_ACTION,
      messages: 0,
    });
    await expectNothingChanged();
  });

  test.each([
    { what: "a version that is no number", params: { action: "help.see", v: "newest" } },
    { what: "a subject that is an object", params: { action: "help.see", subject: { a: 1 }, v: 1 } },
    { what: "a form nobody asked for", params: { action: "help.see", v: "1", form: '{"a":"\\u0000"}' } },
  ])("with $what: a look is a look", async ({ params }) => {
    expect(await forges("keqiao-1", { outTrackId: await cardOf("keqiao-1"), params })).toEqual({
      toast: await sentBelow(),
      messages: 1,
    });
    await expectNothingChanged();
  });

  test("with the organizer's action by an official: refused by name", async () => {
    const outTrackId = await cardOf("keqiao-1");

    expect(
      await forges("keqiao-1", { outTrackId, params: { action: "definition.adopt", subject: "", v: "1" } }),
    ).toEqual({
      toast: dispatchPhrases.mayNot("采用", "区（县、市）经办人"),
      messages: 0,
    });
    await expectNothingChanged();
  });

  test("twice at once: one effect", async () => {
    const outTrackId = await cardOf("keqiao-1");
    const press = { outTrackId, actionIds: ["x"], params: { action: "progress.see", subject: "", v: "1" } };
    const count = (await world.as("keqiao-1").messages()).length;

    const answers = await Promise.all([1, 2].map(() => world.call<Answer>("/users/keqiao-1/callback", press)));
    await world.idle();

    expect(answers.map(({ toast }) => toast).toSorted()).toEqual(
      [chatPhrases.alreadyDone(), await sentBelow()].toSorted(),
    );
    expect((await world.as("keqiao-1").messages()).length - count).toBe(1);
    await expectNothingChanged();
  });
});

describe("a card that the bot knows no more", () => {
  let shared: World;
  beforeAll(async () => {
    shared = world;
    world = await worldAt("8月10日");
  });
  afterAll(async () => {
    await world.end();
    world = shared;
  });

  test("a press on it is told so, and nothing else", async () => {
    const outTrackId = await cardOf("keqiao-1");
    const { snapshot } = await world.call<{ snapshot: object }>("/snapshot", {});
    await world.call("/reset", {});
    await world.call("/restore", { snapshot });
    // The emulator's clock is ahead of the bot again: what that makes due happens now, not during the test.
    const { now } = await world.call<{ now: string }>("/clock");
    await world.advanceTo(now);
    before = await campaignState();

    expect(await forges("keqiao-1", { outTrackId, params: { action: "help.see" } })).toEqual({
      toast: UNKNOWN_CARD,
      messages: 0,
    });
    await expectNothingChanged();
  });
});

describe("a file from outside the campaign", () => {
  /** How often the platform was asked for a file that somebody sent. */
  const fetches = async (): Promise<number> =>
    (await world.emulator.traffic()).filter(({ name }) => name.includes("messageFiles/download")).length;
  const stored = () => readdir(join(world.dataDir, "files"), { recursive: true }).catch(() => []);

  test("is answered with one sentence, and neither fetched nor kept; a member's is", async () => {
    const [files, calls] = [await stored(), await fetches()];
    const file = { name: "名单.pdf", content: "%PDF-1.4 名单" };

    const answers = readAll(await world.as("outsider").drops(file));
    expect(answers).toHaveLength(1);
    expect([await stored(), await fetches()]).toEqual([files, calls]);

    await world.as("keqiao-1").drops(file);
    expect(await fetches()).toBe(calls + 1);
    expect((await stored()).length).toBeGreaterThan(files.length);
  });
});

describe("frames that cannot be read", () => {
  test("a message in half a frame is sent again by the platform, and answered once", async () => {
    await world.injectFaults([{ match: { topic: ROBOT_MESSAGES }, action: "badFrame", times: 1 }]);

    const answers = await asks("keqiao-1", "依据");

    await world.clearFaults();
    expect(answers).toHaveLength(1);
    await expectNothingChanged();
  });

  test("a press in half a frame fails on the phone, and the next one works", async () => {
    await world.injectFaults([{ match: { topic: "/v1.0/card/instances/callback" }, action: "badFrame", times: 1 }]);

    const failed = await world.as("keqiao-1").presses("查看帮助");
    const worked = await world.as("keqiao-1").presses("查看帮助");

    await world.clearFaults();
    expect([failed.accepted, worked.accepted]).toEqual([false, true]);
    await expectNothingChanged();
  });
});

describe("a press on an old face of a card that decides something", () => {
  test("changes nothing and shows the newest face", async () => {
    const folder = await copyFolder();
    await edit(folder, "rubric.yaml", [["short: 联席会议", "short: 联席会议制度"]]);
    await world.stop();
    world = await startWorld({ dataDir: world.dataDir, environment: { CAMPAIGN: folder } });
    await world.idle();
    const card = (await world.as("maxiaohan").messages()).at(-1)?.card;
    const id = (label: string) => card?.actions.find((action) => action.label === label)?.actionId ?? "";
    await world.as("maxiaohan").presses("不采用");
    before = await campaignState();

    const reply = await world.call<Answer>("/users/maxiaohan/press", {
      outTrackId: card?.outTrackId ?? "",
      actionId: id("采用"),
      version: 1,
    });

    expect(reply).toMatchObject({
      accepted: true,
      toast: chatPhrases.stale(),
    });
    await expectNothingChanged("maxiaohan");
  });
});
