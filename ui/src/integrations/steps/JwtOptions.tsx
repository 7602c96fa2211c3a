import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { NumberField } from '@react-spectrum/s2/NumberField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import { useRef, type ComponentRef } from 'react';
import { useDraftState, useFinding } from '../DraftContext.tsx';

/** How long the JWT of a service account is valid, and whether it has an identifier of its own. */
export function JwtOptions() {
  const { draft, edits, sender, leave } = useDraftState();
  const finding = useFinding('jwtLifetime');
  const suggestion = finding?.suggestion;
  const lifetime = useRef<ComponentRef<typeof NumberField>>(null);

  function choose(jwtLifetimeMinutes: number): void {
    if (Number.isNaN(jwtLifetimeMinutes)) return;
    sender.type({ jwtLifetimeMinutes });
    leave('jwtLifetime');
  }

  return (
    <>
      <div className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 4 })}>
        <NumberField
          ref={lifetime}
          label="Lifetime of the JWT (minutes)"
          description="5 is enough, since a JWT is exchanged at once; a longer one only adds risk. Adobe takes up to 1440, which is 24 hours."
          value={edits.shown.jwtLifetimeMinutes ?? draft.jwtLifetimeMinutes}
          onChange={choose}
          minValue={0}
          maxValue={99_999}
          formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
          isInvalid={finding !== null}
          errorMessage={finding?.message}
          styles={style({ width: 'full', maxWidth: 480 })}
        />
        {suggestion ? (
          <ActionButton
            size="S"
            onPress={() => {
              // The button goes with what was wrong.
              lifetime.current?.focus();
              choose(Number(suggestion));
            }}
          >
            Use {suggestion}
          </ActionButton>
        ) : null}
      </div>
      <Switch
        isSelected={edits.shown.jwtJti ?? draft.jwtJti}
        onChange={(jwtJti) => {
          sender.type({ jwtJti });
          void sender.flush();
        }}
      >
        Give each JWT an identifier of its own (jti)
      </Switch>
    </>
  );
}
