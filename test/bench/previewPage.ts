/** In the browser, around the page of the panel: there is no VS Code, and every message is timed. */

declare global {
  interface Window {
    /** Takes a message as JSON and says how long it took until its picture was laid out, in milliseconds. */
    drawn(message: string): Promise<number>;
  }
}

const nothing = () => undefined;
Object.assign(window, { acquireVsCodeApi: () => ({ postMessage: nothing, setState: nothing }) });

window.drawn = (message) =>
  new Promise((resolve) => {
    const began = performance.now();
    const seen = new MutationObserver(() => {
      seen.disconnect();
      document.body.getBoundingClientRect();
      const took = performance.now() - began;
      // What the page does after a picture is done before the next one comes.
      requestAnimationFrame(() => setTimeout(() => resolve(took)));
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    postMessage(JSON.parse(message), '*');
  });

export {};
