import type { PanelState, ToHost, ToWebview } from './contract';

interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The other side of the panel: the extension. */
export interface Host {
  post(message: ToHost): void;
  /** Which flow this panel shows is all that outlives a reload of the window. */
  remember(state: PanelState): void;
  /** A message from the extension, checked. */
  receive(message: ToWebview): void;
  onMessage(listener: (message: ToWebview) => void): () => void;
}

export function connect(): Host {
  const api = acquireVsCodeApi();
  const listeners = new Set<(message: ToWebview) => void>();
  return {
    post: (message) => api.postMessage(message),
    remember: (state) => api.setState(state),
    receive: (message) => listeners.forEach((listener) => listener(message)),
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
