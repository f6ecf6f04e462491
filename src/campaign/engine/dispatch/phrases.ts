import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { textView, type View } from "../../../platform/chat/view.ts";
import { dayOf, shanghaiIso } from "../../../shared/civil-date.ts";
import { dayWords, fullDayWords } from "../../definition/wording.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { Choice } from "../choice.ts";
import type { Disarmed, PendingConfirmation } from "./extension-points.ts";
import type { FilePlace } from "./file-places.ts";
import type { Suggestion } from "./suggest.ts";

const view = (title: string, text: string, actions: View["actions"] = []): View => ({
  title,
  tone: "running",
  body: [{ kind: "text", text }],
  actions,
});

const MAX_CUT = 30;

const cut = (text: string): string => {
  const signs = [...text.trim()];
  return signs.length > MAX_CUT ? `${signs.slice(0, MAX_CUT).join("")}……` : text.trim();
};

/** A refusal without what it says of buttons, where none stand below it. */
const withoutButtons = (sentence: string): string =>
  sentence.replaceAll(/[^。；]*请点击[^。；]*[。；]/gu, "").replace(/；$/u, "。");

export const dispatchPhrases = {
  outsider: (campaign: string, contact: { name: string; phone: string }): View =>
    view(
      "暂时无法办理",
      `您好，您不在${campaign}的人员名单中，暂时无法在此办理。如需参加，请联系${contact.name}，电话${contact.phone}。`,
    ),
  /** Replaces a card about a district that the person does not work for any more. */
  notYoursAnyMore: (district: string): View =>
    textView("卡片已停止更新", `您已不再办理该${district}的工作，本卡片不再更新。`, {
      tone: "closed",
      status: "已停止",
    }),
  /** To somebody whose role has ended. */
  noLonger: (campaign: string, contact: { name: string; phone: string }): View =>
    view(
      "不再办理",
      `您已不在${campaign}的人员名单中，刚才发送的内容未作处理。您此前填写的内容均已保存，由接手的同事继续办理。如有疑问，请联系${contact.name}，电话${contact.phone}。`,
    ),
  /** Replaces a card's content for people without a role in the campaign. */
  left: (campaign: string): View =>
    textView("卡片已停止更新", `您已不在${campaign}的人员名单中，本卡片不再更新。`, {
      tone: "closed",
      status: "已停止",
    }),
  footLeftOut: (lines: readonly string[]) =>
    `末尾的落款未作为内容：${lines.map((line) => `「${cut(line)}」`).join("")}。`,
  /** To 交, 报送, 下一个, where nothing of the kind is open. */
  waits: (waiting: readonly Pick<View["actions"][number], "label" | "typed">[]): View =>
    view(
      "请选择办理事项",
      `没有写明办理哪一项，未作任何改动。等待您办理的事项：${waiting.map(({ label }, index) => `${index + 1}. ${label}`).join("，")}。请点击${waiting.length === 1 ? "" : "其中一项"}，或回复序号。`,
      waiting.map(({ label, typed }, index) => ({
        ...{ id: "", label, typed },
        look: index === 0 ? ("primary" as const) : ("default" as const),
      })),
    ),
  unknownCommand: (nearest: readonly Suggestion[]): View =>
    view(
      "未能识别",
      nearest.length === 0
        ? "未能识别您发送的内容，未作任何改动。发送「帮助」可查看全部操作。"
        : `未能识别您发送的内容，未作任何改动。您是否要：${nearest.map(({ typed }) => `「${typed}」`).join("、")}？发送「帮助」可查看全部操作。`,
      nearest.map(({ label, typed }, index) => ({
        id: "",
        label,
        typed,
        look: index === 0 ? ("primary" as const) : ("default" as const),
      })),
    ),
  goOnWith: (name: string) => `继续：${name}`,
  resumeOf: (name: string) => `继续 ${name}`,
  resume: (): Suggestion => ({ label: "继续", typed: "继续" }),
  acknowledged: (): View => view("收到", "好的。如需办理事项，可发送「帮助」。"),
  /** 不记录, where nothing is asked. */
  nothingToDrop: (): View =>
    view("未作改动", "目前没有正在询问的待记录内容，未作任何改动。表单尚未办完的，请发送「继续」后再回复。"),
  handles: (word: string) => `办理${word}`,
  /** Words that begin like a command while a text is waited for. */
  commandOrText: (text: string, { word, asText, waits }: { word: string; asText: string; waits?: string }): View =>
    view(
      "请确认",
      `${waits === undefined ? "" : `${waits}尚未办完，`}正在等待您填写内容，而“${text}”以「${word}」开头，未作任何改动。是作为内容填写，还是办理「${word}」？`,
      [
        { id: "", label: "作为内容填写", typed: asText, look: "primary" },
        { id: "", label: dispatchPhrases.handles(word), typed: `/${text.replace(/^[\s/／]+/u, "")}`, look: "default" },
      ],
    ),
  /** The word is the name of a field of the open form, and of a command. */
  labelOrCommand: (text: string, { word, typed }: { word: string; typed: string }): View =>
    view("请确认", `“${cut(text)}”未作任何改动。是填写本表的栏目，还是办理「${word}」？`, [
      { id: "", label: `填写“${typed.split("：")[0] ?? ""}”`, typed, look: "primary" },
      { id: "", label: `办理${word}`, typed: `/${text.trim()}`, look: "default" },
    ]),
  /** A sentence that is also a change of something else. */
  textOrElsewhere: (text: string, asText: string): View =>
    view("请确认", `正在等待您填写内容，“${cut(text)}”未作任何改动。是作为内容填写，还是另行办理？`, [
      { id: "", label: "作为内容填写", typed: asText, look: "primary" },
      { id: "", label: "另行办理", typed: `/${text.trim()}`, look: "default" },
    ]),
  /** A text after a day in which the question was not answered. */
  stillAnswering: (text: string, asText: string): View =>
    view(
      "请确认",
      `此前的问题已一日未答，“${cut(text)}”未作任何改动。是对该问题的答复吗？不是的，请发送「取消」后另行办理。`,
      [
        { id: "", label: "是该问题的答复", typed: asText, look: "primary" },
        { id: "", label: "取消", typed: "取消", look: "default" },
      ],
    ),
  /** A question that waits while something else was done. */
  stillOpen: (name: string) => `${name}尚未办完，仍在等待您的答复；发送「继续」可再次显示问题。`,
  stillOpenAlone: (name: string): View =>
    view("仍在等待答复", dispatchPhrases.stillOpen(name), [{ id: "", label: "继续", typed: "继续", look: "default" }]),
  severalAnswers: () => "查询结果",
  keptAside: (name: string): View =>
    view("已暂放", `${name}尚未办完，已暂放，内容不变。发送「继续 ${name}」可接着办理。`, [
      { id: "", label: "继续", typed: `继续 ${name}`, look: "default" },
    ]),
  steppedAside: (name: string): View =>
    view("已暂放", `${name}尚未办完，已暂放，已填内容不变。发送「继续」可接着办理。`, [
      { id: "", label: "继续", typed: "继续", look: "default" },
    ]),
  /** A quoted message to which nothing can be answered. */
  quoted: (why: "closed" | "nothing"): View =>
    why === "closed"
      ? view("未作改动", "您引用的问题已不再等待答复，未作任何改动。发送「帮助」可查看能办理的事项。")
      : view("未作改动", "您引用的消息不等待答复，未作任何改动。答复当前的问题时，请不引用直接发送，或引用该问题。"),
  /** Of a message for several, one was refused. */
  partRefused: (head: string, sentence: string, count: number): string =>
    `「${cut(head)}」：${withoutButtons(sentence)}本条消息的${count}部分均未办理，请改正后整条重新发送，或逐条发送。`,
  pastedTitle: () => "请选择用途",
  /** A text that names no command, and what it may be. */
  /** @param before what was kept until now: `replaced` by this text, or `joined` with it */
  pasted: (
    choices: readonly Choice[],
    { replaced, joined }: { replaced?: string | undefined; joined?: string } = {},
  ): string =>
    `${replaced === undefined ? "" : dispatchPhrases.pasteReplaced(replaced)}${joined === undefined ? "收到一段内容，尚未办理，内容已保留（只保留最近发送的一段）。" : `收到一段内容，与此前的「${cut(joined)}」合为一条，尚未办理，内容已保留。`}用于${choices.map(({ name }) => `「${name}」`).join("、")}的，请点击或回复${choices.length === 1 ? "所列内容" : "序号"}；不办理的请发送「取消」。`,
  /** The text that was kept until now. */
  pasteReplaced: (first: string) =>
    `此前收到的「${cut(first)}」未办理，由本段替代，不再保留；仍需办理的，请将其与本段合为一条重新发送，或在本段办理后重新发送。`,
  /** A day later. */
  pasteGone: ({ count, first }: { count: number; first: string }): View =>
    view(
      "内容已不保留",
      `此前收到的一段内容（共${count}字：${cut(first)}）已超过24小时未办理，不再保留。仍需办理的，请重新发送。`,
    ),
  pasteDropped: ({ count, first }: { count: number; first: string }): string =>
    `此前收到的一段内容（共${count}字：${cut(first)}）未办理，不再保留。`,
  leavesPaste: () => "不用这段内容",
  /** A text that was pasted before, at the command that it may be for. */
  keptPaste: ({ words, count, first }: { words: string; count: number; first: string }) => {
    const take = `用于${words}`;
    const leave = dispatchPhrases.leavesPaste();
    return {
      ...{ take, leave },
      view: view(
        "请确认",
        `此前收到的一段内容（共${count}字：${cut(first)}）尚未办理，内容仍保留。用于「${words}」的，请点击或回复「${take}」；不用的，请点击或回复「${leave}」。`,
      ),
    };
  },
  pasteStillKept: (choices: readonly Choice[]): string =>
    `此前收到的一段内容尚未办理，内容仍保留，用于${choices.map(({ name }) => `「${name}」`).join("、")}的，请发送${choices.map(({ name }) => `「${name}」`).join(choices.length === 2 ? "或" : "、")}${choices.length > 2 ? "其中一项" : ""}。`,
  /** After an answer that is none of those asked about. @param text empty after talk, which is no answer */
  /** Another day was said instead of a name. */
  chooseWithDay: (from: string, to: string, choices: readonly Choice[]): View => {
    const asked = dispatchPhrases.chooseAgain("", choices);
    const lead = `日期由“${from}”改为“${to}”，尚未办理。请回复序号或名称；日期不对的，请整条重新发送。`;
    return { ...asked, body: [{ kind: "text", text: lead }, ...asked.body.slice(1)] };
  },
  chooseWithMore: (text: string, choices: readonly Choice[]): View => {
    const asked = dispatchPhrases.chooseAgain("", choices);
    const lead = `「${cut(text)}」已保留，尚未办理。请回复序号或名称；不办理的请发送「取消」。`;
    return { ...asked, body: [{ kind: "text", text: lead }, ...asked.body.slice(1)] };
  },
  sayAnew: (text: string): View =>
    view(
      "未办理",
      `“${cut(text)}”中的日期与原来所写的不同，不能确定以哪个为准，未作任何改动。请写明事项和日期，整条重新发送。`,
    ),
  chooseAgain: (text: string, choices: readonly Choice[]): View => ({
    ...view("请选择", ""),
    body: [
      {
        kind: "text",
        text: `${text === "" ? "" : `“${cut(text)}”不是所列的其中一项，未作任何改动。`}请回复序号或名称；不办理的请发送「取消」。`,
      },
      { kind: "list", ordered: true, items: choices.map(({ name }) => name) },
    ],
    // A number, pressed later, could answer something else.
    actions: choices.map(({ name, typed }, at) => ({
      id: "",
      label: name,
      typed: typed.includes(name) ? typed : String(at + 1),
      look: "default" as const,
    })),
  }),
  /** Letters that stand for several words. */
  whichWords: (said: string, choices: readonly Choice[]): View =>
    view(
      "请选择",
      `“${said}”可以是${choices.map(({ name }) => `「${name}」`).join("、")}，未作任何改动。请点击或回复其中一项。`,
      choices.map(({ name, typed }) => ({ id: "", label: name, typed, look: "default" as const })),
    ),
  /** @param isAsked whether the question of before waits again */
  choiceCancelled: (isAsked: boolean): View =>
    view("已取消", `未作选择，未作任何改动。${isAsked ? "此前的问题仍在等待答复，发送「继续」可再次显示。" : ""}`),
  whichCampaign: (names: readonly string[]): View => ({
    ...view("请选择活动", "您参加了不止一个活动，请回复序号选择："),
    body: [
      { kind: "text", text: "您参加了不止一个活动，请回复序号选择：" },
      { kind: "list", ordered: true, items: names },
    ],
    actions: names.map((name, index) => ({ id: "", label: name, typed: String(index + 1), look: "default" as const })),
  }),
  mayNot: (word: string, role: string) =>
    `「${word}」不在您的权限内（${role}），未作任何改动。发送「帮助」可查看您能办理的事项。`,
  /** The plan has no such part. A command without words has an empty word. */
  notPartOf: (word: string) => `本活动没有${word === "" ? "这一事项" : `「${word}」这一事项`}，未作任何改动。`,
  closed: (title: string, at: Date) => `${title}已于${fullDayWords(dayOf(at))}结束，只可查阅，不再办理，未作任何改动。`,
  /** After 公布. A command without words has an empty word. */
  published: (word: string, { city, organizer }: Pick<Nouns, "city" | "organizer">) =>
    `${city}级名单已公布，不再办理${word === "" ? "此项" : `「${word}」`}，未作任何改动。确有变化的，由${organizer}办理更正。`,
  /** The same of what is taken up again once something on the list has fallen out. */
  settled: (word: string, { city, organizer }: Pick<Nouns, "city" | "organizer">) =>
    `${city}级名单已公布，不再办理${word === "" ? "此项" : `「${word}」`}，未作任何改动。确有变化的，由${organizer}办理更正；名单上有退出、不得参与或异议成立的，可重新择优、报批、公布。`,
  tooLate: ({ city, organizer }: Pick<Nouns, "city" | "organizer">): View =>
    view("不再办理", `${city}级名单已公布，此前的问题不再等待答复，未作任何改动。确有变化的，由${organizer}办理更正。`),
  /** On a card that offered more. */
  onlyRead: (at: Date) => `活动已于${fullDayWords(dayOf(at))}结束，以下内容只供查阅。`,
  onlyReadPublished: ({ city }: Pick<Nouns, "city">) => `${city}级名单已公布，以下内容不再修改。`,
  directOnly: (word: string) => `「${word}」请在与家园助手的单聊中办理，以免未公开的内容出现在群内。`,
  groupOnly: (word: string) => `请在群内@家园助手后发送「${word}」。`,
  unboundGroup: (): View =>
    view(
      "本群尚未绑定",
      "本群尚未绑定到活动，暂不能在群内使用。请活动的组织人员在群内@家园助手发送「绑定本群」，或改在与家园助手的单聊中办理。",
    ),
  /** The group cannot be asked for a choice, so the text gives the commands to send. */
  bindsWhich: (ids: readonly string[]): View =>
    view(
      "请注明活动",
      `您参加了不止一个活动，请注明本群属于哪一个：${ids.map((id) => `「绑定本群 活动群 ${id}」`).join("、")}。`,
    ),
  whatIsFileFor: (file: ReceivedFile, places: readonly FilePlace[], hours: number): View => {
    const what = file.kind === "picture" ? "图片" : file.kind === "video" ? "视频" : `《${file.name}》`;
    const notes = places.flatMap(({ note }) => (note === undefined ? [] : [note])).join("");
    const actions = places.flatMap(({ action }) => action ?? []);
    const text =
      actions.length > 0
        ? `已收到${what}，尚未归入任何材料。请说明该文件的用途，${hours}小时内未选择的自动删除。${notes}`
        : `已收到${what}，目前没有可以归入的材料，${hours}小时后自动删除。${notes}请发送「帮助」查看能办理的事项。`;
    return view(actions.length > 0 ? "请说明该文件的用途" : "文件尚未归入", text, actions);
  },
  noFilesInGroups: (): View =>
    view("群内不接收文件", "群内发送的图片和文件不予接收，未作任何改动。请在与家园助手的单聊中发送。"),
  fileRefused: (name: string, sentence: string): View => view(`《${name}》未接收`, sentence),
  noFileKept: (name: string, hours: number) =>
    `没有待归入的文件${name === "" ? "" : `《${name}》`}，未作任何改动。未归入的文件保留${hours}小时，请重新发送文件。`,
  emptyMessage: (): View => view("您好", "没有收到文字内容。发送「帮助」可查看能办理的事项。"),
  /** It stays on the pressed card until that changes: true at any later time, too. */
  sentBelow: (at: Date) => `${dayWords(dayOf(at))}${shanghaiIso(at).slice(11, 16)}的点击已答复，见本聊天下方。`,
  sentToDirectChat: () => "已发送到您与家园助手的单聊。",
  /** @param disarmed what had been shown for confirmation */
  cancelled: (disarmed: Disarmed = { names: [], sentences: [] }): View =>
    view("已取消", dispatchPhrases.cancelledToast(disarmed)),
  cancelledToast: ({ names, sentences }: Disarmed): string =>
    `${names.length === 0 ? "" : `${names.join("、")}未经确认，不予办理。`}${sentences.join("")}已停止办理，此前已保存的内容不变。`,
  /** 确认撤回 with words that nothing keeps. */
  confirmedWithMore: ({ name, typed }: PendingConfirmation, more: string): View =>
    view(
      "待确认",
      `未作任何改动。「${more}」不随撤回记录，也未办理；所写的其他事项请另行发送。${name}尚待确认，办理请点击或发送「${typed}」；不办理请发送「取消」。`,
      [
        { id: "", label: typed, typed, look: "primary" },
        { id: "", label: "取消", typed: "取消", look: "default" },
      ],
    ),
  /** Talk, or what was not understood, while something waits for a confirmation. */
  toConfirm: (pending: readonly PendingConfirmation[], isUnread = false): View =>
    view(
      "待确认",
      `${isUnread ? "未能识别您发送的内容，" : ""}未作任何改动。${pending.map(({ name, typed }) => `${name}尚待确认，办理请发送「${typed}」`).join("；")}；不办理请发送「取消」。`,
      [
        ...pending.map(({ typed }) => ({ id: "", label: typed, typed, look: "primary" as const })),
        { id: "", label: "取消", typed: "取消", look: "default" },
      ],
    ),
  nothingToCancel: (): View => view("无须取消", dispatchPhrases.nothingToCancelToast()),
  nothingToCancelToast: (): string => "目前没有等待您答复的事项。",
};
