"""A database router for the settings that name one; there is one database here."""


class ReplicaRouter:
    def db_for_read(self, model, **hints):
        return "default"
