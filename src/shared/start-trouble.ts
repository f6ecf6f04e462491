/**
 * The program cannot start, or cannot go on, for a reason a person can mend. The sentence is Chinese: what is wrong,
 * what is unchanged, what to do. Programs print it alone, without a stack, and end with status 1.
 */
export class StartTrouble extends Error {
  override readonly name = "StartTrouble";
}
