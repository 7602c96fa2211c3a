import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Edit from '@react-spectrum/s2/icons/Edit';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import type { SessionRow } from '../../backend/index.ts';
import { DaysLeft } from '../DaysLeft.tsx';
import { InPlaceField } from '../InPlaceField.tsx';
import { Kept } from '../Kept.tsx';
import type { EditedField, Editing } from './SessionsTable.tsx';
import './session-cells.css';
import { exactly, shortly } from '../when.ts';

interface Props {
  session: SessionRow;
  /** Whether keys start from it. */
  isCurrent: boolean;
  isInGroup: boolean;
  edited: EditedField | null;
  onOpen: (session: SessionRow) => void;
  onEdit: (editing: Editing | null) => void;
  onSave: (session: SessionRow, field: EditedField, value: string) => void;
}

const quiet = style({ color: 'neutral-subdued', truncate: true });

/** One session's row. */
export const SessionCells = memo(function SessionCells(props: Props) {
  const { session, isCurrent, isInGroup, edited, onOpen, onEdit, onSave } = props;
  const { createdAt } = session;
  const tabStop = { excludeFromTabOrder: !isCurrent };

  const editable = (field: EditedField, what: string) => (
    <span role="gridcell" className="session-editable" data-field={field} data-in-group={isInGroup || undefined}>
      {edited === field ? (
        <InPlaceField
          label={`${what} of ${session.name}`}
          value={session[field]}
          onSave={(value) => onSave(session, field, value)}
          onLeave={() => onEdit(null)}
        />
      ) : (
        <>
          <span
            title={session[field]}
            className={style({ truncate: true, fontWeight: { field: { name: 'medium' } } })({ field })}
          >
            {session[field]}
          </span>
          <span className="session-pencil">
            <ActionButton
              isQuiet
              size="XS"
              aria-label={`${field === 'name' ? 'Rename' : 'Change the link of'} ${session.name}`}
              {...tabStop}
              onPress={() => onEdit({ session: session.uuid, field })}
            >
              <Edit />
            </ActionButton>
          </span>
        </>
      )}
    </span>
  );

  return (
    <>
      {editable('name', 'Name')}
      {editable('link', 'Link')}
      <span role="gridcell" title={createdAt === null ? undefined : exactly(createdAt)} className={quiet}>
        {createdAt === null ? '–' : shortly(createdAt)}
      </span>
      <span role="gridcell" className={quiet}>
        <DaysLeft session={session} />
      </span>
      <span role="gridcell" className={quiet}>
        <Kept session={session} isSelected={isCurrent} />
      </span>
      <span role="gridcell">
        <ActionButton isQuiet size="S" aria-label={`Open ${session.name}`} {...tabStop} onPress={() => onOpen(session)}>
          Open
        </ActionButton>
      </span>
    </>
  );
});
