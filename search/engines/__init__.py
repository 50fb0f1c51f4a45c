"""Engines that answer `search.engine.Engine`; one for each kind of index."""
