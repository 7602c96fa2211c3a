import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ConnectDetails } from '../../backend/index.ts';
import { ConnectCopy } from './ConnectCopy.tsx';

const label = style({ font: 'ui-sm', color: 'neutral-subdued' });

/** QR code, connect link and PIN. */
export function ConnectDetailsView({ details }: { details: ConnectDetails }) {
  const { connectLink, linkNote, pin, qrPath, qrSize } = details;
  return (
    <div className={style({ display: 'flex', gap: 32, alignItems: 'start' })}>
      <svg
        role="img"
        aria-label="QR code of the connect link"
        viewBox={`-4 -4 ${qrSize + 8} ${qrSize + 8}`}
        shapeRendering="crispEdges"
        className={style({ size: 240, flexShrink: 0, borderRadius: 'default', forcedColorAdjust: 'none' })}
      >
        {/* The quiet zone that scanners need is four modules wide, and white in every theme. */}
        <rect x={-4} y={-4} width={qrSize + 8} height={qrSize + 8} fill="#fff" />
        <path d={qrPath} fill="#000" />
      </svg>
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 16, minWidth: 0, flexGrow: 1 })}>
        <div>Scan the code with the device’s camera, or open the link on the device. Then type the PIN.</div>
        <div>
          <div className={label}>Link to open on the device</div>
          <div className={style({ font: 'code-sm', wordBreak: 'break-all', marginTop: 4 })}>{connectLink}</div>
          <div className={style({ font: 'ui-sm', color: 'neutral-subdued', marginTop: 4 })}>{linkNote}</div>
        </div>
        <div>
          <div className={label}>PIN</div>
          {pin ? (
            <div
              aria-label={`PIN ${pin}`}
              role="img"
              className={style({ fontFamily: 'code', fontSize: 'heading-2xl', marginTop: 4 })}
            >
              {pin.split('').join(' ')}
            </div>
          ) : (
            <div>Adobe did not tell the PIN. It is shown in the Assurance user interface.</div>
          )}
        </div>
        <ConnectCopy details={details} />
      </div>
    </div>
  );
}
