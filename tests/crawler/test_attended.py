"""Is every signal heard by those who asked for it, and sent to nobody else?"""

from crawler.attended import Attended

asked_for, ignored = object(), object()


async def test_who_asks_for_a_signal_hears_it():
    heard = []

    def hear(word):
        heard.append(word)
        return len(heard)

    signals = Attended("a crawl of its own")
    assert signals.send_catch_log(asked_for, word="too early") == []
    signals.connect(hear, asked_for)
    assert signals.send_catch_log(asked_for, word="now") == [(hear, 1)]
    assert await signals.send_catch_log_async(asked_for, word="again") == [(hear, 2)]
    assert await signals.send_catch_log_async(ignored, word="elsewhere") == []
    signals.disconnect(hear, asked_for)
    assert signals.send_catch_log(asked_for, word="too late") == []
    assert heard == ["now", "again"]


def test_one_crawl_does_not_hear_another():
    heard = []
    one, other = Attended("one"), Attended("other")
    one.connect(lambda of: heard.append(of), asked_for, weak=False)
    other.send_catch_log(asked_for, of="the other")
    assert heard == []
