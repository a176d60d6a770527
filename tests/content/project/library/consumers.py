"""The consumers that routing examples name."""

from channels.generic.websocket import AsyncWebsocketConsumer


class ChatConsumer(AsyncWebsocketConsumer):
    pass


class BookConsumer(AsyncWebsocketConsumer):
    pass


class CoverConsumer(AsyncWebsocketConsumer):
    pass
