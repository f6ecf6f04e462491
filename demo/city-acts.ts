/** What the city does: 口径, 择优, 公布. Played by words or by cards, with the same result. */
export interface CityActs {
  /** The organizer records an answer, the approver confirms it. @param ruling `R14` */
  answers(ruling: string, text: string): Promise<void>;
  /** Everybody recommended is chosen but these, all with the same reason; the approver approves. */
  selectsAllBut(names: readonly string[], reason: string): Promise<void>;
  publishes(): Promise<void>;
}
