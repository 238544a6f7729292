"""The signals of a crawl, without the calls that nobody hears."""

from typing import Any

from scrapy.signalmanager import SignalManager


class Attended(SignalManager):
    """Scrapy's, but what nobody has asked for is not sent.

    Some ten signals are sent an answer, six of which have no listener here; pydispatch looks for
    one in four places each time.
    """

    def __init__(self, sender: Any) -> None:
        super().__init__(sender)
        self._asked_for: set[object] = set()

    def connect(self, receiver: Any, signal: Any, **kwargs: Any) -> None:
        """As Scrapy's; from now on the signal is sent."""
        self._asked_for.add(signal)
        super().connect(receiver, signal, **kwargs)

    def send_catch_log(self, signal: Any, **kwargs: Any) -> list[tuple[Any, Any]]:
        """As Scrapy's."""
        return super().send_catch_log(signal, **kwargs) if signal in self._asked_for else []

    async def send_catch_log_async(self, signal: Any, **kwargs: Any) -> list[tuple[Any, Any]]:
        """As Scrapy's."""
        if signal not in self._asked_for:
            return []
        return await super().send_catch_log_async(signal, **kwargs)
