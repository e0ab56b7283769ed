/** A flow in which nothing is wrong. */
export const good = `{
  "version": "7.3",
  "screens": [
    {
      "id": "ONLY",
      "title": "Only",
      "terminal": true,
      "layout": {
        "type": "SingleColumnLayout",
        "children": [
          {
            "type": "Footer",
            "label": "Done",
            "on-click-action": { "name": "complete", "payload": {} }
          }
        ]
      }
    }
  ]
}
`;

/** One error, of a rule about the whole flow. */
export const withoutVersion = good.replace('"version": "7.3",', '"routing_model": { "ONLY": [] },');
export const expired = good.replace('7.3', '4.0');
export const packageJson = '{ "name": "screens", "version": "1.2.3", "dependencies": {} }';
