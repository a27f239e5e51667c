// Reads style/tokens.css and proves the contrast it promises (WCAG 2.2 AA; 7 : 1 for words in high contrast), and how
// far apart chart and status colours stay for colour-blind eyes. Needs no browser. Usage: node contrast.mjs [--all]
import { readFileSync } from "node:fs";

const tokens = new URL("../../style/tokens.css", import.meta.url);
const source = readFileSync(tokens, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

function declarations(selector) {
  const start = source.indexOf(`${selector} {`);
  const body = source.slice(start, source.indexOf("}", start));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

const normal = declarations(":root");
const more = new Map([...normal, ...declarations(':root[data-contrast="more"]')]);

// A token's hex value in one scheme, through light-dark() and var().
function resolve(theme, name, scheme) {
  let value = theme.get(name);
  if (!value) throw new Error(`unknown token ${name}`);
  const pair = value.match(/^light-dark\((.+?),\s*((?:var\([^)]*\)|#\w+))\)$/);
  if (pair) value = scheme === "light" ? pair[1] : pair[2];
  const reference = value.match(/^var\((--[\w-]+)\)$/);
  return reference ? resolve(theme, reference[1], scheme) : value;
}

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = (hex) => {
  const [r, g, b] = channels(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

// [foreground, background, least ratio in the normal themes, least ratio in high contrast]
const statuses = ["exceeded", "met", "on-pace", "at-risk", "missed", "no-data"];
const on = (grounds, ...promise) => grounds.map((ground) => [promise[0], ground, ...promise.slice(1)]);
const grounds = ["--surface", "--surface-sunken", "--surface-hover", "--surface-selected"];
const promises = [
  ...on([...grounds, "--surface-raised"], "--ink", 7, 12),
  ["--ink", "--highlight", 7, 7],
  ...on(["--change-first-soft", "--change-second-soft"], "--ink", 7, 12),
  ...on(["--change-first-soft", "--change-second-soft"], "--ink-subtle", 4.5, 7),
  ["--change-first-line", "--surface", 3, 4.5],
  ["--change-second-line", "--surface", 3, 4.5],
  ...on(grounds, "--ink-muted", 4.5, 7),
  ...on(grounds, "--ink-subtle", 4.5, 7),
  ...on(["--surface", "--surface-sunken", "--accent-soft"], "--accent", 4.5, 7),
  ["--on-action", "--action", 4.5, 7],
  ["--on-action", "--action-hover", 4.5, 4.5],
  ["--ink-inverse", "--surface-inverse", 7, 7],
  ...on(["--surface", "--surface-sunken"], "--control-border", 3, 4.5),
  ...on(["--surface", "--surface-sunken", "--surface-selected"], "--focus-ring", 3, 4.5),
  ...statuses.flatMap((s) => [
    ...on(["--surface", "--surface-hover", "--surface-selected"], `--status-${s}-ink`, 4.5, 7),
    [`--status-${s}-ink`, `--status-${s}-soft`, 4.5, 4.5],
    [`--status-${s}-on`, s === "at-risk" ? "--status-at-risk-fill" : `--status-${s}-mark`, 4.5, 4.5],
  ]),
  ...["exceeded-mark", "met-mark", "on-pace-line", "at-risk-mark", "missed-mark", "no-data-line"].map((edge) => [
    `--status-${edge}`, "--surface", 3, 4.5,
  ]),
  ["--ink", "--status-missed-soft", 7, 7],
  ["--chart-label", "--surface", 4.5, 7],
  ...["actual", "target", "pace", "range-line"].map((line) => [`--chart-${line}`, "--surface", 3, 4.5]),
  ["--chart-previous", "--surface", 3, 3],
  ["--chart-actual", "--chart-range", 3, 3],
];

let broken = 0;
for (const [title, theme, column] of [["normal", normal, 2], ["high contrast", more, 3]]) {
  for (const scheme of ["light", "dark"]) {
    let kept = 0;
    for (const promise of promises) {
      const [front, back] = promise;
      const ratio = contrast(resolve(theme, front, scheme), resolve(theme, back, scheme));
      const holds = ratio >= promise[column];
      if (holds) kept += 1;
      else broken += 1;
      if (!holds || process.argv.includes("--all")) {
        console.log(`${holds ? "ok  " : "FAIL"} ${ratio.toFixed(2)} >= ${promise[column]} ${scheme}, ${title}: ${front} on ${back}`);
      }
    }
    console.log(`${scheme}, ${title}: ${kept} of ${promises.length} contrasts hold`);
  }
}

// How the eye sees a colour: Machado, Oliveira and Fernandes (2009), full severity.
const matrices = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const dot = (row, vector) => row.reduce((sum, weight, at) => sum + weight * vector[at], 0);
const seen = (hex, eye) => {
  const rgb = channels(hex).map(linear);
  return eye === "normal" ? rgb : matrices[eye].map((row) => Math.min(1, Math.max(0, dot(row, rgb))));
};
const oklab = (rgb) => {
  const cones = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ].map((row) => Math.cbrt(dot(row, rgb)));
  return [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ].map((row) => dot(row, cones));
};
const distance = (a, b, eye) => {
  const [p, q] = [oklab(seen(a, eye)), oklab(seen(b, eye))];
  return 100 * Math.hypot(...p.map((v, at) => v - q[at]));
};

const LEAST_DISTANCE = 8;
const fills = ["exceeded-mark", "met-mark", "on-pace-mark", "at-risk-fill", "missed-mark", "no-data-line"];
for (const scheme of ["light", "dark"]) {
  for (const eye of ["normal", ...Object.keys(matrices)]) {
    let closest = { apart: Infinity };
    fills.forEach((a, at) => fills.slice(at + 1).forEach((b) => {
      const apart = distance(resolve(normal, `--status-${a}`, scheme), resolve(normal, `--status-${b}`, scheme), eye);
      if (apart < closest.apart) closest = { apart, a, b };
    }));
    const holds = closest.apart >= LEAST_DISTANCE;
    if (!holds) broken += 1;
    console.log(`${holds ? "ok  " : "FAIL"} status colours, ${scheme}, ${eye}: closest ${closest.a} and ${closest.b}, ${closest.apart.toFixed(1)} >= ${LEAST_DISTANCE}`);
  }
}
console.log(broken ? `${broken} promises broken` : "All promises kept");
process.exit(broken ? 1 : 0);
