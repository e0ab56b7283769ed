import { componentFact, objectFact, propertiesOf, type ObjectFact, type Version } from '../../catalogue';
import type { Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import { items, valueOf } from '../../text/nodes';
import { readImage, type ImageKind, type ImageText } from './base64';
import { entriesOf, literalOf } from './reading';

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

const known = new WeakMap<Node, ImageText>();

/** The static images of a screen, in document order; each text is read once. */
export function imagesOf(screen: Screen, version: Version): ImageNode[] {
  return screen.components.flatMap((component) => {
    const place = places[component.type];
    if (place === undefined) return [];
    const fact = propertiesOf(place.owner, version).get(place.property);
    return place.holders(component).flatMap((holder) => {
      const node = valueOf(holder, place.property);
      const text = literalOf(node);
      if (fact === undefined || text === undefined || text.trim() === '') return [];
      let image = known.get(node!);
      if (image === undefined) known.set(node!, (image = readImage(text)));
      return [{ ...image, node: node!, component, maxKilobytes: fact.maxKilobytes, shows: place.shows }];
    });
  });
}
