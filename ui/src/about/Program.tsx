import { useAnswer } from '../backend/index.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { updatesInWords } from './updates-in-words.ts';

/** Which program this is, and whose. */
export function Program() {
  const { data: info } = useAnswer('app_info', null);
  const { data: updates } = useAnswer('updates_read', null);
  return (
    <Paragraphs>
      {[
        `Version ${info?.version ?? ''}`,
        'An independent program. It is not made, endorsed or supported by Adobe. Adobe, Adobe Experience Platform and Assurance are names of Adobe.',
        'You may use it under the MIT licence or the Apache licence 2.0, at your choice.',
        `${updatesInWords(updates)} Updating, and removing the program, leave your integrations and archives where they are.`,
        'To delete those too, close the window and run “assurance-desk forget --yes” in a terminal.',
      ]}
    </Paragraphs>
  );
}
