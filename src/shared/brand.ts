declare const brand: unique symbol;

/** A string type that cannot be confused with other strings. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The userId of a person in DingTalk (not 工号). */
export type StaffId = Branded<"StaffId">;

/** The openConversationId of a group chat. */
export type GroupId = Branded<"GroupId">;

export const staffId = (value: string): StaffId => value as StaffId;
export const groupId = (value: string): GroupId => value as GroupId;
