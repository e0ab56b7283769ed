import type { Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';

/** The innermost component at an offset of the text. */
export function componentAt(flow: Flow, offset: number): Component | undefined {
  for (let node = flow.tree.nodeAt(offset); node; node = node.parent) {
    const screen = flow.screenAround(node);
    const found = screen?.components.find((component) => component.node === node);
    if (found) return found;
  }
  return undefined;
}
