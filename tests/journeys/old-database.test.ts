import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { CardReading } from "dingtalk-emulator/contract/card.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { adoptionPhrases } from "../../src/campaign/administration/adoption/phrases.ts";
import type { Application } from "../../src/campaign/application/application.ts";
import { applicationPhrases } from "../../src/campaign/application/phrases.ts";
import { contentHash } from "../../src/campaign/application/revision.ts";
import { broadcastPhrases } from "../../src/campaign/broadcast/phrases.ts";
import { deskPhrases } from "../../src/campaign/overview/desk/phrases.ts";
import { reviewPhrases } from "../../src/campaign/preliminary-review/phrases.ts";
import { recommendationPhrases } from "../../src/campaign/recommendation/phrases.ts";
import { criterionById } from "../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../campaign/definition/support/shaoxing.ts";
import { cardsSeen } from "./campaign-state.ts";
import { connect } from "./database.ts";
import {
  asIn,
  asWritten,
  countedDays,
  isDesk,
  LASTING,
  layOut,
  type OldDatabase,
  openBody,
  type Row,
  readOldDatabase,
  wasUntrue,
} from "./old-database.ts";
import { readAll } from "./reading.ts";
import { sheetsIn } from "./table-state.ts";
import { startWorld, type World } from "./world.ts";

const PROJECT = join(import.meta.dirname, "../..");
const MOST_PAGES = 12;
const isDirect = ({ chat }: Row): boolean => String(chat).startsWith("direct:");

const ORGANIZERS = ["maxiaohan", "deputy"];

let old: OldDatabase;
let world: World;
beforeAll(async () => {
  old = await readOldDatabase();
  world = await startWorld({ dataDir: await layOut(old) });
  await world.idle();
});
afterAll(() => world.discard());

async function rows(statement: string): Promise<Row[]> {
  const database = await connect(world);
  const found = await database.query<{ row: Row }>(`select to_jsonb(t) as row from (${statement}) t`);
  await database.close();
  return found.map(({ row }) => asWritten(row));
}
const row = async (statement: string): Promise<Row> => (await rows(statement))[0] ?? {};

/** The newest card of the kind in that chat, as the old commit left it. */
function oldCard(userId: string, kind: string, subject?: string): string {
  const cards = (old.tables.card ?? []).filter(
    (card) => card.kind === kind && card.chat === `direct:${userId}` && card.state === "live",
  );
  const card = cards.find((one) => subject === undefined || String(one.subject).startsWith(subject));
  if (!card) throw new Error(`${userId} had no card ${kind} ${subject ?? ""}`);
  return String(card.id);
}
const compoundId = (name: string): string =>
  String(old.tables.application?.find((one) => one.compound_name === name)?.id);
const proposalOf = async (userId: string): Promise<string> =>
  String((await row(`select id from card where kind = 'definition.proposal' and chat = 'direct:${userId}'`)).id);
const draftOf = (userId: string, kind: string): string =>
  String(
    old.tables.draft?.find(
      (one) => one.started_by === userId && one.kind === kind && ["open", "left"].includes(String(one.state)),
    )?.id,
  );

const face = (userId: string, card: string): Promise<CardReading> =>
  world.call<CardReading>(`/users/${userId}/cards/${card}`);

/** Presses a button of one card and no other; the card's face as the person has it. */
async function pressesOn(userId: string, card: string, label: string): Promise<string | undefined> {
  const { actions, version } = await face(userId, card);
  const action = actions.find((one) => one.label === label);
  if (!action) throw new Error(`no button ${label}: ${actions.map((one) => one.label).join()}`);
  const body = { outTrackId: card, actionId: action.actionId, version };
  const { toast } = await world.call<{ toast?: string }>(`/users/${userId}/press`, body);
  await world.idle();
  return toast;
}

/** Sends the form of one card as the person has it. */
async function submitsOn(userId: string, card: string, values: Row): Promise<void> {
  const { forms, version } = await face(userId, card);
  await world.call(`/users/${userId}/submit`, { outTrackId: card, formId: forms[0]?.formId, values, version });
  await world.idle();
}

type Field = CardReading["forms"][number]["fields"][number];

/** Fills in page after page of one card until it has no form any more; a face that was outdated comes back anew. */
async function fillsOn(userId: string, card: string, answerTo: (field: Field) => unknown): Promise<void> {
  for (let page = 0; page < MOST_PAGES; page++) {
    const [form] = (await face(userId, card)).forms;
    if (!form) return;
    const entries = form.fields.map((field) => [field.name, answerTo(field)] as const);
    const values = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    await submitsOn(userId, card, values);
  }
  throw new Error(`the form of ${userId} has no end`);
}

const says = async (userId: string, text: string): Promise<void> => void (await world.as(userId).says(text));
const answersOf = (name: string) => compounds.find((one) => one.name === name)?.answers ?? {};

describe("a database of an earlier commit, midway in stage two", () => {
  test("is what the earlier commit replayed from its own journal", () => {
    const differing = Object.entries(old.replayed).filter(
      ([table, kept]) => JSON.stringify(sorted(kept)) !== JSON.stringify(sorted(old.tables[table] ?? [])),
    );

    expect(differing.map(([table]) => table)).toEqual([]);
  });

  test("starts, sends nobody anything but the organizers the one proposal and the administrator what the form lacks, and brings only the cards up to date that were no longer so", async () => {
    const proposals = await rows("select * from card where kind = 'definition.proposal'");
    expect(new Set(proposals.map(({ chat }) => chat))).toEqual(new Set(ORGANIZERS.map((userId) => `direct:${userId}`)));
    expect(proposals).toHaveLength(ORGANIZERS.length);
    const proposed = proposals.map(({ id, chat }) => `${String(chat).slice("direct:".length)} ${id}`);
    const seen = await cardsSeen(world);
    expect(seen).toHaveLength(old.facts.cardsSeen.length + proposed.length);
    expect(new Set(seen)).toEqual(new Set([...old.facts.cardsSeen, ...proposed]));
    const unsent = await rows("select chat, state from outbox_item where state not in ('sent', 'superseded')");
    expect(unsent).toEqual([]);
    const known = new Set(old.tables.outbox_item?.map(({ id }) => id));
    const sent = await rows("select id, chat, card_id, state from outbox_item");
    const added = sent.filter(({ id, card_id }) => !known.has(id) && card_id !== null);
    const words = sent.filter(({ id, card_id }) => !known.has(id) && card_id === null);
    // The form's template has places for what the definition of that time did not ask yet.
    expect(words.map(({ chat }) => chat)).toEqual(["direct:administrator"]);
    const outdated = (old.tables.card ?? []).filter(wasUntrue);
    expect(outdated).toHaveLength(13 + ORGANIZERS.length + 1);
    // The start, the morning's moment and the reminders' each draw the organizers' cards anew.
    const desks = new Set(outdated.filter(isDesk).map(({ id }) => id));
    expect(new Set(added.flatMap(({ card_id, state }) => (state === "sent" ? [card_id] : [])))).toEqual(
      new Set([...outdated, ...proposals].map(({ id }) => id)),
    );
    expect(byCard(added.filter(({ card_id }) => !desks.has(card_id)))).toEqual(
      byCard([...outdated, ...proposals].flatMap(({ id }) => (desks.has(id) ? [] : [{ card_id: id, state: "sent" }]))),
    );
    for (const { chat, id } of outdated.filter((card) => countedDays(card) && isDirect(card))) {
      expect((await face(String(chat).slice("direct:".length), String(id))).text.split("\n")[0]).toMatch(/ 已结束$/);
    }
  });

  test("the proposal names changed texts only: that the definition is kept in a new format is no difference", async () => {
    for (const userId of ORGANIZERS) {
      const { text } = await face(userId, await proposalOf(userId));
      const lines = text.split("\n");
      expect(lines.slice(0, 2)).toEqual([
        "活动设置有变化，请确认 待确认",
        "绍兴市“加强物业管理，共建美好家园”活动的设置与正在执行的版本不一致。目前仍按原版本执行，未作任何改动。请核对以下差异后选择是否采用。",
      ]);
      const all = readAll(await world.as(userId).says(adoptionPhrases.seeAll()))
        .join("\n")
        .split("\n");
      const listed = all.filter((line) => /^\d+\. /.test(line)).length;
      const onCard = lines.filter((line) => /^\d+\. /.test(line)).length;
      expect(listed).toBeGreaterThan(onCard);
      expect(lines).toContain(adoptionPhrases.more(listed, onCard));
      expect(all.some((line) => /^\d+\. 口径 R33：新增$/.test(line))).toBe(true);
      expect(
        all.filter((line) => /^\d+\. [^：]*(?:用途|步骤|格式|叫法|各部分|所决定|正好|不少于|后果)/.test(line)),
      ).toEqual([]);
    }
  });

  test("keeps every row of card; those that were no longer so are one version further", async () => {
    const now = await rows("select * from card");
    const before = sorted(old.tables.card ?? []);

    const kept = before.map((one) =>
      asIn(
        one,
        now.find(({ id }) => id === one.id),
      ),
    );

    const moved = (version: unknown) => ({ version, delivered_version: version, refreshed_at: expect.any(String) });
    // The organizers' cards were drawn anew more than once by then.
    const versionOf = (one: Row, at: number) => (isDesk(one) ? kept[at]?.version : Number(one.version) + 1);
    expect(kept).toEqual(before.map((one, at) => (wasUntrue(one) ? { ...one, ...moved(versionOf(one, at)) } : one)));
  });

  test.each(Object.entries(LASTING))("keeps every row of %s", async (table, key) => {
    const before = sorted(old.tables[table] ?? []);
    const now = await rows(`select * from "${table}"`);

    const kept = before.map((one) =>
      asIn(
        one,
        now.find((other) => other[key] === one[key] && other.version === one.version),
      ),
    );

    expect(kept).toEqual(before);
  });

  test("keeps every sheet: who locked, points and reasons", async () => {
    expect(await sheetsIn(world)).toEqual(old.facts.sheets);
  });

  test("every submission is a revision, with who typed it and the hash of its answers", async () => {
    const revisions = await rows("select * from application_revision order by case_id, revision");
    const applications = old.tables.application ?? [];

    const newest = applications.map(({ id }) => revisions.findLast(({ case_id }) => case_id === id));

    expect(newest).toEqual(
      applications.map(({ revision, answers, submitted_by, submitted_at }) =>
        expect.objectContaining({ revision, answers, typed_by: submitted_by, responsible: submitted_by, submitted_at }),
      ),
    );
    expect(revisions.map(({ content_hash }) => content_hash)).toEqual(
      revisions.map(({ answers }) => contentHash(answers as Application["answers"])),
    );
    expect(revisions.map(({ case_id, revision }) => [case_id, revision])).toEqual(
      applications
        .toSorted((one, other) => (String(one.id) < String(other.id) ? -1 : 1))
        .flatMap(({ id, revision }) => Array.from({ length: Number(revision) }, (_, at) => [id, at + 1])),
    );
  });

  test("replays to its own tables, and the old seals still hold", async () => {
    const database = await connect(world);
    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
    expect(verified.unsealed).toBe(0);
    expect(verified.sealed).toBeGreaterThanOrEqual(old.facts.journal.verified.sealed);
  });
});

const byCard = (items: readonly Row[]): string[] => items.map(({ card_id, state }) => `${card_id} ${state}`).sort();

const sorted = (table: readonly Row[]): Row[] => {
  const inOrder = (one: Row) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  return [...table].sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1));
};

describe("申报 goes on", () => {
  test("申报 on an old stage card opens a form", async () => {
    await pressesOn(
      "xinchang-2",
      oldCard("xinchang-2", "stage.official", "implementation"),
      applicationPhrases.start(),
    );

    const card = await world.as("xinchang-2").latestCard(({ forms }) => forms.length > 0);
    expect(card?.text).toContain(applicationPhrases.filling());
    expect(await rows("select * from draft where started_by = 'xinchang-2' and state = 'open'")).toHaveLength(1);
  });

  test("an old card half filled in is filled in to its end and handed in", async () => {
    const card = oldCard("zhuji-2", "application.form");
    await fillsOn("zhuji-2", card, ({ label }) => (label === "项目名称" ? "西施故里" : answersOf("暨阳新村")[label]));

    const toast = await pressesOn("zhuji-2", card, applicationPhrases.submit());

    // The answers name the address of 暨阳新村, and its enterprise, which declared an accident.
    expect(toast).toBe(
      "已提交。本地区已有地址相同的“暨阳新村”的申报，请核对是否重复（系统建议，非文件规定）。另有申报填报了“暨阳新村物业服务有限公司”的安全责任事故情况，请核对本次填报是否一致（系统建议，非文件规定）。",
    );
    expect(await row("select * from application where compound_name = '西施故里'")).toMatchObject({
      ...{ district: "zhuji", state: "submitted", revision: 1, submitted_by: "zhuji-2" },
      answers: { applicantKind: "enterprise", rate: 94 },
    });
  });

  test("the next typed answer goes to the question that was open", async () => {
    await says("keqiao-2", "业主委员会");

    const body = await openBody(
      world,
      await row(`select * from draft where id = '${draftOf("keqiao-2", "application.form")}'`),
    );
    expect(body).toMatchObject({
      at: "ownersCommitteeChair",
      answers: { compoundName: "鉴湖新村", ownersBodyKind: "ownersCommittee" },
    });
  });

  test("a form left by 保存退出 is taken up from its old card", async () => {
    const draft = `select * from draft where id = '${draftOf("shengzhou-2", "application.form")}'`;
    const card = oldCard("shengzhou-2", "application.form");
    // It was left in words: the card still shows its page, and a press on that only brings the face of now.
    await pressesOn("shengzhou-2", card, applicationPhrases.leave());
    await pressesOn("shengzhou-2", card, applicationPhrases.goOn());
    await says("shengzhou-2", "示范路100号");

    const taken = await row(draft);
    expect(taken.state).toBe("open");
    expect(await openBody(world, taken)).toMatchObject({
      at: "applicantHead",
      answers: { compoundName: "越剧新苑", compoundAddress: "示范路100号" },
    });
  });

  test("a change under way is handed in as the next revision", async () => {
    await says("shengzhou-1", applicationPhrases.submit());

    expect(await row("select * from application where compound_name = '剡溪花园'")).toMatchObject({
      ...{ id: compoundId("剡溪花园"), revision: 2, state: "submitted" },
      answers: { neighborhood: "城南社区", subdistrict: "示范街道" },
    });
  });

  test("what was withdrawn or excluded stays so", async () => {
    for (const name of ["浣纱名苑", "暨阳新村"]) await says("zhuji-1", `初评 ${name}`);

    const scored = Object.keys(await sheetsIn(world));
    expect(new Set(scored)).toEqual(new Set(Object.keys(old.facts.sheets)));
  });
});

describe("口径 goes on", () => {
  test("an answer that waited is confirmed by its old card, and half points are taken from then on", async () => {
    await says("shangyu-2", "1-1 3.5");
    expect((await sheetsIn(world)).舜耕花园?.points).toEqual({});

    await submitsOn("approver", oldCard("approver", "ruling.confirm", "R3@1"), {});

    expect(await row("select * from ruling_answer where ruling = 'R3'")).toMatchObject({ state: "confirmed" });
    await says("shangyu-2", "1-1 3.5");
    expect((await sheetsIn(world)).舜耕花园?.points).toEqual({ "1-1": { hundredths: 350 } });
  });

  test("the old card of one ruling takes its answer", async () => {
    await submitsOn("maxiaohan", oldCard("maxiaohan", "ruling.one", "R10"), { answer: "不公示" });

    expect(
      await rows("select ruling, version, state from ruling_answer where ruling = 'R10' order by version"),
    ).toEqual([
      { ruling: "R10", version: 1, state: "declined" },
      { ruling: "R10", version: 2, state: "pending" },
    ]);
  });
});

describe("初评 goes on", () => {
  const given = () => old.facts.sheets.曹娥江苑?.points ?? {};

  test("a bare number answers the row that was open", async () => {
    await says("shangyu-1", "6");

    expect((await sheetsIn(world)).曹娥江苑).toEqual({
      locked: false,
      points: { ...given(), "2-3": { hundredths: 600 } },
    });
  });

  test("the old card is filled in to its end and locks the sheet; what was given before stays", async () => {
    const card = oldCard("shangyu-1", "preliminary-review.sheet", compoundId("曹娥江苑"));
    let isOnPage = false;
    await fillsOn("shangyu-1", card, ({ name }) => {
      if (name === "reasons") return isOnPage ? "4-7 尚有一处未达到" : undefined;
      if (name === "4-7") {
        isOnPage = true;
        return 1;
      }
      return name in given() ? undefined : criterionById(shaoxing.rubric, name)?.maxPoints;
    });

    await pressesOn("shangyu-1", card, reviewPhrases.finalize());
    const toast = await pressesOn("shangyu-1", card, reviewPhrases.confirmFinalize());

    expect(toast).toBe(reviewPhrases.finalized());
    const { locked, points = {} } = (await sheetsIn(world)).曹娥江苑 ?? {};
    expect(locked).toBe(true);
    expect(Object.keys(points)).toHaveLength(25);
    expect(points).toMatchObject({ ...given(), "4-7": { hundredths: 100, reason: "尚有一处未达到" } });
  });

  test("a sheet begun on a card goes on by words", async () => {
    await says("xinchang-1", "其余满分");
    await says("xinchang-1", `${reviewPhrases.finalize()} 南岩雅居`);
    await says("xinchang-1", reviewPhrases.confirmFinalize());

    const { locked, points = {} } = (await sheetsIn(world)).南岩雅居 ?? {};
    expect(locked).toBe(true);
    expect(points).toMatchObject(old.facts.sheets.南岩雅居?.points ?? {});
    expect(Object.values(points).reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(9900);
  });

  test("a locked sheet stays as it was", async () => {
    await says("yuecheng-1", "初评 稽山花园");
    await says("yuecheng-1", "1-1 1");

    expect((await sheetsIn(world)).稽山花园).toEqual(old.facts.sheets.稽山花园);
  });
});

describe("推荐 goes on", () => {
  test("the list under way is taken up at the reason it waited for, and confirmed by its old card", async () => {
    const posted = async () =>
      (await rows("select * from card where kind = 'ranking.posted' order by chat")).map(({ chat }) => String(chat));
    // The earlier commit posted it to the city's group before anybody had scored for the city.
    const [group, ...others] = await posted();
    expect([group?.startsWith("group:"), others]).toEqual([true, []]);
    await says("keqiao-1", "物业服务规范");
    const card = oldCard("keqiao-1", "recommendation.list", draftOf("keqiao-1", "recommendation.list"));
    // The card still asks for the order that was given in words since: what is sent from it changes nothing.
    await submitsOn("keqiao-1", card, { order: "1 2 3" });
    const { text } = await face("keqiao-1", card);
    expect(text).toContain(recommendationPhrases.item("柯岩新村", 9500, "居民满意度高，邻里互助有特色"));
    expect(text).toContain(recommendationPhrases.item("镜水人家", 9800, "物业服务规范"));

    const toast = await pressesOn("keqiao-1", card, recommendationPhrases.confirm());

    expect(toast).toBe(recommendationPhrases.confirmed());
    const { items, version } = await row("select * from recommendation_list where district = 'keqiao'");
    expect(version).toBe(1);
    expect((items as { applicationId: string }[]).map(({ applicationId }) => applicationId)).toEqual(
      ["柯岩新村", "镜水人家", "瓜渚湖畔"].map(compoundId),
    );
    // The organizer named two districts: a proposal now, every counted district is awaited until the approver confirms.
    expect(await posted()).toEqual([group]);
    await says("approver", "确认应报地区");
    expect(await posted()).toEqual([...["approver", "deputy", "maxiaohan"].map((userId) => `direct:${userId}`), group]);
  });

  test("the organizer's old cards follow and open what they opened", async () => {
    const { text } = await face("maxiaohan", oldCard("maxiaohan", "desk.organizer"));
    expect(text).toContain("应报2个，已报2个");

    await pressesOn("maxiaohan", oldCard("maxiaohan", "desk.organizer"), deskPhrases.ranking());

    const ranking = (await world.as("maxiaohan").latestMessage())?.card?.text ?? "";
    expect(["稽山花园", "鉴湖雅苑", "柯岩新村", "南岩雅居"].filter((name) => !ranking.includes(name))).toEqual([]);
  });
});

describe("广播 goes on", () => {
  test("what was previewed, on a card and in words, is sent once each", async () => {
    await pressesOn("deputy", oldCard("deputy", "broadcast.message"), broadcastPhrases.confirm());
    await says("maxiaohan", broadcastPhrases.confirm());
    await says("maxiaohan", broadcastPhrases.confirm());

    const group = await world.groupId("美好家园活动群");
    const texts = (await world.as("keqiao-1").messages(group)).map(({ card, text = "" }) => card?.text ?? text);
    const times = (words: string) => texts.filter((text) => text.includes(words)).length;
    const sent = ["请各地做好宣传发动。", "推荐名单请于9月28日前报送。", "请各地抓紧申报和初评。"];
    expect(sent.map(times)).toEqual([1, 1, 1]);
  });
});

describe("and the year goes on", () => {
  test("stage three opens on its day, and nothing of the stages before it once more", async () => {
    const openings = (await world.advanceTo("2023-09-21T09:00:00+08:00")).filter(
      ({ kind }) => kind === "stage.opening",
    );

    expect(openings.map(({ key }) => key)).toEqual(["shaoxing-2023/verification"]);
    const cards = await rows("select subject, chat from card where kind = 'stage.official'");
    expect(cards).toHaveLength(12 * 3);
  });

  test("nobody has a card twice", async () => {
    const seen = await cardsSeen(world);
    expect(seen).toHaveLength(new Set(seen).size);
    expect(old.facts.cardsSeen.filter((card) => !seen.includes(card))).toEqual([]);
    expect(
      await rows("select kind, subject, chat from card where state = 'live' group by 1, 2, 3 having count(*) > 1"),
    ).toEqual([]);
  });

  test("the journal's own program finds it sound", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, "scripts/journal.ts"), "verify"], {
      env: { ...process.env, DATA_DIR: world.dataDir },
      encoding: "utf8",
    });

    expect({ status, stdout, stderr }).toMatchObject({ status: 0, stderr: "" });
  });

  test("the journal gives back the same tables", async () => {
    const database = await connect(world);
    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
    expect(verified.unsealed).toBe(0);
  });
});
