/**
 * Whether an endpoint belongs to a push service that we send to. The customer gives us the address, so anything else could make us call
 * a server of their choice, or one inside of our own network. A service is given as its origin, such as `https://fcm.googleapis.com`;
 * `*.` stands for any subdomain. An `http` one may have any port.
 */
export function isOfPushService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (username !== '' || password !== '') return false;
  return services.some((service) => {
    const [scheme = '', host = ''] = service.split('://');
    if (protocol !== `${scheme}:` || (scheme === 'https' && port !== '')) return false;
    return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
  });
}
