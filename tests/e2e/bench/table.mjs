// How times are told: a row each, with the budget that it has.

const NAME = 70;

export function heading(name, ...columns) {
  console.log(`\n  ${name.padEnd(NAME)} ${columns.join(' ')}`);
}

/** One number: `budget` is `{ most }` or `{ least }`. */
export function row(name, value, budget, unit = 'ms', digits = 0) {
  const limit = budget ? (budget.least === undefined ? `<= ${budget.most}` : `>= ${budget.least}`) : '';
  const isOver = budget && !(budget.least === undefined ? value <= budget.most : value >= budget.least);
  console.log(`  ${name.padEnd(NAME)} ${`${value.toFixed(digits)} ${unit}`.padStart(10)} ${limit.padStart(11)} ${budget ? told(isOver) : ''}`);
}

/** Ours beside one of another: both, and their ratio. */
export function ratio(name, ours, theirs, most) {
  const share = ours / theirs;
  const limit = most === undefined ? '' : `<= ${most.toFixed(2)}`;
  const verdict = most === undefined ? '' : told(share > most);
  console.log(`  ${name.padEnd(NAME)} ${ours.toFixed(2).padStart(8)} ${theirs.toFixed(2).padStart(8)} ${share.toFixed(2).padStart(6)} ${limit.padStart(8)} ${verdict}`);
}

export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** The value that this share of the others lie at or below. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function told(isOver) {
  return isOver ? ' OVER' : ' ok';
}
