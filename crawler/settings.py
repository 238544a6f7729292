"""Scrapy's settings: polite by default. Each line that departs from Scrapy says why."""

from importlib.metadata import PackageNotFoundError, version
from os import environ

from crawler.browser.limits import Limits

# What we fetch, how fast, how to opt out: docs/bot.md. Nobody owns this address; whoever puts the
# page on the web says where it is in BUDGETWATCH_BOT_PAGE.
NOBODYS_PAGE = "https://budgetwatch.example/bot"


def _version() -> str:
    try:
        return version("budgetwatch")
    except PackageNotFoundError:  # run from a copy that was never installed
        return "0"


def _contact() -> str:
    """Where a site's owner can complain, and read how to keep us out (docs/bot.md)."""
    page = environ.get("BUDGETWATCH_BOT_PAGE", "").strip()
    own = environ.get("BUDGETWATCH_CONTACT", "").strip()
    placeholder = f"+{page or NOBODYS_PAGE}; contact not set, see BUDGETWATCH_CONTACT"
    said = "; ".join(filter(None, (page and f"+{page}", own))) if own else placeholder
    return "".join(char for char in said if char.isascii() and char.isprintable())


BOT_NAME = "budgetwatch"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# Ours. --resolve, --allow-private-hosts and --extra-ca of the command line end up here.
BUDGETWATCH_RESOLVE: list[str] = []
BUDGETWATCH_ALLOW_PRIVATE = False
BUDGETWATCH_EXTRA_CA: list[str] = []  # PEM files, trusted beside the system's authorities
BUDGETWATCH_LOOPBACK_AT_ONCE = False  # no DOWNLOAD_DELAY for what stays on this machine
BUDGETWATCH_BROWSER: Limits | None = Limits()  # None: no empty shell is drawn
BUDGETWATCH_CONNECT_TIMEOUT = 15  # seconds for one address, its TLS handshake included
BUDGETWATCH_READ_TIMEOUT = 30  # seconds without a byte

# Who we are: named, with a way to reach us. Scrapy's own name would say nothing.
USER_AGENT = f"budgetwatch/{_version()} ({_contact()})"
ROBOTSTXT_USER_AGENT = "budgetwatch"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    # Sites with two languages choose by this; the edition we look for is Russian.
    "Accept-Language": "ru,en;q=0.5",
}

# Scrapy's default is not to ask.
ROBOTSTXT_OBEY = True

# Hosts side by side, never two requests to one: 8 at once would be felt by a small site.
CONCURRENT_REQUESTS = 64
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 2.0
# The default of 0.5 would halve every other pause: what we say is what the host gets.
DOWNLOAD_DELAY_JITTER = 0.0
# The default start of 5 s would make every host's first pages slower than a busy host's.
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = DOWNLOAD_DELAY
# Every response starts this many tasks in 2.19: 4 instead of 100 is twice as fast. Fewer would let
# links be asked before the page they stand on is known to be a soft 404.
CONCURRENT_ITEMS = 4
# Each would pass on all that the spider yields, in coroutines of its own. What to make of a
# status, an address, a depth is for the walk to say; the referer is of the page a link stood on,
# not of the one that was read before.
SPIDER_MIDDLEWARES: dict[str, int | None] = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,
    "crawler.spiders.beginning.Beginning": 25,
}
# Reads the spider's source again for every answer; the linters have read it once.
WARN_ON_GENERATOR_RETURN_VALUE = False

# One more try, for what may pass. Names not found, refused addresses, refused connections,
# rejected certificates and robots.txt's word do not change within minutes.
RETRY_TIMES = 1
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504, 522, 524]
RETRY_EXCEPTIONS = [
    "scrapy.exceptions.DownloadTimeoutError",
    "scrapy.exceptions.DownloadFailedError",
]
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # it is in the archive, with its reason

# A presentation of 100 MB over a slow line takes minutes.
DOWNLOAD_TIMEOUT = 180
DOWNLOAD_MAXSIZE = 200 * 2**20
DOWNLOAD_WARNSIZE = 0  # sizes are in the archive
# What came of a torn body is evidence: it arrives flagged, and ends as "truncated".
DOWNLOAD_FAIL_ON_DATALOSS = False
# Scrapy verifies nothing. We verify, and note when a site can only be read unverified.
DOWNLOAD_VERIFY_CERTIFICATES = True

# asyncio alone: several crawls in one process, no reactor that cannot be started twice, and
# the address guard needs the aiohttp handler anyway.
TWISTED_REACTOR_ENABLED = False
DOWNLOAD_HANDLERS = {
    "http": "crawler.transport.wire.Wire",
    "https": "crawler.transport.wire.Wire",
    # A link on a page must never make us read our own disk, or leave the guard's sight.
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES = {
    # Where to go is the frontier's decision, with a reason; this one drops without any.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    # We have no password for anybody.
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    # Lets requests through while robots.txt is on its way (2.14 to 2.19).
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    # Before all others: what it draws is not sent.
    "crawler.browser.studio.Studio": 45,
    # The last to see an answer: whoever is suspect waits here until its host is known.
    "crawler.transport.absent.Absent": 50,
    "crawler.transport.robots.Robots": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.transport.retry.Retry": 550,
    # Nearer to the network than Retry: it counts every try.
    "crawler.transport.giveup.GiveUp": 560,
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "crawler.transport.cookies.Cookies": 700,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.transport.unpack.Unpack": 590,
}
EXTENSIONS = {
    # After AutoThrottle (0), which would lower a Crawl-delay again.
    "crawler.transport.pace.Pace": 500,
    # No feeds here: answers go into the archive.
    "scrapy.extensions.feedexport.FeedExporter": None,
    # Counts for STATS_CLASS, with a task of its own for each item.
    "scrapy.extensions.corestats.CoreStats": None,
}

# The spider follows redirects itself: each hop is judged and archived.
REDIRECT_ENABLED = False
METAREFRESH_ENABLED = False
# A proxy would resolve names for us, out of the guard's sight; http_proxy is not obeyed.
HTTPPROXY_ENABLED = False
# 2.19 starts a server that executes Python for whoever holds its token.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False

# The crawl reports its own progress; Scrapy speaks up when something is wrong.
LOG_LEVEL = "WARNING"
STATS_DUMP = False
# Numbers nobody reads, added up some twenty times an answer: ours are in the archive.
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
DOWNLOADER_STATS = False
LOGSTATS_INTERVAL = 0
MEMUSAGE_LIMIT_MB = 2048  # one process among others on a small machine
