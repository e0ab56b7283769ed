import { atLeast, componentFact, type ComponentPlace, type Version } from '../../catalogue';
import type { Component } from '../../model/component';

/**
 * Whether a component may stand where it does, in this version. Where it may not, the rules on structure say so: what
 * else would be wrong with its place is not worth a second sentence.
 */
export function isWellPlaced({ type, parent }: Component, version: Version): boolean {
  const place = parent === undefined ? 'layout' : placeIn[parent.type];
  const since = place && componentFact(type)?.places[place];
  return since !== undefined && atLeast(version, since);
}

const placeIn: Readonly<Record<string, ComponentPlace>> = { Form: 'form', If: 'if', Switch: 'switch' };
