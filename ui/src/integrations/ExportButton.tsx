import { DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
import { useState } from 'react';
import type { IntegrationRow } from '../backend/index.ts';
import { ExportDialog } from '../exports/index.ts';

/** Gives the integration to other tools. */
export function ExportButton({ row }: { row: IntegrationRow }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        Export…
      </Button>
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? <ExportDialog integration={row} onClose={() => setOpen(false)} /> : null}
      </DialogContainer>
    </>
  );
}
