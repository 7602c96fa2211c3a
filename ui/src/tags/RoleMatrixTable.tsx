import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RightHeld, RoleMatrix } from '../backend/index.ts';
import { SmallNote } from '../frame/SmallNote.tsx';

const table = style({ width: 'full', borderCollapse: 'collapse', font: 'ui' });
const heading = style<{ isOurs: boolean }>({
  textAlign: 'center',
  verticalAlign: 'bottom',
  font: 'ui-sm',
  color: { default: 'neutral-subdued', isOurs: 'neutral' },
  fontWeight: { default: 'normal', isOurs: 'bold' },
  padding: 8,
});
const cell = style<{ isOurs: boolean }>({
  textAlign: 'center',
  padding: 8,
  backgroundColor: { default: 'transparent', isOurs: 'gray-100' },
});
const scroller = style({ overflowX: 'auto' });
const row = style({ borderStyle: 'solid', borderWidth: 0, borderTopWidth: 1, borderColor: 'gray-200' });
const first = style({ textAlign: 'start', fontWeight: 'normal', padding: 8, paddingStart: 0 });

const heldInWords: Record<RightHeld, string> = { yes: 'Yes', some: 'On some properties', no: '–' };

/** The rights that the integration has, beside those of each role. */
export function RoleMatrixTable({ matrix, account }: { matrix: RoleMatrix; account: string }) {
  const { rights, roles, otherRights, says } = matrix;
  return (
    <>
      <p className={style({ font: 'body', margin: 0 })}>{`${account}. ${says}`}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div role="group" aria-label="Rights beside those of each role" tabIndex={0} className={scroller}>
        <table aria-label="Rights and roles" className={table}>
          <thead>
            <tr>
              <th scope="col" className={heading({ isOurs: false })} style={{ textAlign: 'start', paddingLeft: 0 }}>
                Right
              </th>
              <th scope="col" className={heading({ isOurs: true })}>
                This integration
              </th>
              {roles.map((role) => (
                <th key={role.title} scope="col" className={heading({ isOurs: role.matches })}>
                  {role.title}
                  {role.matches ? ' (matches)' : ''}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.map((right) => (
              <tr key={right.title} className={row}>
                <th scope="row" className={first}>
                  {right.title}
                </th>
                <td className={cell({ isOurs: true })}>{heldInWords[right.held]}</td>
                {roles.map((role, at) => (
                  <td key={role.title} className={cell({ isOurs: false })}>
                    {right.ofRoles[at] ? 'Yes' : '–'}
                  </td>
                ))}
              </tr>
            ))}
            <tr className={row}>
              <th scope="row" className={first}>
                Metascope
              </th>
              <td className={cell({ isOurs: true })}>–</td>
              {roles.map((role) => (
                <td key={role.title} className={cell({ isOurs: false })}>
                  <code className={style({ font: 'code-xs', overflowWrap: 'anywhere' })}>{role.metascope}</code>
                  <div className={style({ font: 'ui-sm', color: 'neutral-subdued', marginTop: 4 })}>
                    {role.askedFor ? 'asked for' : 'not asked for'}
                  </div>
                </td>
              ))}
            </tr>
            <tr className={row}>
              <th scope="row" className={first}>
                Rights that are missing
              </th>
              <td className={cell({ isOurs: true })}>–</td>
              {roles.map((role) => (
                <td key={role.title} className={cell({ isOurs: false })}>
                  {role.lacking.length > 0 ? role.lacking.join(', ') : 'None'}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <SmallNote>
        Metascopes give rights to service accounts (JWT) alone. With OAuth Server-to-Server, rights come from the
        product profiles of the credential in Admin Console.
      </SmallNote>
      {otherRights.length > 0 ? <SmallNote>{`Other rights: ${otherRights.join(', ')}.`}</SmallNote> : null}
    </>
  );
}
