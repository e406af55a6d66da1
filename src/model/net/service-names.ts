interface Service {
  readonly port: number;
  readonly protocols: readonly ("TCP" | "UDP" | "SCTP")[];
}

const tcp = (port: number): Service => ({ port, protocols: ["TCP"] });
const udp = (port: number): Service => ({ port, protocols: ["UDP"] });
const both = (port: number): Service => ({ port, protocols: ["TCP", "UDP"] });

/** Services by the names that IANA and `/etc/services` have for them, and a few that people write instead (dns, postgres). */
const SERVICES: Readonly<Record<string, Service>> = {
  amqp: tcp(5672),
  bgp: tcp(179),
  bootpc: udp(68),
  bootps: udp(67),
  "dhcpv6-client": udp(546),
  "dhcpv6-server": udp(547),
  dns: both(53),
  domain: both(53),
  "etcd-client": tcp(2379),
  "etcd-server": tcp(2380),
  ftp: tcp(21),
  http: tcp(80),
  "http-alt": tcp(8080),
  https: both(443),
  imap: tcp(143),
  imaps: tcp(993),
  "ipsec-nat-t": udp(4500),
  isakmp: udp(500),
  kerberos: both(88),
  ldap: both(389),
  ldaps: tcp(636),
  "microsoft-ds": tcp(445),
  mqtt: tcp(1883),
  "ms-wbt-server": both(3389),
  mysql: tcp(3306),
  nfs: both(2049),
  ntp: udp(123),
  openvpn: both(1194),
  pop3: tcp(110),
  pop3s: tcp(995),
  postgres: tcp(5432),
  postgresql: tcp(5432),
  redis: tcp(6379),
  rsync: tcp(873),
  sip: both(5060),
  smtp: tcp(25),
  snmp: udp(161),
  "snmp-trap": udp(162),
  snmptrap: udp(162),
  ssh: tcp(22),
  submission: tcp(587),
  submissions: tcp(465),
  sunrpc: both(111),
  syslog: udp(514),
  "syslog-tls": tcp(6514),
  telnet: tcp(23),
  tftp: udp(69),
  vxlan: udp(4789),
};

/** What a service's name stands for with a protocol: its port, or, where the service is of others, these and its port there. */
export type ServicePort = { readonly port: number } | { readonly protocols: readonly string[]; readonly usual: number };

/** The port of a service by its name in any case, with a protocol such as `TCP`; `undefined` for an unknown name. */
export function servicePort(name: string, protocol: string): ServicePort | undefined {
  const key = name.toLowerCase();
  const service = Object.hasOwn(SERVICES, key) ? SERVICES[key] : undefined;
  if (service === undefined) return undefined;
  const { port, protocols } = service;
  return protocols.some((one) => one === protocol) ? { port } : { protocols, usual: port };
}
