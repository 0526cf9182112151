"""The site generator's side: everything that knows MkDocs, its theme and the site's folder.

The engine is a function of plain values (:class:`~funding.engine.edition.Edition`) and knows nothing of funding
decisions. :class:`~funding.engine.press.Press` is its face; a plugin forwards MkDocs' events to it:

``clear`` and ``begin`` (on_config), ``add_files`` (on_files), ``set_navigation`` (on_nav), ``resolve_links``
(on_page_content), ``dress`` (on_env), ``surround`` (on_page_context), ``finish`` (on_post_build), ``fail``
(on_build_error), ``abandon`` (on_shutdown), ``serve`` (on_serve).
"""
