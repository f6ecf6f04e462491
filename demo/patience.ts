import { type Call, ControlCallError, makeCall } from "dingtalk-emulator/client/call.ts";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";

const TRIES = 40;
const PAUSE_MS = 250;

/** The control interface is all that the players use: they read what people read, and wait for a bot that is away. */
export const patientClient = (url: string): EmulatorClient => emulatorClient(url, { call: patientCall(makeCall(url)) });

/** Tries again while the bot is away or busy; anything the caller did wrong is thrown at once. */
function patientCall(call: Call): Call {
  return async (path, body, method) => {
    for (let tried = 1; ; tried++) {
      try {
        return await call(path, body, method);
      } catch (error) {
        const isWrong = error instanceof ControlCallError && error.status < 500 && error.status !== 408;
        if (isWrong || tried === TRIES) throw error;
        await new Promise((done) => setTimeout(done, PAUSE_MS));
      }
    }
  };
}
