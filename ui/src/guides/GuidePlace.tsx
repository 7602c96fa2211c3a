import { Button } from '@react-spectrum/s2/Button';
import { goInstead, pathOf } from '../app/route.ts';
import { useAnswer, type GuideKind } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { IntegrationGone } from '../integrations/IntegrationGone.tsx';
import { ProblemView, showDone } from '../problems/index.ts';
import { GuideView } from './GuideView.tsx';
import { endWords } from './guide-words.ts';
import { useGuide } from './use-guide.ts';

interface Props {
  integration: string;
  guide: GuideKind;
}

/** A guided change of one integration. Leaving it means coming back later. */
export function GuidePlace({ integration, guide: kind }: Props) {
  const { data: rows } = useAnswer('integrations_list', null);
  const row = rows?.find(({ id }) => id === integration);
  const { guide, problem, tryAgain, act, underWay, refusal } = useGuide(integration, kind, (answer, action) => {
    const words = answer.begun ? undefined : endWords(kind, action);
    if (!words) return;
    showDone(words);
    // What a cancelled guide could not take back is told on its page, so the user stays there.
    if (action === 'finish' || !answer.consoleProblem) goInstead(pathOf({ place: 'integration', integration }));
  });

  if (rows && !row) return <IntegrationGone />;
  if (problem) {
    return (
      <Page>
        <ProblemView
          problem={problem}
          actions={
            <>
              <Button variant="secondary" onPress={tryAgain}>
                Try again
              </Button>
              <Button variant="secondary" onPress={() => goInstead(pathOf({ place: 'integration', integration }))}>
                Back to the integration
              </Button>
            </>
          }
        />
      </Page>
    );
  }
  if (!row || !guide) return <Loading />;
  return <GuideView state={{ guide, row, act, underWay }} refusal={refusal} />;
}
