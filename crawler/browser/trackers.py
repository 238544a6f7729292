"""Who counts visitors: what a page wants of them is no part of what it publishes."""

_COUNTERS = frozenset(
    {
        *("yandex.ru", "yandex.net", "yandex.com", "ya.ru", "yastatic.net", "mail.ru", "vk.com"),
        *("vk.ru", "ok.ru", "google-analytics.com", "googletagmanager.com", "google.com"),
        *("doubleclick.net", "googlesyndication.com", "gstatic.com", "googleapis.com"),
        *(
            "yadro.ru",
            "liveinternet.ru",
            "sputnik.ru",
            "rambler.ru",
            "openstat.net",
            "tns-counter.ru",
        ),
        *("bitrix.info", "bitrix24.ru", "bitrix24.com", "sentry.io", "jivosite.com", "jivo.ru"),
        *("callibri.ru", "calltouch.ru", "roistat.com", "facebook.com", "facebook.net"),
        *("gosuslugi.ru", "matomo.cloud", "hotjar.com", "clarity.ms", "cloudflareinsights.com"),
    }
)


def is_tracker(host: str) -> bool:
    """True for a host, or a part of one, that counts, chats or shows maps and fonts."""
    labels = host.split(".")
    return any(".".join(labels[n:]) in _COUNTERS for n in range(len(labels) - 1))
