import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy that lets through who signs in. */
export interface SigningProxy {
  address: string;
  /** What was asked for, in order, with the status of the answer. */
  seen: string[];
  close: () => void;
}

/** Tunnels to the port `to` of this computer, whatever host is asked for. */
export async function startSigningProxy(userName: string, password: string, to: number): Promise<SigningProxy> {
  const accepted = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
  const seen: string[] = [];
  const server = createServer((_, answer) => answer.writeHead(405).end());
  server.on('connect', (request, socket, head) => {
    const isSignedIn = request.headers['proxy-authorization'] === accepted;
    seen.push(`${request.url ?? ''} ${isSignedIn ? 200 : 407}`);
    socket.on('error', () => socket.destroy());
    if (!isSignedIn) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Acme"\r\n\r\n');
      return;
    }
    const tunnel = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.write(head);
      tunnel.pipe(socket).pipe(tunnel);
    });
    tunnel.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}`, seen, close };
}
