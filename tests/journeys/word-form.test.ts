import { afterAll, beforeAll, describe, expect } from "vitest";
import { FORMS } from "../campaign/application/received-form/word-forms.ts";
import { wordOf } from "../platform/documents/support/word.ts";
import { cardTexts, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

const drops = async (userId: string, name: string, content: Uint8Array | string) =>
  (await world.as(userId).drops({ name, content })).map((message) => message.file?.fileName ?? read(message));

describe("a form in Word", () => {
  step("is shown beside what is there, and one press takes it", async () => {
    const [shown = ""] = await drops("zhuji-1", "锦绣花园申报表.docx", await wordOf(FORMS["the plan's layout"] ?? []));
    await world.as("zhuji-1").says("采用申报表");

    expect(shown.split("\n").slice(0, 3)).toEqual([
      "### 已读取“锦绣花园”申报表（待采用）",
      "从《锦绣花园申报表.docx》中读出10项，尚未写入。请核对后按「采用」，一次全部写入。",
      "将新建一份申报表。",
    ]);
    expect(cardTexts(await world.as("zhuji-1").messages()).at(-1)).toContain("锦绣花园申报表 填写中，已填10/23项");
  });
});
