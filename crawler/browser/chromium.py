"""Is there a Chromium to draw with, and how is it started so that it reaches nothing?"""

import os
import shutil
from importlib.util import find_spec

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

# Every request of a page is answered by the crawler (see `gate`). Should one slip through, no
# name and no address can be looked up, and the only proxy is one that cannot exist.
SWITCHES = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://nobody.invalid:9",
    "--proxy-bypass-list=<-loopback>",
    # Voice and video would send datagrams past any proxy.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    "--dns-prefetch-disable",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--mute-audio",
    "--deny-permission-prompts",
    "--block-new-web-contents",
    "--js-flags=--max-old-space-size=512",
)


def find(named: str = "") -> str:
    """The path of the Chromium to use, "" when there is none; ``named`` goes before the usual."""
    if named:
        return named if os.access(named, os.X_OK) else ""
    return next(filter(None, map(shutil.which, _NAMES)), "")


def missing(named: str = "") -> str:
    """What to install before a page can be drawn, as a sentence; "" when all is there."""
    if find_spec("playwright") is None:
        return (
            "Pages drawn by scripts are not read: install the browser tier with "
            "`pip install 'budgetwatch[browser]'` and the system's chromium "
            "(Debian, Ubuntu: apt install chromium)."
        )
    if find(named):
        return ""
    where = f"at {named}" if named else "on this machine"
    return (
        f"Pages drawn by scripts are not read: there is no Chromium {where}. Install it "
        "(Debian, Ubuntu: apt install chromium)."
    )


def may_sandbox() -> bool:
    """Chromium's own sandbox cannot be had by root; everybody else gets it."""
    return not hasattr(os, "geteuid") or os.geteuid() != 0


def environment(home: str) -> dict[str, str]:
    """What the browser learns of ours: no tokens, no proxies, no home."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
