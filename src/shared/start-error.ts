/**
 * The program cannot start, for a reason that an administrator can fix. The message is Chinese: what is wrong, what is
 * unchanged, what to do. Programs print it without a stack trace and exit with status 1.
 */
export class StartError extends Error {
  override readonly name = "StartError";
}
