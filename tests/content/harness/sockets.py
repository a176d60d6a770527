"""Scopes `consumers`, `routing`, `asgi`: spoken to as a browser would."""

from __future__ import annotations

from typing import Any

from . import world
from .example import Example, Failed, classes, run_module

ROUTE = {
    "room_name": "lobby",
    "room": "lobby",
    "book_id": 1,
    "pk": 1,
    "id": 1,
    "username": "ada",
    "user_id": 1,
}


def consumers(example: Example) -> None:
    from asgiref.sync import async_to_sync
    from channels.consumer import AsyncConsumer, SyncConsumer

    module = run_module(example, "library.example_consumers")
    found = classes(module, (AsyncConsumer, SyncConsumer))
    if not found:
        raise Failed("defines no consumer")
    objects = world.objects()
    for cls in found:
        async_to_sync(_talk)(cls, objects)


async def _talk(cls: Any, objects: dict[str, Any]) -> None:
    from channels.generic.http import AsyncHttpConsumer
    from channels.generic.websocket import AsyncWebsocketConsumer, WebsocketConsumer
    from channels.testing import HttpCommunicator, WebsocketCommunicator

    scope = {"user": objects["user"], "url_route": {"args": (), "kwargs": ROUTE}, "session": {}}
    if issubclass(cls, AsyncHttpConsumer):
        http = HttpCommunicator(cls.as_asgi(), "GET", "/")
        http.scope.update(scope)
        await http.get_response()
        return
    if not issubclass(cls, (AsyncWebsocketConsumer, WebsocketConsumer)):
        return
    socket = WebsocketCommunicator(cls.as_asgi(), "/ws/")
    socket.scope.update(scope)
    connected, _ = await socket.connect(timeout=5)
    if connected:
        await socket.send_json_to({"message": "Hello", "type": "chat.message", "text": "Hello"})
        if not await socket.receive_nothing(0.1):
            await socket.receive_from(timeout=5)
    await socket.disconnect(timeout=5)


def routing(example: Example) -> None:
    """The router takes the patterns."""
    from channels.routing import ProtocolTypeRouter, URLRouter

    module = run_module(example, "library.routing")
    patterns = getattr(module, "websocket_urlpatterns", None)
    application = getattr(module, "application", None)
    if patterns is None and application is None:
        raise Failed("defines neither websocket_urlpatterns nor application")
    if patterns is not None:
        URLRouter(patterns)
    if (
        application is not None
        and not isinstance(application, (ProtocolTypeRouter, URLRouter))
        and not callable(application)
    ):
        raise Failed("application is not callable")


def asgi(example: Example) -> None:
    from asgiref.sync import async_to_sync

    module = run_module(example, "config.example_asgi")
    async_to_sync(_ask)(module.application)


async def _ask(application: Any) -> None:
    from channels.testing import HttpCommunicator

    answer = await HttpCommunicator(application, "GET", "/books/").get_response(timeout=10)
    if answer["status"] >= 500:
        raise Failed(f"GET /books/ answered {answer['status']}")
