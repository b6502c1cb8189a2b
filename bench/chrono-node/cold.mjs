import * as chrono from "chrono-node";

console.log(chrono.parse("They met on 5 January 2022 at 5:23PM.").length);
