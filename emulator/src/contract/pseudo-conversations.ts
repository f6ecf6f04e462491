/** Conversations of a person that are no chats: what lies in none but by itself. */
export const PSEUDO_CONVERSATIONS: readonly string[] = ["ding", "todo", "notice"];

export const isPseudoConversation = (conversationId: string): boolean => PSEUDO_CONVERSATIONS.includes(conversationId);
