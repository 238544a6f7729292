"""Are we polite by default, and does the project still start as Scrapy projects do?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings

ROOT = Path(__file__).parents[3]


@pytest.fixture
def settings():
    chosen = Settings()
    chosen.setmodule("crawler.settings")
    return chosen


def test_politeness_is_the_default(settings):
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1
    assert settings.getbool("AUTOTHROTTLE_ENABLED")
    assert not settings.getbool("BUDGETWATCH_ALLOW_PRIVATE")


def test_nothing_listens_and_nothing_goes_round_the_guard(settings):
    for name in ("REMOTE_CONTROL_ENABLED", "TELNETCONSOLE_ENABLED", "HTTPPROXY_ENABLED"):
        assert not settings.getbool(name)
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, path in handlers.items() if path} == {"http", "https"}


def agent(contact):
    asking = "import crawler.settings as s; print(s.USER_AGENT)"
    told = {**os.environ, "BUDGETWATCH_CONTACT": contact}
    done = subprocess.run(
        [sys.executable, "-c", asking], cwd=ROOT, env=told, capture_output=True, check=True
    )
    return done.stdout.decode().rstrip("\n")


def test_the_contact_is_the_operators():
    assert agent("mailto:me@example.org").endswith("(mailto:me@example.org)")
    assert "contact not set" in agent("")
    assert "\n" not in agent("me\r\nEvil: yes")


def test_scrapy_finds_the_project():
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "settings", "--get", "BOT_NAME"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().strip() == "budgetwatch"
