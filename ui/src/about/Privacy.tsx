import { Paragraphs } from './Paragraphs.tsx';

/** What the program does with data, in short; `docs/privacy.md` has every host and folder. */
export function Privacy() {
  return (
    <Paragraphs>
      {[
        'Nothing is measured and nothing is reported: the program has no telemetry. It looks for updates only if you agreed; Settings says whom it asks.',
        'It talks to Adobe’s services with your integrations, when you do something that needs them, and to hosts that you added yourself. The practice workspace talks to nobody.',
        'Keys, client secrets and access tokens are sealed in one file on this computer. Sessions that you follow are kept as archives on this computer, until you delete them.',
        'What you export or send to somebody is yours to check first. Identities, tokens and names can be made unrecognizable when events are exported.',
        'A report of a problem is written to a file of your choice. Only you can send it.',
      ]}
    </Paragraphs>
  );
}
