/** What something takes of DingTalk's monthly quota. */
export interface Cost {
  apiCalls: number;
  pushes: number;
}

/** What the steps of a campaign take, on the average. */
export interface Costs {
  /** One case, from 申报 to 提交. */
  application: Cost;
  /** One case: 附件1 by clause. */
  requirements: Cost;
  /** One case: the boxes of its form, and the stamped scan. */
  opinions: Cost;
  /** One case: the points of all rows, made final. */
  review: Cost;
  /** One district's list, from the order to 报送. */
  list: Cost;
  /** One district's report. */
  report: Cost;
  /** One ruling, recorded and confirmed. */
  answer: Cost;
  /** The city's choice and its approval. */
  selection: Cost;
  publication: Cost;
  /** Files under one row, besides the files themselves: the row said before, the acknowledgement, what became of them. */
  burst: Cost;
  /** One photo, sent and fetched. */
  photo: Cost;
  /** The files of one row on one picture. */
  sheet: Cost;
  /** For one district, when a stage opens. */
  opening: Cost;
  /** For one district, on any other day: reminders, countdowns, cards that change. */
  day: Cost;
}

/** The steps that districts press or type. */
export const STYLED = ["application", "review", "list", "report"] as const;

/** What was measured: each step by cards, and those of the districts also as they are typed. */
export interface MeasuredCosts extends Costs {
  typed: Pick<Costs, (typeof STYLED)[number]>;
}

/** The part of the districts that types where nobody says; as measured, every other one. */
export const TYPING = 0.5;

/**
 * What the steps take where a part of the districts types and the others press.
 *
 * @param typing the part that types, from 0 to 1
 */
export function costsWhere({ typed, ...pressed }: MeasuredCosts, typing: number): Costs {
  const mixed = STYLED.map((step) => [step, plus(times(pressed[step], 1 - typing), times(typed[step], typing))]);
  return { ...pressed, ...Object.fromEntries(mixed) };
}

export const plus = (one: Cost, other: Cost): Cost => ({
  apiCalls: one.apiCalls + other.apiCalls,
  pushes: one.pushes + other.pushes,
});

export const times = ({ apiCalls, pushes }: Cost, count: number): Cost => ({
  apiCalls: apiCalls * count,
  pushes: pushes * count,
});

export const NOTHING: Cost = { apiCalls: 0, pushes: 0 };
