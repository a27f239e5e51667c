// The worker's entry: loads the second wasm, and keeps the messages that arrive before it listens.

const early = [];
onmessage = (event) => early.push(event);

importScripts('tiendo-worker.js');
wasm_bindgen({ module_or_path: 'tiendo-worker_bg.wasm' }).then(() => {
  for (const event of early) onmessage(event);
});
