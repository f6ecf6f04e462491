import { unzipSync } from "fflate";
import type { World } from "./world.ts";

/** Sheet, zip and original of the row under which every case of the matrix has its photo. */
const asksFor = (name: string) => [`材料 ${name} 1-5`, `材料包 ${name}`, `原件 ${name} 1-5 1`];

/** What somebody is sent who asks for the evidence of a case: names of files, and of what is in zips. */
export async function sentOf(world: World, person: string, name: string): Promise<string[]> {
  const before = (await world.as(person).messages()).length;
  for (const text of asksFor(name)) await world.as(person).says(text);
  const files = (await world.as(person).messages()).slice(before).flatMap(({ file }) => file ?? []);
  const names: string[] = [];
  for (const { fileId, fileName } of files) {
    names.push(fileName);
    if (!fileName.endsWith(".zip")) continue;
    const reply = await fetch(`${world.url}/_emulator/files/${fileId}`);
    names.push(...Object.keys(unzipSync(new Uint8Array(await reply.arrayBuffer()))));
  }
  return names;
}
