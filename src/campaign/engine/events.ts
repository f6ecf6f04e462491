/**
 * Something that happened in one part of the campaign, e.g. `event<{ district: string }>("list.confirmed")`. Later parts
 * listen in the year's order, in the same transaction. Payloads are ids; their type exists for the compiler only.
 */
export interface EventType<Payload> {
  /** `<part>.<what>` */
  name: string;
  payload?: Payload;
}

export const event = <Payload>(name: string): EventType<Payload> => ({ name });

/** All cards of a kind, whatever their subject. */
export const EVERY = Symbol("every card of the kind");

/** The subjects of the cards that an event changes. */
export type Subjects = string | readonly string[] | typeof EVERY;
