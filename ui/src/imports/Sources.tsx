import { Button } from '@react-spectrum/s2/Button';
import FileAdd from '@react-spectrum/s2/icons/FileAdd';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { useAnswer } from '../backend/index.ts';
import { bring } from './index.ts';
import { PasteField } from './PasteField.tsx';

const panel = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  padding: 24,
  borderRadius: 'lg',
  borderStyle: 'dashed',
  borderWidth: 1,
  borderColor: 'gray-400',
});

/** The ways in: choose, drop, paste. */
export function Sources({ isBusy }: { isBusy: boolean }) {
  const { data: info } = useAnswer('app_info', null);
  return (
    <div className={panel}>
      <p className={style({ font: 'body', margin: 0 })}>
        Files of Developer Console, Postman, AEM and Adobe’s own tools; keys and certificates, also encrypted or as
        PKCS#12; zip files of these. Several files can make up one integration. An exported session becomes an archive.
        All of it is read on this computer.
      </p>
      {info?.desktop ? (
        <div className={style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' })}>
          <Button variant="accent" autoFocus isPending={isBusy} onPress={() => bring({ from: 'dialog' })}>
            <FileAdd styles={iconStyle({ size: 'S' })} />
            <Text>Choose files…</Text>
          </Button>
          <span className={style({ font: 'ui', color: 'neutral-subdued' })}>or drop them on the window</span>
        </div>
      ) : null}
      <PasteField takesFocus={info?.desktop === false} />
    </div>
  );
}
