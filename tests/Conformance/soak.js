"use strict";

// 200 lives of 40 Check and 40 Diff calls of 10,000 elements each; SOAK_LIVES changes how many.

const { live } = require("./lib/life.js");

async function main() {
  const lives = Number(process.env.SOAK_LIVES ?? 200);
  const calls = 40;
  const started = Date.now();
  let failed = 0;
  for (let index = 1; index <= lives; index++) {
    try {
      const answers = await live({ calls });
      if (answers !== calls * 2) {
        throw new Error(`${answers} of ${calls * 2} answers were right`);
      }
    } catch (error) {
      failed++;
      console.error(`life ${index}: ${error.message}`);
    }
    if (index % 20 === 0) {
      console.log(`${index}/${lives} lives, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
    }
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

main();
