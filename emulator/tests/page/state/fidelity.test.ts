import { expect, test } from "vitest";
import { makeFidelity } from "../../../page/state/fidelity.ts";

const warningsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: first + place,
    at: "2023-08-10T00:00:00.000Z",
    code: "call.unknown",
    message: `第${first + place}条`,
  }));

test("as many warnings as before are other ones where the last is another", async () => {
  const answers = [warningsFrom(1, 1_000), warningsFrom(2, 1_000), []];
  const fidelity = makeFidelity({ warnings: async () => ({ warnings: answers.shift() ?? [] }) });
  const ids = () => fidelity.warnings.value.map(({ id }) => id).slice(-1);

  for (const last of [[1_000], [1_001], []]) {
    fidelity.refresh();
    await expect.poll(ids, { timeout: 3_000 }).toEqual(last);
  }
});
