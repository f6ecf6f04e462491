import { createHash } from "node:crypto";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { packFiles } from "dingtalk-emulator/client/pack-files.ts";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { evidencePhrases as phrases } from "../../src/campaign/evidence/phrases.ts";
import { photoOf } from "../platform/documents/support/photo.ts";
import { pdfOf } from "../platform/documents/support/scan.ts";
import { connect } from "./database.ts";
import { cardTexts, readAll } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const [OFFICER, COLLEAGUE, OTHER, THIRD] = ["keqiao-1", "keqiao-2", "yuecheng-1", "shangyu-1"];
const [first = "", second = ""] = compounds.filter(({ district }) => district === "keqiao").map(({ name }) => name);

const step = story();
let world: World;
let minutes = 0;

beforeAll(async () => {
  world = await worldAt("9月13日");
});
afterAll(() => world.end());

/** Nothing is sent for a while: a minute of the emulated clock. */
const waits = () => {
  minutes += 1;
  return world.advanceTo(`2023-09-13T09:${String(minutes).padStart(2, "0")}:00+08:00`);
};

const photo = async (seed: number) => ({
  name: `${seed}.jpg`,
  content: await photoOf({ seed, takenOn: "2023:09:12 08:30:00" }),
});
const photos = (from: number, count: number) => Promise.all(Array.from({ length: count }, (_, at) => photo(from + at)));

/** The newest card about files of a person. */
const latest = async (person: string): Promise<string> =>
  cardTexts(await world.as(person).messages()).findLast((text) =>
    /^(?:“[^”]+”的)?(?:请选择材料|材料已|文件未)/u.test(text),
  ) ?? "";

/** Calls of the bot from now on, by what they do. */
async function watchCalls() {
  const after = (await world.emulator.traffic()).at(-1)?.id ?? 0;
  return async () => {
    const calls = (await world.emulator.traffic(after)).filter(({ kind, way }) => kind === "http" && way === "fromBot");
    const names = calls
      .filter(({ name }) => !name.startsWith("GET /download/"))
      .map(({ name }) => name.split("/").at(-1));
    const counted = [...Map.groupBy(names, (name) => name ?? "")].map(([name, all]) => [name, all.length] as const);
    return Object.fromEntries(counted);
  };
}

interface Filed {
  place: string;
  name: string;
  ordinal: number;
  type: string;
  takenOn: string | null;
  personal: boolean;
  state: string;
}

async function filed(): Promise<Filed[]> {
  const database = await connect(world);
  const rows = await database.query<Filed>(
    `select a.place, c.compound_name as name, a.ordinal, a.type, a.taken_on as "takenOn", a.personal, a.state
     from attachment a join application c on c.id = a.case_id where a.place like 'row:%' order by 2, 1, 3`,
  );
  await database.close();
  return rows;
}

step("three photos of a case that was opened today are acknowledged once, and asked about once", async () => {
  await world.as(OFFICER).says(`证明材料 ${first}`);
  const before = (await world.as(OFFICER).messages()).length;
  const answers = [];
  for (const one of await photos(1, 3)) answers.push(...(await world.as(OFFICER).drops(one)));

  expect(readAll(answers.filter(({ kind }) => kind === "markdown"))).toHaveLength(1);
  await waits();

  expect((await world.as(OFFICER).messages()).length - before).toBe(3 + 2);
  expect(await latest(OFFICER)).toContain(`已收到图片3份，用于“${first}”。`);
  expect(await latest(OFFICER)).toContain("2-1、2-3、3-3：请勿上传业主姓名、房号、电话、欠费明细；请遮挡后上传。");
});

step("pressed, a row takes all three in their order, with the day they were taken on", async () => {
  await world.as(OFFICER).presses(phrases.more());
  const count = (await world.as(OFFICER).messages()).length;
  const { accepted } = await world.as(OFFICER).presses("1-5 党建活动场所");

  // The pressed card itself says what became of them; nothing is sent beside it.
  expect(accepted).toBe(true);
  expect(await world.as(OFFICER).messages()).toHaveLength(count);
  expect(await latest(OFFICER)).toContain(`“${first}”的材料已归入`);
  expect(await latest(OFFICER)).toContain("1-5 党建活动场所：3份，为该条第1至3份。");
  expect(await filed()).toEqual(
    [1, 2, 3].map((ordinal) => ({
      ...{
        place: "row:1-5",
        name: first,
        ordinal,
        type: "jpeg",
        takenOn: "2023-09-12",
        personal: false,
        state: "filed",
      },
    })),
  );
});

step("a row said with an album files it without a question; the next photos of the burst go there too", async () => {
  await world.as(OFFICER).drops(await photos(11, 2), { text: "3-5 东门" });
  await world.as(OFFICER).drops(await photo(13));
  await waits();

  expect(await latest(OFFICER)).toContain("3-5 环境卫生：3份，为该条第1至3份。");
});

step("of a burst with what is no picture the rest goes through, and each is told in one sentence", async () => {
  expect(readAll(await world.as(OFFICER).says("4-1")).join()).toContain("请发送4-1");
  const { content: png } = await photo(21);
  const files = [
    { name: "坏.jpg", content: Buffer.from("不是图片") },
    { name: "图.svg", content: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
    { name: "好.jpg", content: png },
    { name: "片.mp4", content: Buffer.concat([Buffer.from("\0\0\0\x18ftypisom"), Buffer.from("+30.0023+120.5810/")]) },
    { name: "记录.pdf", content: pdfOf(undefined) },
    { name: "混.pdf", content: Buffer.concat([Buffer.from("GIF89a="), pdfOf(undefined)]) },
  ];
  for (const file of files) await world.as(OFFICER).drops(file);
  await waits();

  const card = await latest(OFFICER);
  expect(card).toContain("4-1");
  expect(card).toContain("：3份，为该条第1至3份。");
  expect(card).toContain("第1份未归入：图片已损坏或不是图片");
  expect(card).toContain("第2份未归入：");
  expect(card).toContain("第6份未归入：");
});

step(
  "of a burst into a full disk and with a file of 50 MB the rest goes through; what did not is sent again",
  async () => {
    const [full, fits] = await photos(51, 2);
    if (!full || !fits) throw new Error("two photos");
    const hash = createHash("sha256").update(full.content).digest("hex");
    const folder = join(world.dataDir, "files", hash.slice(0, 2));
    await mkdir(folder, { recursive: true });
    // Whoever writes into this device is told that nothing is left.
    await symlink("/dev/full", join(folder, `${hash}.${world.pids.get("bot")}`));
    await world.as(OFFICER).says(`${first} 4-2 ../../西\u202e门`);
    const answers = [];
    for (const file of [full, { name: "大.jpg", content: Buffer.alloc(50 * 1024 * 1024) }, fits]) {
      answers.push(...readAll(await world.as(OFFICER).drops(file)));
    }
    await waits();

    expect(
      answers.filter((answer) => answer.includes("系统存储空间已满，文件未能保存，此前保存的不受影响")),
    ).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes("文件超过20MB，未接收"))).toHaveLength(1);
    expect(await latest(OFFICER)).toContain("：1份，为该条第1份。");
    await world.as(OFFICER).says(`${first} 4-2`);
    await world.as(OFFICER).drops(full);
    await waits();
    expect(await latest(OFFICER)).toContain("：1份，为该条第2份。");
  },
);

step(
  "a row that there is not and a case that was withdrawn are said in one sentence, and no file is lost",
  async () => {
    const [gone = "", stays = ""] = compounds.filter(({ district }) => district === "yuecheng").map(({ name }) => name);
    for (const text of [`撤回 ${gone}`, "确认撤回"]) await world.as(OTHER).says(text);

    expect(readAll(await world.as(OTHER).drops([await photo(61)], { text: `${gone} 3-5` })).join()).toContain(
      `“${gone}”的申报已撤回，材料未归入，此前归入的不变。文件保留24小时，可另选用途。`,
    );
    const unknown = readAll(await world.as(OTHER).drops([await photo(62)], { text: "9-9 东门" })).join();
    expect(unknown).toContain("评选标准中没有可归入材料的9-9，文件已收到，随后请选择条目。");
    await waits();
    expect(await latest(OTHER)).toContain(`已收到图片1份，用于“${stays}”。`);
    await world.as(OTHER).says("3-5");

    const own = (await filed()).filter(({ name }) => [gone, stays].includes(name));
    expect(own.map(({ place, name, ordinal }) => [place, name, ordinal])).toEqual([["row:3-5", stays, 1]]);
  },
);

step("a row that may show residents' data warns before the first file, also where the row comes with it", async () => {
  const answers = [
    ...readAll(await world.as(OFFICER).says(`${first} 2-3`)),
    ...readAll(await world.as(COLLEAGUE).drops([await photo(41)], { text: `${first} 2-1 公示栏` })),
  ];
  await waits();

  const cover = "请勿上传业主姓名、房号、电话、欠费明细；请遮挡后上传。";
  expect(answers.map((answer) => [answer.match(/\d-\d/u)?.[0], answer.includes(cover)])).toEqual([
    ["2-3", true],
    ["2-1", true],
  ]);
  expect(await latest(COLLEAGUE)).toContain("2-1：请核对材料中没有业主姓名");
});

step("the same photo for another compound is pointed out, except under a row about others", async () => {
  await world.as(OFFICER).says(`证明材料 ${second}`);
  await world.as(OFFICER).drops([await photo(1)], { text: "1-5" });
  await waits();
  expect(await latest(OFFICER)).toContain(`“${second}”的材料已归入`);
  expect(await latest(OFFICER)).toContain(`第1份与“${first}”1-5的一份材料相同`);
  const coverage = readAll(await world.as(OFFICER).says(`证明材料 ${second}`)).join();
  expect(coverage).toContain("与其他小区或往年材料相同、相近：1-5（1份）");

  await world.as(OFFICER).drops([await photo(31)], { text: `${first} 1-1` });
  await waits();
  await world.as(OFFICER).drops([await photo(31)], { text: `${second} 1-1` });
  await waits();
  expect(await latest(OFFICER)).not.toContain("请核对");
});

step(
  "a photo of last year, of another district, or that only looks alike is pointed out as far as one may know",
  async () => {
    const old = await photo(71);
    const hash = createHash("sha256").update(old.content).digest("hex");
    const database = await connect(world);
    await database.query(
      `insert into attachment (id, campaign_id, case_id, district, place, ordinal, received_hash, kept_hash, type, size, state, added_at, added_by)
     values ('last-year', 'shaoxing-2022', 'old', 'keqiao', 'row:3-5', 1, '${hash}', '${hash}', 'jpeg', 1, 'filed', '2022-09-12', 'keqiao-1')`,
    );
    const { content } = await photo(3);
    const smaller = { name: "小.jpg", content: await sharp(content).resize(320).jpeg({ quality: 60 }).toBuffer() };
    const stays = compounds.filter(({ district }) => district === "yuecheng")[1]?.name ?? "";

    await world.as(OFFICER).drops([old, smaller], { text: `${second} 3-7` });
    await world.as(OTHER).drops([await photo(2)], { text: `${stays} 3-7` });
    await waits();

    expect(await latest(OFFICER)).toContain("第1份与往年活动的一份材料相同");
    expect(await latest(OFFICER)).toContain(`第2份与“${first}”1-5的一份材料相近`);
    expect(await latest(OTHER)).toContain("第1份与其他地区已归入的一份材料相同");
    await world.as(OFFICER).presses(phrases.withdraw());
    await database.query("delete from attachment where id = 'last-year'");
    await database.close();
  },
);

step("取消 and 算了 end what is asked about files: nothing of them is filed, and nothing is moved", async () => {
  const before = await filed();
  for (const word of ["取消", "算了"]) {
    await world.as(OFFICER).drops(await photos(word === "取消" ? 91 : 93, 2));
    await waits();
    expect(await latest(OFFICER)).toContain("请选择材料归入的条目");
    expect(readAll(await world.as(OFFICER).says(word)).join()).toContain("已取消");
    await waits();
    expect(await latest(OFFICER)).toContain("2份文件未归入，24小时内自动删除；需要归入的，请重新发送。");
  }
  expect(readAll(await world.as(OFFICER).says("取消")).join()).toContain("目前没有等待您答复的事项。");
  await world.as(OFFICER).says("3-5");
  expect(readAll(await world.as(OFFICER).says("取消")).join()).toContain("不再等待3-5的材料。");
  expect(await filed()).toEqual(before);
});

step("who opened nothing today is asked for the case, and then for the row; a row may be spoken", async () => {
  await world.as(THIRD).drops(await photo(81));
  await waits();
  expect(await latest(THIRD)).toContain("请选择材料所属的小区");
  const [name = ""] = compounds.filter(({ district }) => district === "shangyu").map((one) => one.name);
  await world.as(THIRD).presses(name);
  expect(await latest(THIRD)).toContain(`已收到图片1份，用于“${name}”。`);
  await world.as(THIRD).drops({ name: "语音.amr", content: Buffer.from("#!AMR") }, { recognition: "三杠七" });

  expect(await latest(THIRD)).toContain("3-7");
  expect(await latest(THIRD)).toContain("：1份，为该条第1份。");
});

step("a file is moved, marked, replaced and withdrawn, and the journal keeps where it was", async () => {
  await world.as(OFFICER).presses(phrases.move());
  await world.as(OFFICER).says("1-2");
  expect(await latest(OFFICER)).toContain("1-2 联席会议：1份，为该条第1份。");
  await world.as(OFFICER).presses(phrases.personal());
  expect(await latest(OFFICER)).toContain(phrases.personalMarked());
  await world.as(OFFICER).says(`替换材料 ${second} 1-2 1`);
  await world.as(OFFICER).drops([await photo(32)]);
  await waits();
  await world.as(OFFICER).says(`撤回材料 ${second} 1-5 1`);

  const own = (await filed()).filter(({ name }) => name === second);
  expect(own.map(({ place, ordinal, state, personal }) => [place, ordinal, state, personal])).toEqual([
    ["row:1-2", 1, "withdrawn", true],
    ["row:1-2", 2, "filed", false],
    ["row:1-5", 1, "withdrawn", false],
    ["row:3-7", 1, "withdrawn", false],
    ["row:3-7", 2, "withdrawn", false],
  ]);
});

step("a case that is named with several rows, or with none, is the one that is asked about", async () => {
  await world.as(OFFICER).says(`证明材料 ${first}`);
  const answers = readAll(await world.as(OFFICER).drops([await photo(91)], { text: `${second} 4-3和4-4` })).join();
  expect(answers).toContain("一次发送的文件归入一条，文件已收到，随后请选择条目");
  await waits();
  expect(await latest(OFFICER)).toContain(`已收到图片1份，用于“${second}”。`);
  await world.as(OFFICER).says("4-4");
  expect(await latest(OFFICER)).toContain(`“${second}”的材料已归入`);
});

step(
  "25 photos in three bursts of two people, the bot killed twice: each once under its row, in order, and paid for once",
  async () => {
    const database = await connect(world);
    /** Of every burst a photo has been fetched that is not yet filed under anything, and none is being fetched. */
    const halfWay = async () => {
      const next = `select distinct on (lane) fetched from inbox_event where state = 'new' order by lane, id`;
      const query = `select coalesce(bool_and(fetched is not null), true) as "halfWay" from (${next}) n`;
      while (!(await database.query<{ halfWay: boolean }>(query))[0]?.halfWay);
    };
    const before = await filed();
    const calls = await watchCalls();
    /** The bot has stored them, and has hardly begun. */
    const acknowledged = async (person: string) => {
      while ((await world.as(person).messages()).some(({ delivery }) => delivery === "pending"));
    };
    const sends = async (person: string, row: string, seeds: readonly [number, number]) => {
      await world.as(person).says(`${first} ${row}`);
      await world.call(`/users/${person}/drop`, packFiles(await photos(...seeds), {}));
      await acknowledged(person);
    };
    const killed = async () => {
      await halfWay();
      const ready = world.nextReady("bot");
      process.kill(world.pids.get("bot") ?? 0, "SIGKILL");
      await ready;
    };
    await Promise.all([sends(OFFICER, "3-1", [101, 9]), sends(COLLEAGUE, "3-2", [201, 8])]);
    await killed();
    await world.idle();
    await waits();
    await sends(OFFICER, "3-3", [301, 8]);
    await killed();
    await world.idle();
    await waits();

    const now = (await filed()).filter(
      (one) => !before.some((old) => old.place === one.place && old.name === one.name),
    );
    expect(now.map(({ place, ordinal }) => [place, ordinal])).toEqual(
      [["row:3-1", 9] as const, ["row:3-2", 8] as const, ["row:3-3", 8] as const].flatMap(([place, count]) =>
        Array.from({ length: count }, (_, at) => [place, at + 1]),
      ),
    );
    await database.close();
    const { download, batchSend = 0, createAndDeliver = 0, ...others } = await calls();
    expect(download).toBe(25);
    // The words before each burst, and what became of it.
    expect([batchSend, createAndDeliver]).toEqual([3, 3]);
    expect(Object.values(others).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(8);
  },
);

/** What the last messages of a person bring, pictures and files. */
const broughtTo = async (person: string, from: number) =>
  (await world.as(person).messages()).slice(from).flatMap(({ kind, file }) => (file ? [[kind, file.fileName]] : []));

step(
  "a row is seen on one numbered picture, an original of it on request; a zip has all in the plan's order",
  async () => {
    const before = (await world.as(OFFICER).messages()).length;
    await world.as(OFFICER).says(`材料 ${first} 4-1`);
    await world.as(OFFICER).says("原件 1");
    await world.as(OFFICER).says("原件 2");
    const answers = readAll(await world.as(OFFICER).says(`材料包 ${first}`));
    const messages = (await world.as(OFFICER).messages()).slice(before);

    expect(answers.join()).toContain(`正在打包“${first}”的证明材料`);
    expect(messages.filter(({ kind }) => kind === "image")).toHaveLength(2);
    expect((await broughtTo(OFFICER, before)).filter(([kind]) => kind === "file").map(([, name]) => name)).toEqual([
      expect.stringContaining(`${first}_4-1_`),
      `${first}_证明材料.zip`,
    ]);
    const zip = messages.at(-1)?.file;
    const packed = await fetch(`${world.url}/_emulator/files/${zip?.fileId}`).then((reply) => reply.arrayBuffer());
    const names = Object.keys(unzipSync(new Uint8Array(packed)));
    expect(names[0]).toBe(`${first}/00_目录.xlsx`);
    const ofRows = names.slice(1).map((name) => name.split("/")[1] ?? "");
    const inOrder = ofRows.map((name) => `${name.split("_")[0]} ${/_(\d+)\.\w+$/u.exec(name)?.[1]}`);
    expect(inOrder).toEqual([...inOrder].sort());
    expect(ofRows).toHaveLength(
      (await filed()).filter(({ name, state }) => name === first && state === "filed").length,
    );
    expect(ofRows).toContain(`3-5_环境卫生_${first}_东门_20230912_01.jpg`);
    // As it was said, it led to another folder and turned the direction of writing.
    expect(ofRows.filter((name) => name.startsWith("4-2_"))).toEqual([
      expect.stringMatching(/^4-2_.*_西门_20230912_01\.jpg$/u),
      expect.stringMatching(/^4-2_.*_20230912_02\.jpg$/u),
    ]);
  },
);

step("nobody of the city or of another district gets anything of a case that is not reported", async () => {
  for (const person of ["maxiaohan", "auditor", "yuecheng-1", "team-1", "outsider"]) {
    const before = (await world.as(person).messages()).length;
    for (const words of [`材料 ${first} 4-1`, `材料包 ${first}`, `原件 ${first} 4-1 1`, "原件 1"]) {
      await world.as(person).says(words);
    }
    expect(await broughtTo(person, before)).toEqual([]);
  }
});

step("who oversees is told when evidence can be seen, not that there is no case", async () => {
  for (const words of [`材料包 ${first}`, `材料 ${first} 4-1`, `含个人信息 ${first} 4-1 1`]) {
    expect(readAll(await world.as("maxiaohan").says(words)).join()).toContain("市级人员在推荐名单报送后可以查看");
  }
});

step("photos named for two cases one right after the other are each filed under their own", async () => {
  await world.as(OFFICER).drops(await photos(95, 1), { text: `${first} 3-9 甲` });
  await world.as(OFFICER).drops(await photos(96, 1), { text: `${second} 3-9 乙` });
  await waits();
  await waits();

  const at = (await filed()).filter(({ place }) => place === "row:3-9").map(({ name, ordinal }) => [name, ordinal]);
  expect(new Map(at.map(([name = "", ordinal]) => [name, ordinal]))).toEqual(
    new Map([
      [first, 1],
      [second, 1],
    ]),
  );
});

step("the journal replayed gives the same attachments", async () => {
  const database = await connect(world);
  const { replayed, actual } = await database.replay();
  await database.close();

  expect(replayed.attachment).toEqual(actual.attachment);
});
