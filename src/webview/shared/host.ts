interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The other side of a panel: the extension. */
export interface Host<ToHost, ToPage, State> {
  post(message: ToHost): void;
  /** All that outlives a reload of the window. */
  remember(state: State): void;
  onMessage(listener: (message: ToPage) => void): () => void;
}

/** @param read undefined for anything that is not a message of ours */
export function connect<ToHost, ToPage, State>(
  read: (value: unknown) => ToPage | undefined,
): Host<ToHost, ToPage, State> {
  const api = acquireVsCodeApi();
  const listeners = new Set<(message: ToPage) => void>();
  window.addEventListener('message', (event) => {
    // A foreign page in a frame can post to this window too; VS Code posts from our own origin.
    if (event.origin !== window.origin) return;
    const message = read(event.data);
    if (message !== undefined) listeners.forEach((listener) => listener(message));
  });
  return {
    post: (message) => api.postMessage(message),
    remember: (state) => api.setState(state),
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
