/** What the platform sends: the emulator must send the same fields and types. */
export const emitted = [
  ...["02", "03", "10", "12", "13", "14", "20", "24", "25"],
  ...["30", "31", "32", "33", "34", "35", "36", "37", "38"],
  ...["40", "41", "42", "45", "52", "53", "55", "56"],
  ...["61", "63", "64", "65", "66", "68", "69", "71", "72", "73"],
  ...["80", "81", "82", "83", "84", "85", "86", "87", "88", "91", "92", "93"],
];

/** What the platform takes: the emulator must take just these bodies, and they must have their effect. */
export const accepted = [
  ...["01", "11", "21", "22", "23", "39", "43", "44"],
  ...["50", "51", "54", "57", "60", "62", "67", "70", "90", "94", "95"],
];

export const leftOut: Record<string, string> = {
  "96": "专有钉钉 is another product with a gateway of its own, which neither the emulator nor the adapter speaks",
};

interface Known {
  samples: readonly string[];
  difference: string;
  why: string;
}

const thread = "data.openThreadId is added";

/** Where the emulator's bodies depart from a sample on purpose. */
export const knownDifferences: readonly Known[] = [
  {
    samples: ["33", "34", "35", "36", "37", "38"],
    difference: thread,
    why: "seen in the log of a direct text message (sample 31), undocumented; here every direct message carries it",
  },
];

/** Frames that only the official client's source knows: nobody has told what they say, so none is ever sent. */
export const neverSent = ["13", "14"];
