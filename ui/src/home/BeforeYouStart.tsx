import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCommand, type KnownPage } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

const list = style({ font: 'body', margin: 0, paddingStart: 20, display: 'flex', flexDirection: 'column', gap: 8 });

/** What a person needs at Adobe, folded away for those who have it. */
export function BeforeYouStart() {
  const { mutate } = useCommand('page_open');
  const open = (page: KnownPage) => mutate(page, { onError: showProblem });
  return (
    <Disclosure isQuiet>
      <DisclosureTitle>What you need before you start</DisclosureTitle>
      <DisclosurePanel>
        <ul className={list}>
          <li>Nothing, to try it: the practice workspace plays Adobe’s part.</li>
          <li>
            For your organization: an administrator makes you a developer of “Adobe Experience Platform” in{' '}
            <Link isStandalone onPress={() => open('adminConsole')}>
              Admin Console
            </Link>
            .
          </li>
          <li>
            In{' '}
            <Link isStandalone onPress={() => open('developerConsole')}>
              Developer Console
            </Link>
            , create a project, choose “Add API”, filter by “Adobe Experience Platform” and add “Assurance”.
          </li>
          <li>
            From the credential’s page you need: organization ID, client ID, client secret and, for a service account,
            technical account ID.
          </li>
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
