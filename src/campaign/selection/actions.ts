/** 一事一链 of the selected cases; subject: the version. Answered by the part that draws cases. */
export const CHAIN = "case.chain";
