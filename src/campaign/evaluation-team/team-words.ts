const ROLE = "组长|成员|组员";
const NUMBERING = /^\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①-⑳])\s*/u;
const HEADING = /^(?:序号|姓名|职务|角色|分工|单位|备注|手机|电话)$/u;
/** 李四 换成 王五 */
const REPLACED =
  /(?:把|将|去掉|减少|移出)?\s*(?<from>[^\s,，、;；:：]{2,20}?)\s*(?:换成|换为|换作|改为|改成|，?\s*换|，?\s*由)\s*(?<to>[^\s,，、;；:：]{2,20}?)(?:替换|接替|代替)?(?=$|[\s,，、;；。])/gu;
/** 李四退出, 李四不参加 */
const LEAVES = /(?<name>[^\s,，、;；:：]{2,20}?)\s*(?:退出|不再?参加(?:了)?|不去了?)(?=$|[\s,，、;；。])/gu;
/** 加李四, 再加上李四 */
const COMES = /(?<=^|[\s,，;；。])(?:再|还)?加上?(?=\s*\p{Script=Han}{2})(?!入)/gu;
const SAYS_NOTHING = /同志(?=$|[\s,，、;；。:：担组任为是（(])|(?<=\p{Script=Han})(?:担任|组成)(?=$|[\s,，、;；。])/gu;
/** 张三任组长, 李四、王五为成员 */
const BEHIND = new RegExp(`^(?<names>.+?)\\s*(?:任|为|是|当)?\\s*(?<role>${ROLE})$`, "u");
/** 张三（组长） */
const IN_BRACKETS = new RegExp(`^(?<name>[^\\s（(]+)\\s*[（(](?<role>${ROLE})[)）]$`, "u");
const STARTS = new RegExp(`^(?:副?${ROLE.replace("|", "|副?")}|其他成员|外部成员|组织外成员|增加|新增|减少)`, "u");

/**
 * Who is to be in the team, written role first: 张三任组长，李四为成员, 张三（组长）、李四 and rows of a table become
 * 组长 张三 成员 李四. @param known names of people: one may hold 组长 or 成员 itself
 */
export function roleFirst(typed: string, known: readonly string[]): string {
  const lines = typed
    .split("\n")
    .map((line) => rowOf(line.replace(NUMBERING, ""), known))
    .join("\n")
    .replaceAll(SAYS_NOTHING, "");
  const changed = lines
    .replaceAll(REPLACED, (whole, from: string, to: string) =>
      STARTS.test(from) ? whole : ` 减少 ${from} 增加 ${to} `,
    )
    .replaceAll(LEAVES, (whole, name: string) => (STARTS.test(name) ? whole : ` 减少 ${name} `))
    .replaceAll(COMES, "增加 ");
  return inBrackets(changed, known) ?? behindNames(changed, known);
}

/** A row of a table: name and role in cells, in either order; without its headings. */
function rowOf(line: string, known: readonly string[]): string {
  if (!line.includes("\t")) return line;
  const cells = line.split("\t").map((cell) => cell.trim());
  const words = cells.filter((cell) => cell !== "" && !/^\d{1,2}$/u.test(cell));
  if (words.every((cell) => HEADING.test(cell))) return "";
  const at = words.findIndex((cell) => new RegExp(`^(?:${ROLE})$`, "u").test(cell) && !known.includes(cell));
  return at < 0 ? words.join(" ") : `${words[at] ?? ""} ${words.filter((_, place) => place !== at).join(" ")}`;
}

/** 张三（组长）、李四、王五: who has no role is a member. */
function inBrackets(text: string, known: readonly string[]): string | undefined {
  const all = text.split(/[\s,，、;；。]+/u).filter((one) => one !== "");
  const roles = all.map((one) => (known.includes(one) ? undefined : IN_BRACKETS.exec(one)?.groups));
  if (!roles.some((one) => one?.role === "组长") || all.some((one) => !known.includes(one) && STARTS.test(one)))
    return undefined;
  const leads = roles.flatMap((one) => (one?.role === "组长" ? [one.name ?? ""] : []));
  const members = all.flatMap((one, at) => (roles[at]?.role === "组长" ? [] : [roles[at]?.name ?? one]));
  return `组长 ${leads.join("、")}${members.length === 0 ? "" : ` 成员 ${members.join("、")}`}`;
}

/** 张三任组长，李四、王五为成员 */
const behindNames = (text: string, known: readonly string[]): string =>
  text
    .split(/(?<=[,，;；。\n])/u)
    .map((part) => {
      const said = part.replace(/[\s,，;；。]+$/u, "").trim();
      const { names = "", role } = BEHIND.exec(said)?.groups ?? {};
      const last = names.split(/[、和与及\s]+/u).at(-1) ?? "";
      const isName = role !== undefined && known.some((one) => one.endsWith(role) && said.endsWith(one));
      if (role === undefined || isName || STARTS.test(said) || last === "") return part;
      return `${role} ${names.replaceAll("和", "、")}；`;
    })
    .join("");
