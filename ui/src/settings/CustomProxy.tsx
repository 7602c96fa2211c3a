import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ProxyPassword } from './ProxyPassword.tsx';
import type { NetworkFormState } from './use-network-form.ts';

// In a form, fields are as wide as it.
const fields = style({ display: 'flex', flexDirection: 'column', gap: 16, maxWidth: 480 });

/** The address of a proxy, and who calls where it asks for that. */
export function CustomProxy({ form }: { form: NetworkFormState }) {
  return (
    <div className={fields}>
      <TextField
        label="Address of the proxy"
        placeholder="http://proxy.example.com:8080"
        description="http:// or socks5://, without user name and password."
        autoComplete="off"
        spellCheck="false"
        value={form.address}
        onChange={form.type}
        styles={style({ width: 'full' })}
      />
      <TextField
        label="User name"
        description="Only where the proxy asks for one."
        autoComplete="off"
        spellCheck="false"
        value={form.userName}
        onChange={form.typeUserName}
        styles={style({ width: 'full' })}
      />
      {form.userName.trim() === '' ? null : (
        <ProxyPassword isKept={form.isPasswordKept} typed={form.password} onType={form.typePassword} />
      )}
    </div>
  );
}
