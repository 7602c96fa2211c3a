/** A way to ask, with a query that can be tried. */
export interface Example {
  query: string;
  finds: string;
}

/** The query language in short, by what it asks about. */
export const reference: readonly { title: string; examples: readonly Example[] }[] = [
  {
    title: 'Text',
    examples: [
      { query: 'checkout', finds: 'this text anywhere in the event, in any case' },
      { query: '"shopping cart"', finds: 'the text with its space' },
      { query: 'commerce.*purchase', finds: '* is any run of characters' },
      { query: '/^com\\..*purchases?$/', finds: 'a regular expression, within one key or value' },
    ],
  },
  {
    title: 'Fields',
    examples: [
      { query: 'type:edge', finds: 'the SDK’s event type; likewise source, vendor, client, kind' },
      { query: 'name:"Shared state*"', finds: 'the name, which begins like this' },
      { query: 'eventNumber:100..200', finds: 'a range; likewise = != > >= < <=' },
      { query: 'has:error', finds: 'what tells of a failure' },
      { query: 'client:""', finds: 'the field is empty; client:* that it is there' },
    ],
  },
  {
    title: 'Payload',
    examples: [
      { query: 'payload.status>=400', finds: 'a value in the payload, compared as a number' },
      { query: 'payload.*.xdm.eventType:*', finds: 'under any key; keys in exact upper and lower case' },
      { query: 'payload.deviceInfo."Device name":*', finds: 'keys with spaces or dots in quotes' },
    ],
  },
  {
    title: 'Time',
    examples: [
      { query: 'time>-5m', finds: 'the last five minutes; ms, s, m, h or d' },
      { query: 'time<+30s', finds: 'the first half minute of the session' },
      { query: 'time:10:14..10:20', finds: 'these minutes of its last day; a date is 2026-11-20' },
    ],
  },
  {
    title: 'Together',
    examples: [
      { query: 'type:edge checkout', finds: 'both; AND between them says the same' },
      { query: 'has:error -com.adobe.target', finds: 'the first and not the second; NOT says the same' },
      { query: '(type:edge OR type:hub) has:error', finds: 'either in the brackets; in capitals' },
    ],
  },
];
