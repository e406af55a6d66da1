// Prints the iptables rules that kube-proxy makes: a line of JSON in (node, addresses, cluster CIDRs, labels, objects), a line out
// with the tables of each IP version. See ../kube-proxy-differential.ts.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"time"

	v1 "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	"k8s.io/client-go/tools/events"
	"k8s.io/klog/v2"
	kubeproxyconfig "k8s.io/kubernetes/pkg/proxy/apis/config"
	"k8s.io/kubernetes/pkg/proxy/iptables"
	"k8s.io/kubernetes/pkg/proxy/metrics"
	proxyutil "k8s.io/kubernetes/pkg/proxy/util"
	iptablestest "k8s.io/kubernetes/pkg/util/iptables/testing"
)

type sysctl struct{}

func (sysctl) GetSysctl(string) (int, error) { return 1, nil }
func (sysctl) SetSysctl(string, int) error   { return nil }

type input struct {
	Node    string
	NodeIP4 string
	NodeIP6 string
	CIDR4   string
	CIDR6   string
	Labels  map[string]string
	Objects []json.RawMessage
}

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(devnull{})
	metrics.RegisterMetrics(kubeproxyconfig.ProxyModeIPTables)
	scan := bufio.NewScanner(os.Stdin)
	scan.Buffer(make([]byte, 1<<20), 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for scan.Scan() {
		var in input
		if err := json.Unmarshal(scan.Bytes(), &in); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		res := map[string]string{}
		for _, family := range []v1.IPFamily{v1.IPv4Protocol, v1.IPv6Protocol} {
			fake := iptablestest.NewFake()
			cidr, ip := in.CIDR4, in.NodeIP4
			if family == v1.IPv6Protocol {
				fake = iptablestest.NewIPv6Fake()
				cidr, ip = in.CIDR6, in.NodeIP6
			}
			var local proxyutil.LocalTrafficDetector = proxyutil.NewNoOpLocalDetector()
			if cidr != "" {
				local = proxyutil.NewDetectLocalByCIDR(cidr)
			}
			p, err := iptables.NewProxier(context.Background(), family, fake, sysctl{}, time.Hour, time.Hour, false, true, 14, local, in.Node, net.ParseIP(ip), events.NewFakeRecorder(1000), nil, nil, false)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			if in.Labels != nil {
				p.OnTopologyChange(in.Labels)
			}
			for _, raw := range in.Objects {
				var kind struct{ Kind string }
				json.Unmarshal(raw, &kind)
				switch kind.Kind {
				case "Service":
					var s v1.Service
					if err := json.Unmarshal(raw, &s); err != nil {
						fmt.Fprintln(os.Stderr, err)
						os.Exit(1)
					}
					p.OnServiceAdd(&s)
				case "EndpointSlice":
					var s discovery.EndpointSlice
					if err := json.Unmarshal(raw, &s); err != nil {
						fmt.Fprintln(os.Stderr, err)
						os.Exit(1)
					}
					p.OnEndpointSliceAdd(&s)
				}
			}
			p.OnServiceSynced()
			p.OnEndpointSlicesSynced()
			res[string(family)] = fake.Dump.String()
		}
		b, _ := json.Marshal(res)
		out.Write(b)
		out.WriteByte('\n')
	}
}

type devnull struct{}

func (devnull) Write(p []byte) (int, error) { return len(p), nil }
