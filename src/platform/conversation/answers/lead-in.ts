import { AFTER_NAME, POINTS, TOLD_BY_PARTICLE, withoutSounds } from "../spoken.ts";

const PAUSE = "[,，、。:：\\s]";
/** 嗯，好的，那个 */
const FILLS = `(?:[嗯呃唔额哦啊]+${PAUSE}*(?:那个${PAUSE}*)?|(?:那个|好的?|行|可以|那么?)${PAUSE}+)`;
const SAYS = "(?:说|念|讲|读|报|口述|介绍|汇报)";
const WHO = "(?:那|我们?|咱们?|先|来|就|再|现在|给[你您]们?)*";
/** 我念一下, 那我说一下我们小区的情况 */
const ANNOUNCES = `${WHO}${SAYS}(?:一[下遍]|下)(?:(?:我们?|咱们?|本|这个)?小区的?)?(?:申报)?(?:材料|情况|内容)?的?[啊吧了哈哦]*${PAUSE}+`;

/** 就写那个…, behind the name or alone */
const JUST_WRITES = new RegExp(
  `^(?:写成|(?:就|请|帮我)(?:写(?:上|成)?|说))(?![字作生真实景服明])${AFTER_NAME}(?=\\S{4})`,
  "u",
);
/** 写成…, 说成… behind the name */
const WRITES_AS = new RegExp(`^(?:就|请|帮我)?(?:写成|写上|记上|说成)${AFTER_NAME}(?=\\S{4})`, "u");

/**
 * Paragraphs without what was said before they begin: 嗯我念一下，…, 申报材料如下：…. A text of nothing else stays.
 * @param names what the text is called
 */
export function withoutLeadIn(names: readonly string[], typed: string): string {
  const rest = withoutOne(names, typed);
  // 备注嗯那备注就写…: the name is said again.
  const isAgain = rest !== typed && names.some((name) => /^[嗯呃那就,，\s]*$/u.test(rest.split(name, 1)[0] ?? rest));
  return isAgain ? withoutLeadIn(names, rest) : rest;
}

function withoutOne(names: readonly string[], typed: string): string {
  const called = names.length === 0 ? "(?!)" : `(?:${names.join("|")})`;
  const ofName = `(?:我们?的?)?${called}(?:的?内容|正文)?(?:我|就|呢|的话)*(?:${PAUSE}*[嗯呃唔额]+|如下|是这样(?:的|子)?|是|${SAYS}(?:一下)?[啊吧了]*)?${PAUSE}+|${called}${PAUSE}*[嗯呃唔额]+|(?:好的?|那|行|嗯)*${called}(?:我|就|直接|来)+${SAYS}(?:一下)?了?[啊吧哈]*[嗯呃额]*(?=\\S{4})|${called}${POINTS}(?=\\S{4})`;
  // 备注那个就写…, 备注里写上…
  const asks = `${called}(?:(?:那个|这个|那?一?[栏项]|里面?|上面)+(?:就|请)?|就|请)(?:写|填|记)(?!了|好|完|的|错|明|清)(?:上|成|为|一?句|个)*${PAUSE}*(?=\\S{2})`;
  const says = new RegExp(
    `^\\s*${called}(?:的?内容)?(?:就?是|就写|就填|写的?是|(?:写|记|填)(?:一下|上)|写(?!了|好|完|的|错|明|清|上|成|着|字)|就(?!直接|说|念|讲))(?!否|不是|说|这样|如下)${PAUSE}*(?:${POINTS})?(?=\\S{2})|^\\s*${called}${TOLD_BY_PARTICLE}(?=\\S{2})`,
    "u",
  );
  const led = new RegExp(`^(?:[嗯呃唔额哦啊]+|就是说|那个|这个|那么?|[,，、\\s])+(?=${called})`, "u");
  const spoken = typed.replace(led, "").replace(/^\s*[嗯呃唔额哦啊]+[,，、\s]*/u, "");
  const named = new RegExp(`^\\s*${called}`, "u").exec(spoken)?.[0] ?? "";
  const as = named === "" ? "" : (WRITES_AS.exec(spoken.slice(named.length))?.[0] ?? "");
  if (as !== "") return withoutSounds(spoken.slice(named.length + as.length));
  const said = says.exec(spoken)?.[0];
  if (said !== undefined) return withoutSounds(spoken.slice(said.length).replace(JUST_WRITES, ""));
  if (JUST_WRITES.test(spoken)) return spoken.replace(JUST_WRITES, "");
  const written = new RegExp(`^\\s*${asks}`, "u").exec(typed)?.[0];
  if (written !== undefined) return typed.slice(written.length).replace(/(?<=\S{4})吧[。.\s]*$/u, "");
  const lead = new RegExp(`^\\s*(?:${FILLS}|${ANNOUNCES}|${ofName})`, "u");
  let text = typed;
  for (let rest = text.replace(lead, ""); rest !== text && rest.trim() !== ""; rest = text.replace(lead, ""))
    text = rest;
  return text === typed ? typed : text.trimStart();
}
