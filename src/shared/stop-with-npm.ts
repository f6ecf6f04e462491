const POLL_INTERVAL_MS = 300;

/**
 * Sends SIGTERM to this process when the npm process that runs it has ended: npm forwards signals to a shell, which
 * dies without forwarding them. No effect unless npm ran this script.
 * @param script name of the script in package.json
 */
export function stopWithNpm(environment: NodeJS.ProcessEnv, script: string): void {
  if (environment.npm_lifecycle_event !== script) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, POLL_INTERVAL_MS);
  timer.unref();
}
