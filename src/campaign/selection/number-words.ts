import type { Limit, Misfit } from "./limits.ts";
import type { SelectionWords } from "./words.ts";

type Measured = Pick<SelectionWords, "measure">;

/** 正好10个, 2—4个, 不少于2个, 不超过20户 */
export function limitWords({ least, most }: Limit, { measure }: Measured): string {
  if (least !== undefined && least === most) return `正好${least}${measure}`;
  if (least === undefined) return `不超过${most}${measure}`;
  return most === undefined ? `不少于${least}${measure}` : `${least}—${most}${measure}`;
}

/** Limits as part of a question: 共10个, 不超过20户（其中老旧小区不超过5户）. */
export function askedWords(limits: readonly Limit[], words: Measured): string | undefined {
  const all = limits.filter(({ category }) => category === undefined).map((limit) => total(limit, words));
  const parts = limits.flatMap((limit) =>
    limit.category ? [`${limit.category.name}${limitWords(limit, words)}`] : [],
  );
  const inside = parts.length === 0 ? "" : all.length > 0 ? `（其中${parts.join("，")}）` : parts.join("，");
  const asked = all.join("") + inside;
  return asked === "" ? undefined : asked;
}

const total = (limit: Limit, words: Measured): string => {
  const plain = limitWords(limit, words).replace(/^正好/u, "共");
  return limit.soft ? `原则上${plain}` : plain;
};

/** 应选10个, 至多选20户; empty without a limit on the total. */
export function neededWords(limits: readonly Limit[], { measure }: Measured): string {
  const limit = limits.find(({ category }) => category === undefined);
  if (!limit) return "";
  const { least, most } = limit;
  if (least === undefined) return `，至多选${most}${measure}`;
  if (most === undefined) return `，至少选${least}${measure}`;
  return `，应选${least === most ? least : `${least}—${most}`}${measure}`;
}

/** 11个，应正好10个（口径R9）; with the category name if there is one. */
export function misfitWords({ limit, count }: Misfit, words: Measured): string {
  const should = `${limit.soft ? "原则上" : ""}应${limitWords(limit, words)}`;
  return `${limit.category?.name ?? ""}${count}${words.measure}，${should}（${limit.reference}）`;
}

/** {@link misfitWords}, with a hint for a number below the decided one. */
export function tooFewWords(misfit: Misfit, words: Measured & Pick<SelectionWords, "approver" | "organizer">): string {
  const { limit, count } = misfit;
  const { least, most, ruling, category } = limit;
  if (ruling === undefined || category || least !== most) return misfitWords(misfit, words);
  const { measure } = words;
  return `${count}${measure}，应正好${least}${measure}；少于${least}${measure}的，须先由${words.organizer}按「口径 ${ruling}」记录答复、${words.approver}确认`;
}
