import type { CivilDate } from "../src/shared/civil-date.ts";

/** What the city does: 口径, 择优, 公布, 向省推荐. Played by words or by cards, with the same result. */
export interface CityActs {
  /** The organizer records an answer, the approver confirms it. @param ruling `R14` */
  answers(ruling: string, text: string): Promise<void>;
  /** Everybody recommended is chosen but these, all with the same reason; the approver approves. */
  selectsAllBut(names: readonly string[], reason: string): Promise<void>;
  publishes(): Promise<void>;
  /** In this order, all for the same reason; the approver approves, and it is sent on that day. */
  recommendsToProvince(names: readonly string[], said: { reason: string; sentOn: CivilDate }): Promise<void>;
}
