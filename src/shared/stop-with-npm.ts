const LOOK_EVERY_MS = 300;

/**
 * Ends this program in order when the npm that runs it is told to end: npm hands signals to a shell, which dies of them
 * without telling anybody. Only where npm ran this very script.
 * @param script its name in package.json
 */
export function stopWithNpm(environment: NodeJS.ProcessEnv, script: string): void {
  if (environment.npm_lifecycle_event !== script) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  timer.unref();
}
