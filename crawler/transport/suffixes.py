"""Public suffixes (``gov.ru``, ``com.ru``) without asking the net for them."""

from scrapy.downloadermiddlewares import cookies
from tldextract import TLDExtract


def know_suffixes() -> None:
    """Have Scrapy's cookies use the list that tldextract carries.

    For a cookie with a Domain they would fetch it from publicsuffix.org and GitHub, past every
    guard of ours.
    """
    cookies._split_domain = TLDExtract(
        cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True
    )
