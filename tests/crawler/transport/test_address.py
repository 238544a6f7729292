"""Is every address we must not touch refused, in every spelling?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.model import Outcome
from crawler.transport.address import literal, refusal

METADATA = [
    "169.254.169.254",
    "fe80::1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "100.100.100.200",
    "168.63.129.16",
    "fd00:ec2::254",
]
NEVER = [
    *METADATA, "0.0.0.0", "::", "224.0.0.1", "ff02::1", "255.255.255.255", "240.0.0.1",
    "192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1", "198.18.0.1", "192.0.0.192",
    "fec0::1", "100::1", "4000::1", "fe80::1%eth0",
    "2002:a9fe:a9fe::1",  # 6to4 of 169.254.169.254
    "2001:0:a9fe:a9fe::1",  # Teredo with that server
    "2001:0:808:808:0:0:5601:5601",  # Teredo with that client, its bits turned over
    "2a00:1450::5efe:a9fe:a9fe",  # ISATAP
]  # fmt: skip
PRIVATE = [
    "127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "100.64.0.1", "::1", "fc00::1", "fd12:3456::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "::ffff:10.0.0.1", "::ffff:0:10.0.0.1",
]  # fmt: skip
PUBLIC = [
    "8.8.8.8", "95.173.136.70", "172.32.0.1", "100.128.0.1", "2a00:1450:4010::1",
    "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "192.0.1.1",
]  # fmt: skip


@pytest.mark.parametrize("ip", NEVER)
@pytest.mark.parametrize("allow", [True, False])
def test_some_are_never_asked(ip, allow):
    assert refusal(ip, allow_private=allow)


@pytest.mark.parametrize("ip", PRIVATE)
def test_private_ones_need_permission(ip):
    assert "--allow-private-hosts" in refusal(ip, allow_private=False)
    assert refusal(ip, allow_private=True) == ""


@pytest.mark.parametrize("ip", PUBLIC)
@pytest.mark.parametrize("allow", [True, False])
def test_the_rest_of_the_world_is_open(ip, allow):
    assert refusal(ip, allow_private=allow) == ""


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_never_opens_it(ip):
    for allow in (True, False):
        bare = bool(refusal(ip, allow_private=allow))
        assert bool(refusal(f"::ffff:{ip}", allow_private=allow)) == bare
        assert bool(refusal(f"64:ff9b::{ip}", allow_private=allow)) == bare


@given(st.ip_addresses())
def test_permission_never_closes(ip):
    if not refusal(ip, allow_private=False):
        assert not refusal(ip, allow_private=True)


@given(st.ip_addresses())
def test_nothing_python_calls_link_local_or_multicast_is_open(ip):
    if ip.is_link_local or ip.is_multicast or ip.is_unspecified:
        assert refusal(ip, allow_private=True)


@pytest.mark.parametrize(
    ("host", "ip"),
    [
        ("2130706433", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0X7F000001", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("0", "0.0.0.0"),
        ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1"),
        ("[0:0:0:0:0:0:0:1]", "::1"),
        ("fe80::1%25eth0", "fe80::1%eth0"),
    ],
)
def test_odd_spellings_are_addresses(host, ip):
    assert str(literal(host)) in (ip, ip.replace("::ffff:127.0.0.1", "::ffff:7f00:1"))


@pytest.mark.parametrize("host", ["minfin.ru", "xn--90aha.xn--p1ai", "1.2.3.4.5", "a.1", "0x7g"])
def test_names_are_names(host):
    assert literal(host) is None


@pytest.mark.parametrize("host", ["256.1.1.1", "99999999999", "[::g]"])
def test_what_only_looks_like_an_address_is_refused(host):
    with pytest.raises(ValueError):  # noqa: PT011  any sentence will do
        literal(host)


SPELLINGS = ["2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "0177.1", "[::1]", "127.0.0.1"]


@pytest.mark.parametrize("host", [*SPELLINGS, "10.0.0.1", "[64:ff9b::7f00:1]", "①②⑦.1"])
async def test_a_crawl_refuses_private_literals(start, crawl, http, host):
    server = await start({"/": http(b"inside")})
    url = f"http://{host}:{server.port}/"
    # Redirecting everything elsewhere does not make the literal acceptable.
    elsewhere = {"BUDGETWATCH_RESOLVE": [f"*:*:127.0.0.1:{server.port}"]}
    for settings in ({}, elsewhere):
        seen = await crawl([url], settings={"BUDGETWATCH_ALLOW_PRIVATE": False, **settings})
        assert seen.outcomes() == [Outcome.REFUSED_ADDRESS]
    assert server.asked == []


@pytest.mark.parametrize("host", ["169.254.169.254", "[fe80::1]", "0xa9fea9fe", "[fd00:ec2::254]"])
async def test_metadata_is_refused_with_permission_and_redirection_too(start, crawl, http, host):
    server = await start({"/": http(b"keys")})
    seen = await crawl(
        [f"http://{host}/"],
        settings={"BUDGETWATCH_RESOLVE": [f"*:*:127.0.0.1:{server.port}"]},
    )
    assert seen.outcomes() == [Outcome.REFUSED_ADDRESS]
    assert server.asked == []


@pytest.mark.parametrize("host", ["2130706433", "127.1", "0x7f.1"])
async def test_odd_spellings_work_with_permission(start, crawl, http, host):
    server = await start({"/": http(b"ours")})
    assert (await crawl([f"http://{host}:{server.port}/"])).outcomes() == [Outcome.OK]


async def test_a_name_that_leads_to_loopback_is_refused(start, crawl, http):
    server = await start({"/": http(b"inside")})
    seen = await crawl(
        [f"http://localhost:{server.port}/"], settings={"BUDGETWATCH_ALLOW_PRIVATE": False}
    )
    assert seen.outcomes() == [Outcome.REFUSED_ADDRESS]
    assert server.asked == []


async def test_a_redirection_to_loopback_needs_permission_as_well(start, crawl, http):
    server = await start({"/": http(b"inside")})
    seen = await crawl(
        ["http://budget.invalid/"],
        settings={
            "BUDGETWATCH_RESOLVE": [f"*:*:127.0.0.1:{server.port}"],
            "BUDGETWATCH_ALLOW_PRIVATE": False,
        },
    )
    assert seen.outcomes() == [Outcome.REFUSED_ADDRESS]
    assert server.asked == []


@pytest.mark.parametrize(
    "url", ["http://256.1.1.1/", "http://" + "a" * 70 + ".invalid/", "http://a..b/"]
)
async def test_hosts_that_cannot_be(crawl, url):
    outcome = (await crawl([url])).outcomes()[0]
    assert outcome in (Outcome.REFUSED_ADDRESS, Outcome.DNS)
