/** All rulings, for organizers; subject: {@link LIST}. */
export const LIST_CARD = "ruling.list";
/** One ruling with the form to answer it, for organizers; subject `R14`. */
export const ONE_CARD = "ruling.one";
/** An answer that waits for its approver; subject `R14@2`. */
export const CONFIRM_CARD = "ruling.confirm";

export const LIST = "all";
