/** Conversations of a person that are no chats: what lies in none but by itself. */
export const TRAYS: readonly string[] = ["ding", "todo", "notice"];

export const isTray = (conversationId: string): boolean => TRAYS.includes(conversationId);
