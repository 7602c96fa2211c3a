/** Why a device may not connect: what is seen on the device, and what to do about it. */
export interface Reason {
  seen: string;
  remedy: string;
}

/** The reasons that Adobe's SDKs and documentation give. `organization` is the one of the session. */
export function reasonsFor(organization: string | null): Reason[] {
  return [
    {
      seen: 'The link opens nothing, or a browser',
      remedy:
        'The link must begin with the scheme, or the web address, that this build of the app registers: on Android in an intent filter of its manifest, on iOS under URL Types or associated domains. Change the session’s link if it differs.',
    },
    {
      seen: 'The app opens, and no PIN is asked for',
      remedy:
        'The app must register the Assurance extension. On iOS it must also hand the link to Assurance.startSession(url:). In React Native, a Messaging delegate can hold the PIN screen back. Where no session starts within 5 seconds of launch, the extension stops: open the link again while the app runs.',
    },
    {
      seen: '“Connection Error”',
      remedy:
        'The PIN is wrong, or the network stops the connection; the app says the same for both. Type all four digits, zeros too. A proxy or VPN that inspects TLS must leave out connect.griffon.adobe.com.',
    },
    {
      seen: '“Unauthorized Access”',
      remedy: `The app is configured for another organization than the session${organization ? `, which belongs to ${organization}` : ''}. Compare it with experienceCloud.org of the app’s configuration.`,
    },
    {
      seen: '“Invalid Mobile SDK Configuration”',
      remedy:
        'The app has not loaded its configuration yet. Check its environment file ID and the network, and start it again.',
    },
    {
      seen: '“Connection Limit Reached” or “Event Limit Reached”',
      remedy:
        'A session takes 200 devices, and 10,000 events a minute. Create a new session, or disconnect devices that are done.',
    },
    {
      seen: '“Session Deleted”',
      remedy:
        'Somebody deleted the session, or its 30 days are over. The app remembers it: open the link of a new one.',
    },
  ];
}
