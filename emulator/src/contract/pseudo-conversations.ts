/** Conversations of a person that are not chats: DINGs, to-dos and work notices. */
export const PSEUDO_CONVERSATIONS: readonly string[] = ["ding", "todo", "notice"];

export const isPseudoConversation = (conversationId: string): boolean => PSEUDO_CONVERSATIONS.includes(conversationId);
