declare const brand: unique symbol;

/** A string type that cannot be confused with other strings. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The userId of a person in DingTalk (not 工号). */
export type StaffId = Branded<"StaffId">;

/** The openConversationId of a group chat. */
export type GroupId = Branded<"GroupId">;

/** PostgreSQL stores no NUL; with this sign in its place an id is nobody's. */
const storable = (id: string): string => (id.includes("\u0000") ? id.replaceAll("\u0000", "\ufffd") : id);

export const staffId = (value: string): StaffId => storable(value) as StaffId;
export const groupId = (value: string): GroupId => storable(value) as GroupId;
