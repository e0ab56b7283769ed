// Run by a Node that has WebSocket: collects the garbage of the Node process whose inspector listens on the given
// port, and prints how many bytes are in use after that.
const port = process.argv[2];
const [target] = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
const socket = new WebSocket(target.webSocketDebuggerUrl);
const answers = new Map();
let id = 0;
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  answers.get(message.id)?.(message.result);
};
await new Promise((resolve) => (socket.onopen = resolve));
const send = (method, params = {}) =>
  new Promise((resolve) => {
    answers.set(++id, resolve);
    socket.send(JSON.stringify({ id, method, params }));
  });
await send('HeapProfiler.enable');
await send('HeapProfiler.collectGarbage');
const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
console.log((await send('Runtime.evaluate', { expression })).result.value);
process.exit(0);
