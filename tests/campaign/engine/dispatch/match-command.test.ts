import { describe, expect, test } from "vitest";
import { matchCommand, plainText } from "../../../../src/campaign/engine/dispatch/match-command.ts";
import type { Command } from "../../../../src/campaign/engine/feature.ts";

const command = (id: string, words: readonly string[], more: Partial<Command> = {}): Command => ({
  id,
  words,
  capability: "help.see",
  effect: "read",
  help: { example: words[0] ?? "", purpose: "" },
  handle: async () => ({}),
  ...more,
});

const commands = [
  command("progress.see", ["进度", "办理进度", "progress"]),
  command("citation.see", ["依据", "文件依据", "cite"], { joined: true }),
  command("ranking.see", ["排名", "排名汇总"]),
  command("ranking.share", ["排名 发活动群", "排名发活动群"]),
  command("export.make", ["导出"]),
  command("broadcast.write", ["广播"]),
  command("review.start", ["初评"]),
  command("review.save", []),
];

const matched = (text: string): [string, string, string] | undefined => {
  const found = matchCommand(commands, text);
  return found && [found.command.id, found.rest, found.verbatim];
};

describe("a command is known", () => {
  test.each([
    "进度",
    " 进度 ",
    "　进度　",
    "/进度",
    "／进度",
    "/ 进度",
    "\u200b进度",
    "进度。",
    "进度！？",
    "进度;",
    "办理进度",
    "progress",
    "Progress",
    "ＰＲＯＧＲＥＳＳ",
    "/progress.",
    "、进度",
    "\\进度",
    "「进度」",
    "【进度】",
    "“进度”。",
    "发送「进度」",
    "@马小涵 进度",
    "@家园助手　进度",
    "@马小涵 @家园助手 进度",
    "进度 @马小涵",
    "進度",
    "进\u00ad度\ufe0f",
    "进度👍",
  ])("by its words, whatever stands around them: “%s”", (text) => {
    expect(matched(text)?.slice(0, 2)).toEqual(["progress.see", ""]);
  });

  test.each(["jd", "JD", "ｊｄ", "/jd", "jd。", "bljd"])("by the initials of its words: “%s”", (text) => {
    expect(matched(text)).toEqual(["progress.see", "", ""]);
  });

  test("but not by initials that several have", () => {
    const both = [command("list.start", ["推荐"]), command("form.submit", ["提交"])];
    expect(matchCommand(both, "tj")).toBeUndefined();
    expect(matchCommand(both.slice(0, 1), "tj")?.command.id).toBe("list.start");
  });

  test.each(["jd 柯桥区", "jdjd", "j", "jindu"])("but not by initials with more, or by less: “%s”", (text) => {
    expect(matched(text)).toBeUndefined();
  });

  test.each(["进", "进度表", "查进度", "看一下进度", "", " ", "/", "。"])("nothing is taken for it: “%s”", (text) => {
    expect(matched(text)).toBeUndefined();
  });
});

describe("what follows a command", () => {
  test.each([
    ["进度 柯桥区", "progress.see", "柯桥区"],
    ["进度　柯桥区", "progress.see", "柯桥区"],
    ["导出4", "export.make", "4"],
    ["导出(附件4)", "export.make", "(附件4)"],
    ["导出：附件4", "export.make", "附件4"],
    ["导出，附件4", "export.make", "附件4"],
    ["「导出 附件4」", "export.make", "附件4"],
    ["导出 「附件4」", "export.make", "「附件4」"],
    ["导出 附件４。", "export.make", "附件4"],
    ["初评：雅苑", "review.start", "雅苑"],
    ["初评，雅苑", "review.start", "雅苑"],
    ["初评——雅苑", "review.start", "雅苑"],
    ["初评｜雅苑", "review.start", "雅苑"],
    ["依据 L17", "citation.see", "L17"],
    ["依据L17", "citation.see", "L17"],
    ["依据要求8", "citation.see", "要求8"],
    ["文件依据 ｒ１４？", "citation.see", "r14"],
    ["排名汇总", "ranking.see", ""],
    ["排名 柯桥区", "ranking.see", "柯桥区"],
    ["排名 发活动群", "ranking.share", ""],
    ["排名发活动群", "ranking.share", ""],
  ])("“%s” is %s with “%s”: the longest words win", (text, id, rest) => {
    expect(matched(text)?.slice(0, 2)).toEqual([id, rest]);
  });

  test.each([
    ["广播 请于９月30日前报送，谢谢！", "请于9月30日前报送,谢谢", "请于９月30日前报送，谢谢！"],
    ["/广播　①请报送。", "1请报送", "①请报送。"],
    ["ＰＲＯＧＲＥＳＳ　ＡＢ", "AB", "ＡＢ"],
    ["广播：请抓紧更新。", "请抓紧更新", "请抓紧更新。"],
    ["广播 进度，请各区抓紧更新。", "进度,请各区抓紧更新", "进度，请各区抓紧更新。"],
    ["“广播 请抓紧更新”", "请抓紧更新", "请抓紧更新"],
    ["广播 請抓緊 @张三", "請抓緊", "請抓緊 @张三"],
    ["\u200b／广播 第一行\n第二行；", "第一行\n第二行", "第一行\n第二行；"],
  ])("“%s” is read in half width and kept as it was typed", (text, rest, verbatim) => {
    expect(matched(text)?.slice(1)).toEqual([rest, verbatim]);
  });
});

test.each([
  ["／ｊｄ。", "jd"],
  ["　依据　要求８！", "依据 要求8"],
  ["9月30日前，报送；", "9月30日前,报送"],
  ["///。。。", ""],
])("“%s” in half width, without slash and closing marks: “%s”", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});
