"""A book's claims as a static site: read without scripts, from any folder, without a server.

What is known of each claim (``knowledge``, ``evidence``) becomes pages (``pages``) with plots
(``plots``), which are put in a folder as a whole or not at all (``folder``).
"""
