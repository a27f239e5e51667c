// How long judging takes in the browser: the pure rules with every step of their traces, built as the release is.

import { heading, median, row } from './table.mjs';

const FEW = 47;
const MANY = 10_000;
const RUNS = 21;

export async function judging({ browser, root }) {
  const page = await browser.newPage();
  await page.goto(`${root.url}tests/e2e/bench/page.html`);
  const timed = await page.evaluate(async ([few, many, runs]) => {
    const { default: start, open, judge, judgeMany, forget } = await import('/target/bench/tiendo-bench.js');
    await start();
    const own = open(many);
    if (own < few) throw new Error(`the sample has only ${own} measures`);
    const times = { first: [], few: [], many: [] };
    const time = (list, act) => {
      const begin = performance.now();
      const steps = act();
      list.push(performance.now() - begin);
      if (steps < few) throw new Error('nothing was judged');
      forget();
    };
    time(times.first, () => judge(few));
    for (let run = 0; run < runs; run += 1) {
      time(times.few, () => judge(few));
      time(times.many, judgeMany);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return times;
  }, [FEW, MANY, RUNS]);
  await page.close();

  heading(`judging in wasm, median of ${RUNS}`, '      now', '    budget');
  row(`${FEW} measures with their traces`, median(timed.few), { most: 5 }, 'ms', 2);
  row(`${FEW} measures, the first time`, timed.first[0], undefined, 'ms', 2);
  row(`${MANY} measures with their traces`, median(timed.many), { most: 300 });
}
