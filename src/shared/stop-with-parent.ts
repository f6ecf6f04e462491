/**
 * Stops this process when its parent dies: the pipe on standard input closes then, even after `kill -9`.
 * @param stop called once
 */
export function stopWithParent(environment: NodeJS.ProcessEnv, stop: () => void): void {
  if (environment.STOP_WITH_PARENT !== "1") return;
  process.stdin.resume();
  process.stdin.once("end", stop);
  process.stdin.once("error", stop);
}
