/**
 * An event of one part, e.g. `event<{ district: string }>("list.confirmed")`. Later parts listen, in feature order and
 * in the same transaction. Payloads are ids; their type exists only at compile time.
 */
export interface EventType<Payload> {
  /** `<part>.<what>` */
  name: string;
  payload?: Payload;
}

export const event = <Payload>(name: string): EventType<Payload> => ({ name });

/** All cards of a kind. */
export const EVERY = Symbol("every card of the kind");

/** Subjects of the cards to redraw. */
export type Subjects = string | readonly string[] | typeof EVERY;
