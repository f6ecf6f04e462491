/** The target of an action is not visible to the person. The message is a sentence that lists what is. */
export class NotVisibleError extends Error {
  override readonly name = "NotVisibleError";
}

const MAX_NAMED = 12;

/** 「申报」、「进度」; 无 when the list is empty. */
export function quoteList(names: readonly string[]): string {
  const different = [...new Set(names)];
  if (different.length === 0) return "无";
  const shown = different.slice(0, MAX_NAMED).map((name) => `「${name}」`);
  return `${shown.join("、")}${different.length > MAX_NAMED ? `等${different.length}个` : ""}`;
}
