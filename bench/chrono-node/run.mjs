// node run.mjs ROWS WARMUP PASSES: parses every text of a JSON lines file {id,dct,text} so many times. Prints {seconds, found}, seconds of
// processor time a pass.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const [file, warmUp, passes] = process.argv.slice(2);
const rows = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const texts = rows.map((row) => [row.text, new Date(`${row.dct.slice(0, 10)}T12:00:00Z`)]);
const seconds = [];
let found = 0;
for (let pass = 0; pass < Number(warmUp) + Number(passes); pass++) {
  found = 0;
  const from = process.cpuUsage();
  for (const [text, date] of texts) found += chrono.parse(text, date).length;
  const spent = process.cpuUsage(from);
  if (pass >= Number(warmUp)) seconds.push((spent.user + spent.system) / 1e6);
}
console.log(JSON.stringify({ seconds, found }));
