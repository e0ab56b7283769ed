import { componentFact, objectFact, propertiesOf, type ObjectFact, type Version } from '../../catalogue';
import type { Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import { onceFor } from '../../once';
import type { Node } from '../../text/nodes';
import { items, valueOf } from '../../text/nodes';
import { readImage, type ImageKind, type ImageText } from './base64';
import { entriesOf, literalOf } from '../common/componentValues';

/** A static image of a screen. */
export interface ImageNode extends ImageText {
  readonly node: Node;
  readonly component: Component;
  readonly maxKilobytes: number | undefined;
  /** Kinds that phones show here. */
  readonly shows: readonly ImageKind[];
}

/** Where a component has images. */
interface Place {
  readonly owner: ObjectFact;
  readonly property: string;
  readonly holders: (component: Component) => readonly Node[];
  readonly shows: readonly ImageKind[];
}

const options: Place = {
  owner: objectFact('option'),
  property: 'image',
  holders: (component) => entriesOf(component, 'data-source'),
  shows: ['PNG', 'JPEG', 'WEBP'],
};
const places: Readonly<Record<string, Place>> = {
  Image: {
    owner: componentFact('Image')!,
    property: 'src',
    holders: ({ node }) => [node],
    shows: ['PNG', 'JPEG'],
  },
  ImageCarousel: {
    owner: objectFact('carouselImage'),
    property: 'src',
    holders: ({ node }) => items(valueOf(node, 'images')),
    shows: ['PNG', 'JPEG', 'WEBP'],
  },
  CheckboxGroup: options,
  RadioButtonsGroup: options,
  Dropdown: options,
  NavigationList: {
    owner: objectFact('navigationStart'),
    property: 'image',
    holders: (component) =>
      entriesOf(component, 'list-items')
        .map((item) => valueOf(item, 'start'))
        .filter((start) => start !== undefined),
    shows: ['PNG', 'JPEG', 'WEBP'],
  },
};

/** The static images of a screen, in document order; found once for all the rules that ask. */
export const imagesOf = onceFor((screen: Screen, version: Version): readonly ImageNode[] =>
  screen.components.flatMap((component) => imagesIn(component, version)),
);

function imagesIn(component: Component, version: Version): ImageNode[] {
  const place = Object.hasOwn(places, component.type) ? places[component.type] : undefined;
  const fact = place && propertiesOf(place.owner, version).get(place.property);
  if (fact === undefined) return [];
  return place!.holders(component).flatMap((holder) => {
    const node = valueOf(holder, place!.property);
    const text = literalOf(node);
    if (text === undefined || text.trim() === '') return [];
    const { maxKilobytes } = fact;
    return [{ ...readImage(text), node: node!, component, maxKilobytes, shows: place!.shows }];
  });
}
